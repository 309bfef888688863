import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { StoreId } from '../../src-preload/contract/ids';
import { jobKindSchema, jobStateSchema } from '../../src-preload/contract/job';
import { productOrderSchema } from '../../src-preload/contract/orders';
import type { ProductOrder } from '../../src-preload/contract/orders';
import { live, settled } from './predicates';
import type { KnownOrder, KnownOrdersTable, Personal } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

/** A number has one digit more; of each there are a few jobs at most. */
const mostJobs = 200;

// A number that was only refused, or taken out, is the seller's word alone: it may be a broken one itself.
const isReal = `(state = 'succeeded' OR finding IS NOT NULL)`;
const columns = 'kind, state, recipient, product_name';
const oneMore = (column: string) => `${column} >= @digits || '0' AND ${column} <= @digits || '9'`;

/** The texts of the queries, so that the test can ask how SQLite answers them. */
export const knownOrderQueries = {
  settledJobs: `SELECT target AS id, ${columns} FROM jobs INDEXED BY jobs_target WHERE store_id = @storeId
    AND ${oneMore('target')} AND kind IN ('dispatch', 'confirm') AND ${settled} AND ${isReal} LIMIT ${mostJobs}`,
  liveJobs: ['dispatch', 'confirm']
    .map(
      (kind) => `SELECT target AS id, ${columns} FROM jobs INDEXED BY jobs_one_live WHERE store_id = @storeId
    AND kind = '${kind}' AND ${oneMore('target')} AND ${live}`,
    )
    .join(' UNION ALL '),
  listed: `SELECT listed.product_order_id AS id, orders.store_id AS store_id, orders.order_id AS order_id,
    orders.product_orders AS product_orders FROM product_orders listed
    JOIN orders ON orders.store_id = listed.store_id AND orders.order_id = listed.order_id
    WHERE listed.store_id = @storeId AND ${oneMore('listed.product_order_id')}`,
  orders: `SELECT order_id AS id, store_id, order_id, product_orders FROM orders WHERE store_id = @storeId AND ${oneMore('order_id')}`,
  jobsOfOrders: `SELECT order_id AS id, ${columns} FROM jobs INDEXED BY jobs_order WHERE store_id = @storeId
    AND ${oneMore('order_id')} AND ${settled} AND order_id IS NOT NULL AND ${isReal} LIMIT ${mostJobs}`,
} as const;

const sealed = z.instanceof(Uint8Array<ArrayBufferLike>).nullable();
const jobSchema = z.object({
  id: z.string(),
  kind: jobKindSchema,
  state: jobStateSchema,
  recipient: sealed,
  product_name: sealed,
});
const listSchema = z.object({ id: z.string(), product_orders: z.string() }).transform(({ id, product_orders }) => ({
  id,
  productOrders: z.array(productOrderSchema).parse(JSON.parse(product_orders)),
}));

/** What a reading showed of it says that it needs no shipment any more. */
const isOver = ({ finding }: ProductOrder): boolean =>
  finding?.productOrderStatus !== undefined && finding.productOrderStatus !== 'PAYED';

/** Orders by the beginning of their number. A range of an index each, because a sheet may ask for thousands. */
export function knownOrdersTable(db: Database.Database, personal: Personal, unread: UnreadRows): KnownOrdersTable {
  const settledJobs = db.prepare(knownOrderQueries.settledJobs);
  const liveJobs = db.prepare(knownOrderQueries.liveJobs);
  const listed = db.prepare(knownOrderQueries.listed);
  const orders = db.prepare(knownOrderQueries.orders);
  const jobsOfOrders = db.prepare(knownOrderQueries.jobsOfOrders);

  const listOf = (row: unknown) =>
    unread.row('order', keyOf(row, 'store_id', 'order_id'), row, (each) => listSchema.parse(each));
  const jobOf = (row: unknown): KnownOrder[] => (jobSchema.safeParse(row).success ? [fromJob(row)] : []);
  const fromJob = (row: unknown): KnownOrder => {
    const { id, kind, state, recipient, product_name } = jobSchema.parse(row);
    const who = recipient === null ? undefined : personal.open(recipient);
    const what = product_name === null ? undefined : personal.open(product_name);
    return {
      id,
      done: kind === 'dispatch' && state === 'succeeded',
      ...(who === undefined ? {} : { recipient: who }),
      ...(what === undefined ? {} : { productName: what }),
    };
  };

  const productOrdersOf = (given: { storeId: StoreId; digits: string }): KnownOrder[] => [
    ...liveJobs.all(given).flatMap(jobOf),
    ...settledJobs.all(given).flatMap(jobOf),
    ...listed.all(given).flatMap((row) => {
      const list = listOf(row);
      const still = list?.productOrders.find((each) => each.id === list.id);
      return list && still ? [{ id: list.id, done: isOver(still) }] : [];
    }),
  ];

  const ordersOf = (given: { storeId: StoreId; digits: string }): KnownOrder[] => [
    // One product order that went out says nothing of its order's others; what was read of all of them does.
    ...jobsOfOrders
      .all(given)
      .flatMap(jobOf)
      .map((job) => ({ ...job, done: false })),
    ...orders.all(given).flatMap((row) => {
      const list = listOf(row);
      if (list === undefined || list.productOrders.length === 0) return [];
      return [{ id: list.id, done: list.productOrders.every(isOver) }];
    }),
  ];

  return {
    beginningWith(storeId, field, digits) {
      const found = (field === 'orderId' ? ordersOf : productOrdersOf)({ storeId, digits });
      const known = new Map<string, KnownOrder>();
      for (const each of found) {
        if (each.id.length !== digits.length + 1) continue;
        const before = known.get(each.id);
        known.set(each.id, { ...each, ...before, done: each.done || before?.done === true });
      }
      return [...known.values()].toSorted((one, other) => one.id.localeCompare(other.id));
    },
  };
}
