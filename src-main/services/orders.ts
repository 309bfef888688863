import type { StoreId } from '../../src-preload/contract/ids';
import type { OrderChange, OrderRow, ProductOrder } from '../../src-preload/contract/orders';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { OrderRecord } from '../database/orders-table';
import type { DeskDatabase } from '../database/tables';
import type { Outbox } from '../outbox/outbox-port';
import { changesBetween } from './order-changes';

interface Options {
  database: DeskDatabase;
  outbox: Outbox;
  now(): number;
}

/** Product orders of one reading; the market takes no more at once. */
const readAtOnce = 300;

/** Order numbers the seller asked about: their product orders and states, and which of them are watched. */
export function createOrders({ database, outbox, now }: Options) {
  const rowOf = async (storeId: StoreId, orderId: string): Promise<OrderRow> =>
    database.transaction(({ orders, jobs }) => {
      const known: OrderRecord | undefined = orders.get(storeId, orderId);
      const latest = jobs.latestOf(storeId, 'lookup', [orderId])[0];
      const job = latest === undefined ? undefined : jobs.byIds([latest.jobId])[0];
      return {
        orderId,
        ...(job === undefined
          ? {}
          : {
              lookup: {
                jobId: job.id,
                state: job.state,
                ...(job.code === undefined ? {} : { code: job.code }),
                ...(job.message === undefined ? {} : { message: job.message }),
                ...(job.dueAt === undefined ? {} : { dueAt: job.dueAt }),
              },
            }),
        productOrders: known?.productOrders ?? [],
        ...(known?.foundAt === undefined ? {} : { foundAt: known.foundAt }),
        ...(known?.readAt === undefined ? {} : { readAt: known.readAt }),
        watched: known?.watchedSince !== undefined,
        changes: known === undefined ? [] : orders.changes(storeId, orderId),
      };
    });

  /** Reads the states of these orders' product orders, in as few calls as the market allows. */
  const read = async (storeId: StoreId, orderIds: readonly string[], polite: boolean) => {
    const records: OrderRecord[] = [];
    for (const orderId of orderIds) {
      const record = await database.orders.get(storeId, orderId);
      if (record !== undefined && record.productOrders.length > 0) records.push(record);
    }
    const ids = records.flatMap(({ productOrders }) => productOrders.map(({ id }) => id));
    for (let start = 0; start < ids.length; start += readAtOnce) {
      const looked = await outbox.looks.readStates(storeId, ids.slice(start, start + readAtOnce), polite);
      if (looked.is !== 'answered') return looked.is;
      await takeFindings(storeId, records, looked.answer.findings);
    }
    return 'read' as const;
  };

  const takeFindings = async (
    storeId: StoreId,
    records: readonly OrderRecord[],
    findings: ReadonlyMap<string, NonNullable<ProductOrder['finding']>>,
  ): Promise<void> =>
    database.transaction(({ orders }) => {
      for (const { orderId } of records) {
        const before = orders.get(storeId, orderId);
        if (before === undefined || !before.productOrders.some(({ id }) => findings.has(id))) continue;
        const after = before.productOrders.map((each) => {
          const finding = findings.get(each.id);
          return finding === undefined ? each : { id: each.id, finding };
        });
        orders.read(storeId, orderId, after, now());
        if (before.watchedSince === undefined) continue;
        for (const change of changesBetween(before.productOrders, after, now()))
          orders.addChange(storeId, orderId, change);
      }
    });

  return {
    read,

    /** Rows of these order numbers, or of the watched ones; `fresh` reads their states first. */
    async rows(input: {
      storeId: StoreId;
      orderIds?: readonly string[] | undefined;
      fresh?: boolean | undefined;
    }): Promise<Result<{ rows: OrderRow[]; unread?: 'busy' | 'resting' }, 'not-found'>> {
      if (!(await database.stores.get(input.storeId))) return failure('not-found');
      const orderIds =
        input.orderIds ??
        (await database.orders.watched(input.storeId)).map(({ orderId }) => orderId).slice(0, readAtOnce);
      const outcome = input.fresh === true ? await read(input.storeId, orderIds, false) : 'read';
      const rows: OrderRow[] = [];
      for (const orderId of orderIds) rows.push(await rowOf(input.storeId, orderId));
      return success({ rows, ...(outcome === 'read' ? {} : { unread: outcome }) });
    },

    async watch(input: {
      storeId: StoreId;
      orderId: string;
      watched: boolean;
    }): Promise<Result<Record<string, never>, 'not-found'>> {
      const known = await database.orders.get(input.storeId, input.orderId);
      if (known === undefined) return failure('not-found');
      await database.orders.watch(input.storeId, input.orderId, input.watched ? now() : undefined);
      return success({});
    },

    /** A watched order's numbers as the market has them now; a line in its history for each that came or went. */
    async found(storeId: StoreId, orderId: string, ids: readonly string[]): Promise<OrderChange[]> {
      return database.transaction(({ orders }) => {
        const before = orders.get(storeId, orderId)?.productOrders ?? [];
        orders.found(storeId, orderId, ids, now());
        const changes = changesBetween(before, orders.get(storeId, orderId)?.productOrders ?? [], now());
        for (const change of changes) orders.addChange(storeId, orderId, change);
        return changes;
      });
    },
  };
}

export type OrdersService = ReturnType<typeof createOrders>;
