import { keptDigits, nearOrderFields, prefixesPerQuestion } from '../../../src-preload/contract/near-orders';
import type { NearOrderField } from '../../../src-preload/contract/near-orders';
import type { NearOrder } from '../../../src-preload/contract/orders';
import type { StoreId } from '../../../src-preload/contract/ids';
import { oneOf } from '../../../src-preload/contract/one-of';
import { call } from '../../state/ipc-client';
import type { ReviewItem } from '../../sheets/protocol';

interface Broken {
  field: NearOrderField;
  /** What Excel has left of the number. */
  digits: string;
}

/** The number of a line whose last digit Excel took; undefined for every other line. */
function brokenNumber(item: ReviewItem): Broken | undefined {
  if ('group' in item) return undefined;
  const { checked } = item;
  const remark = checked.remarks.find(({ code }) => code === 'digits-broken');
  const field = oneOf(nearOrderFields, remark?.field);
  const digits = keptDigits(remark?.detail?.['value'] ?? '');
  return field === undefined || digits === undefined ? undefined : { field, digits };
}

/**
 * Rows of a page, those with a broken number with the orders that may be meant: asked about before the page is drawn, so
 * that no row grows under the pointer. Where the book cannot be asked, the rows come without.
 */
export async function withNearOrders(storeId: StoreId, rows: readonly ReviewItem[]): Promise<ReviewItem[]> {
  const broken = rows.map(brokenNumber);
  const known = new Map<string, NearOrder[]>();
  for (const field of nearOrderFields) {
    const digits = [...new Set(broken.flatMap((each) => (each?.field === field ? [each.digits] : [])))];
    for (let from = 0; from < digits.length; from += prefixesPerQuestion) {
      const prefixes = digits.slice(from, from + prefixesPerQuestion);
      const answer = await call('orders-near', { storeId, field, prefixes });
      if (answer.ok) for (const { prefix, orders } of answer.value.near) known.set(`${field} ${prefix}`, orders);
    }
  }
  return rows.map((row, at) => {
    const here = broken[at];
    const near = here && known.get(`${here.field} ${here.digits}`);
    return near ? { ...row, near } : row;
  });
}
