import type { OwnCode } from '../../../src-preload/contract/codes';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import type { JobValues } from '../../../src-preload/contract/job';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { MarketRules } from '../../../src-preload/contract/market-rules';
import type { BookOrder } from '../../database/book/book-port';
import type { AppDatabase } from '../../database/tables';

/**
 * Delays that the market would refuse by what the book knows: they are not asked for. What the book does not know is read
 * before it is sent, as ever.
 * @returns why, by product order
 */
export async function delaysRefusedByBook(
  database: AppDatabase,
  storeId: StoreId,
  jobs: readonly { target: string; values: JobValues }[],
): Promise<Map<string, OwnCode>> {
  const targets = jobs.flatMap(({ target, values }) => (values.kind === 'delay' ? [target.trim()] : []));
  if (targets.length === 0) return new Map();
  return database.transaction(({ book, stores }) => {
    const store = stores.get(storeId);
    return new Map(
      targets.flatMap((target): [string, OwnCode][] => {
        const order = book.get(storeId, target);
        const code = order && store && reasonAgainst(order, marketRules[store.market]);
        return code === undefined ? [] : [[target, code]];
      }),
    );
  });
}

function reasonAgainst({ stage, facts }: BookOrder, { orders }: MarketRules): OwnCode | undefined {
  if (stage === 'sent' || stage === 'closed' || stage === 'unpaid') return 'closed';
  if (orders.hasOpenCancel(facts.finding)) return 'delay-claim-open';
  return facts.finding.placeOrderStatus === 'OK' ? undefined : 'delay-unconfirmed';
}
