import type { ReadOutcome } from '../markets/market';
import type { StoreId } from '../../src-preload/contract/ids';
import { isIn, jobStateGroups } from '../../src-preload/contract/job-states';
import { marketRules } from '../../src-preload/contract/markets/rules';
import type { OrderChange, OrderRow } from '../../src-preload/contract/orders';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { OrderRecord } from '../database/orders-table';
import type { AppDatabase } from '../database/tables';
import type { Outbox } from '../outbox/outbox-port';

interface Options {
  database: AppDatabase;
  outbox: Outbox;
  now(): number;
}

type Answered = Extract<ReadOutcome, { type: 'answered' }>;

/** A watched order that changed: how many product orders it has now, and what is different. */
export interface ChangedOrder {
  orderId: string;
  count: number;
  changes: OrderChange[];
}

interface SheetReading {
  is: 'read' | 'busy' | 'resting';
  changes: ChangedOrder[];
}

const stoppedAtOnce = 200;

/** Product orders of one reading; the market takes no more at once. */
const readAtOnce = 300;

/** Order numbers the seller asked about: their product orders and states, and which of them are watched. */
export function createOrders({ database, outbox, now }: Options) {
  const rowOf = async (storeId: StoreId, orderId: string): Promise<OrderRow> =>
    database.transaction(({ orders, jobs, productNames }) => {
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
        productOrders: (known?.productOrders ?? []).map((each) => {
          const name = productNames.of(storeId, each.id);
          return name === undefined ? each : { ...each, name };
        }),
        ...(known?.foundAt === undefined ? {} : { foundAt: known.foundAt }),
        ...(known?.readAt === undefined ? {} : { readAt: known.readAt }),
        watched: known?.watchedSince !== undefined,
        changes: known === undefined ? [] : orders.changes(storeId, orderId),
      };
    });

  /**
   * Reads the states of these orders' product orders, in as few calls as the market allows. A reading refused as a
   * whole is halved, as a call is: one product order the market chokes on must not hide the others.
   */
  const read = async (storeId: StoreId, orderIds: readonly string[], polite: boolean): Promise<SheetReading> => {
    const orderOf = new Map<string, string>();
    for (const orderId of orderIds) {
      const record = await database.orders.get(storeId, orderId);
      for (const { id } of record?.productOrders ?? []) orderOf.set(id, orderId);
    }
    const changes: ChangedOrder[] = [];
    const parts = chunksOf([...orderOf.keys()], readAtOnce);
    for (let ids = parts.shift(); ids !== undefined; ids = parts.shift()) {
      const reading = await outbox.directReads.readProductOrders(storeId, ids, polite ? 'to-jobs' : 'to-nothing');
      if (reading.is !== 'answered') return { is: reading.is === 'busy' ? 'busy' : 'resting', changes };
      if (reading.answer.type === 'answered') {
        changes.push(...(await takeFindings(storeId, orderOf, reading.answer)));
      } else if (ids.length > 1) {
        parts.unshift(...chunksOf(ids, Math.ceil(ids.length / 2)));
      }
    }
    return { is: 'read', changes };
  };

  const takeFindings = async (
    storeId: StoreId,
    orderOf: ReadonlyMap<string, string>,
    { findings, names }: Answered,
  ): Promise<ChangedOrder[]> =>
    database.transaction(({ orders, productNames }) => {
      if (names !== undefined) productNames.keep(storeId, names, now());
      const concerned = new Set([...findings.keys()].flatMap((id) => orderOf.get(id) ?? []));
      return [...concerned].flatMap((orderId): ChangedOrder[] => {
        const before = orders.get(storeId, orderId);
        if (before === undefined) return [];
        const after = before.productOrders.map((each) => {
          const finding = findings.get(each.id);
          return finding === undefined ? each : { id: each.id, finding };
        });
        const changes = orders.read(storeId, orderId, after, now());
        return changes.length === 0 ? [] : [{ orderId, count: after.length, changes }];
      });
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
      const outcome = input.fresh === true ? (await read(input.storeId, orderIds, false)).is : 'read';
      const rows: OrderRow[] = [];
      for (const orderId of orderIds) rows.push(await rowOf(input.storeId, orderId));
      return success({ rows, ...(outcome === 'read' ? {} : { unread: outcome }) });
    },

    /** What of these orders, or of the watched ones, can be dispatched: exactly what goes into a review. */
    async toSend(input: {
      storeId: StoreId;
      orderIds?: readonly string[] | undefined;
      fresh: boolean;
    }): Promise<Result<{ lines: { id: string; orderId: string; name?: string }[]; cancelAsked: number }, 'not-found'>> {
      const [found, store] = [await this.rows(input), await database.stores.get(input.storeId)];
      if (!found.ok) return found;
      if (!store) return failure('not-found');
      const { canBeSent, hasOpenCancel } = marketRules[store.market].orders;
      const all = found.value.rows.flatMap(({ orderId, productOrders }) =>
        productOrders.map(({ id, finding, name }) => ({
          orderId,
          finding,
          line: { id, orderId, ...(name === undefined ? {} : { name }) },
        })),
      );
      return success({
        lines: all.filter(({ finding }) => canBeSent(finding)).map(({ line }) => line),
        cancelAsked: all.filter(({ finding }) => finding !== undefined && hasOpenCancel(finding)).length,
      });
    },

    /** How many lookups are not answered yet, those of sheets included. */
    async progress(storeId: StoreId): Promise<Result<{ open: number }, never>> {
      const counts = await database.counts.perKind(storeId);
      const open = counts.filter(({ kind, state }) => kind === 'lookup' && isIn('underWay', state));
      return success({ open: open.reduce((sum, { n }) => sum + n, 0) });
    },

    /** Takes out the lookups of pasted numbers that were not asked yet. */
    async stop(storeId: StoreId): Promise<Result<{ stopped: number }, never>> {
      let stopped = 0;
      for (const state of jobStateGroups.toSend) {
        let after = 0;
        for (;;) {
          const rows = await database.jobs.inState(storeId, state, after, stoppedAtOnce);
          const jobs = rows
            .filter(({ values }) => values.kind === 'lookup' && values.lookup.thenDispatch === undefined)
            .map(({ id }) => id);
          if (jobs.length > 0) stopped += (await outbox.act({ action: 'exclude', jobs })).changed;
          after = rows.at(-1)?.seq ?? after;
          if (rows.length < stoppedAtOnce) break;
        }
      }
      return success({ stopped });
    },

    async watch(input: {
      storeId: StoreId;
      orderId: string;
      watched: boolean;
    }): Promise<Result<Record<string, never>, 'not-found'>> {
      const { storeId, orderId, watched } = input;
      return database.transaction(({ orders, book }) => {
        if (orders.get(storeId, orderId) === undefined) {
          // An order of the book was never looked up: what the book has read of it is what it is compared with.
          const inBook = book.ofOrder(storeId, orderId);
          if (inBook.length === 0) return failure('not-found');
          const ids = inBook.map(({ productOrderId }) => productOrderId);
          orders.found(storeId, orderId, ids, now());
          const shown = inBook.map(({ productOrderId: id, facts }) => ({ id, finding: facts.finding }));
          orders.read(storeId, orderId, shown, Math.max(...inBook.map(({ readAt }) => readAt)));
        }
        orders.watch(storeId, orderId, watched ? now() : undefined);
        return success({});
      });
    },
  };
}

export type OrdersService = ReturnType<typeof createOrders>;

function chunksOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, n) => ids.slice(n * size, (n + 1) * size));
}
