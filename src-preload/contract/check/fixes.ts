import type { CheckedLine, Remark } from '../line';
import type { LineField } from '../line-fields';
import type { MarketRules } from '../market-rules';
import { deliveryMethods } from '../delivery-methods';
import { oneOf } from '../one-of';
import { isRemarkCode, type RemarkCode } from './remark-codes';

/** A click that mends what a remark is about. */
export type Fix =
  /** Writes a value into a cell; `label` is what the button names (a courier, a number, a method);
   * `represents`: of several numbers of one order this one is registered. */
  | { do: 'set'; field: LineField; value: string; label: string; represents?: true }
  | { do: 'pick-courier' }
  | { do: 'edit'; field: LineField }
  /** Takes the line out of this sending. */
  | { do: 'exclude' }
  /** Ticks the line: it goes out as it is. `includes`: it was left out until now. */
  | { do: 'keep'; includes?: true }
  /** This line's number stands for its product order; the other lines of it are taken out. */
  | { do: 'represent' }
  | { do: 'choose-column'; field: LineField }
  /** A courier for the whole sheet. */
  | { do: 'courier-for-file' };

const list = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(','));

function setCouriers(remark: Remark, { shipments }: MarketRules): Fix[] {
  return list(remark.detail?.['candidates']).flatMap((code) => {
    const name = shipments.couriers.nameOf(code);
    return name === undefined ? [] : [{ do: 'set', field: 'courier', value: name, label: name } as const];
  });
}

function setNumbers(remark: Remark): Fix[] {
  return list(remark.detail?.['numbers']).map((number) => ({
    do: 'set',
    field: remark.field ?? 'trackingNumber',
    value: number,
    label: number,
  }));
}

function setMethod(remark: Remark, { shipments }: MarketRules): Fix[] {
  const method = oneOf(deliveryMethods, remark.detail?.['method']);
  if (!method) return [];
  const name = shipments.methods.nameOf(method);
  return [{ do: 'set', field: 'deliveryMethod', value: name, label: name }];
}

function setReasons(_remark: Remark, _checked: CheckedLine, { stock }: MarketRules): Fix[] {
  return stock.reasonNames.map((name) => ({ do: 'set', field: 'reason', value: name, label: name }));
}

const edit = (field: LineField): Fix => ({ do: 'edit', field });
const exclude: Fix = { do: 'exclude' };
const keep: Fix = { do: 'keep' };
const pick: Fix = { do: 'pick-courier' };

type FixesFor = (remark: Remark, checked: CheckedLine, rules: MarketRules) => Fix[];
const always =
  (...fixes: Fix[]): FixesFor =>
  () =>
    fixes;

const fixesByCode: Partial<Record<RemarkCode, FixesFor>> = {
  'product-order-missing': always(edit('productOrderId'), exclude),
  'product-order-form': (remark) => [...setNumbers(remark), edit('productOrderId'), exclude],
  'number-suffix': (remark) => [...setNumbers(remark), edit(remark.field ?? 'trackingNumber'), exclude],
  'order-missing': always(edit('orderId'), exclude),
  'order-form': (remark) => [...setNumbers(remark), edit('orderId'), exclude],
  'order-odd': always(edit('orderId'), exclude, keep),
  'product-order-odd': always(edit('productOrderId'), exclude, keep),
  'several-orders': (remark) => [edit(remark.field ?? 'productOrderId'), exclude],
  'digits-broken': (remark) => [exclude, edit(remark.field ?? 'productOrderId')],
  'digits-collide': (remark) => [exclude, edit(remark.field ?? 'productOrderId')],
  'digits-exponent': (remark) => [exclude, edit(remark.field ?? 'productOrderId')],
  'cell-without-value': (remark) => [edit(remark.field ?? 'productOrderId'), exclude],
  'cell-error': (remark) => [edit(remark.field ?? 'productOrderId'), exclude],
  'courier-missing': always({ do: 'courier-for-file' }, pick),
  'courier-unknown': (remark, _, rules) => [...setCouriers(remark, rules), pick],
  'courier-ask': (remark, _, rules) => {
    if (remark.detail?.['why'] !== 'freight') return [...setCouriers(remark, rules), pick];
    const name = rules.shipments.methods.nameOf('DIRECT_DELIVERY');
    return [{ do: 'set', field: 'deliveryMethod', value: name, label: name }, pick];
  },
  'courier-two': (remark, _, rules) => [...setCouriers(remark, rules), exclude],
  'courier-status': always(exclude, pick),
  'courier-read-as': always(pick),
  'method-unknown': always(edit('deliveryMethod')),
  'tracking-missing': always(edit('trackingNumber'), exclude),
  'tracking-status': (remark, _, rules) => [exclude, ...setMethod(remark, rules)],
  'tracking-words': (remark) => [...setNumbers(remark), edit('trackingNumber'), exclude],
  'tracking-several': (remark) => [
    ...setNumbers(remark).map((fix) => ({ ...fix, represents: true }) as const),
    exclude,
  ],
  'tracking-is-order': always({ do: 'choose-column', field: 'trackingNumber' }, edit('trackingNumber'), exclude),
  'tracking-short': always(edit('trackingNumber'), exclude),
  'tracking-doubtful': always(edit('trackingNumber'), exclude, keep),
  'tracking-length-rare': always(edit('trackingNumber'), pick, keep),
  'tracking-length': always(edit('trackingNumber'), pick, keep),
  'tracking-length-odd': always(edit('trackingNumber')),
  'tracking-digit': always(edit('trackingNumber')),
  'other-courier': (remark, _, rules) => [...setCouriers(remark, rules), keep],
  'product-order-differs': always({ do: 'represent' }, exclude),
  'item-differs': always({ do: 'represent' }, exclude),
  'different-recipients': always(keep, edit('trackingNumber'), exclude),
  'used-before': always(edit('trackingNumber'), exclude, keep),
  'book-cancelled': always(exclude),
  'book-cancel-requested': always(exclude),
  'recipient-differs': always(exclude, keep),
  'shifted-column': always({ do: 'choose-column', field: 'trackingNumber' }),
  'file-shifted-column': always({ do: 'choose-column', field: 'trackingNumber' }),
  'hidden-row': (_, checked) => (checked.line.chosen === false ? [{ do: 'keep', includes: true }] : [exclude]),
  'example-row': (_, checked) => (checked.line.chosen === true ? [exclude] : [{ do: 'keep', includes: true }]),
  'item-missing': always(edit('itemId'), exclude),
  'available-missing': always(edit('available')),
  'available-unknown': always(edit('available')),
  'reason-missing': setReasons,
  'reason-unknown': setReasons,
  'memo-long': (_, checked, { stock: { memoLimit } }) => {
    const memo = (checked.line.cells.memo ?? '').trim().slice(0, memoLimit);
    return [{ do: 'set', field: 'memo', value: memo, label: String(memoLimit) }];
  },
  'price-partial': (remark) => [edit(remark.field ?? 'unitPrice')],
  'price-unreadable': (remark) => [edit(remark.field ?? 'unitPrice')],
  'price-uneven': (remark) => {
    const right = remark.detail?.['right'] ?? '';
    return [{ do: 'set', field: 'totalAmount', value: right, label: right }, keep];
  },
};

/** The clicks a remark offers, the most likely one first; empty where it says something and asks nothing. */
export function fixesOf(remark: Remark, checked: CheckedLine, rules: MarketRules): Fix[] {
  return isRemarkCode(remark.code) ? (fixesByCode[remark.code]?.(remark, checked, rules) ?? []) : [];
}
