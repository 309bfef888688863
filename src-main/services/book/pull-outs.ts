import { decisionUndoMs } from '../../../src-preload/contract/actions';
import type { LetGo, Look } from '../../../src-preload/contract/actions';
import type { BookChange } from '../../../src-preload/contract/book/facts';
import type { PullOutBox } from '../../../src-preload/contract/book/pull-outs';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { BookOrder } from '../../database/book/book-port';
import type { AppDatabase, Tables } from '../../database/tables';
import type { Outbox } from '../../outbox/outbox-port';

interface Options {
  database: AppDatabase;
  outbox: Pick<Outbox, 'acknowledgeChanges'>;
  now(): number;
  /** Something of the book changed. */
  onChange(storeId: StoreId): void;
}

/** As many as one page of the list shows; more boxes than that are never changed in one day. */
const mostBoxes = 500;

/** Boxes to pull out: what of them changed after they got their number, and that the seller has looked. */
export function createPullOuts({ database, outbox, now, onChange }: Options) {
  return {
    async list(storeId: StoreId): Promise<Result<CallOutput<'book-pull-outs'>, 'not-found'>> {
      if ((await database.stores.get(storeId)) === undefined) return failure('not-found');
      return success({ boxes: await database.transaction((tables) => boxesOf(tables, storeId)) });
    },

    /** Noted with its moment; a dispatch that is held for what changed stays held. */
    async pulled(storeId: StoreId, productOrderIds: readonly string[], isPulled: boolean) {
      const at = isPulled ? now() : undefined;
      await database.transaction(({ book }) => {
        for (const id of productOrderIds) book.notePulled(storeId, id, at);
      });
      onChange(storeId);
      return success({});
    },

    /**
     * The seller has looked: nothing of the box is held for what changed any more, unless something was found meanwhile
     * that was not on the screen. What it lets go can be taken back, and is to be looked at again then.
     */
    async seen(storeId: StoreId, looks: readonly Look[]): Promise<Result<LetGo, never>> {
      const letGo = await outbox.acknowledgeChanges(storeId, looks, decisionUndoMs);
      onChange(storeId);
      return success(letGo);
    },
  };
}

function isOpen({ pullOut, seenAt }: BookChange): boolean {
  return pullOut && seenAt === undefined;
}

function boxesOf({ book, jobs }: Tables, storeId: StoreId): PullOutBox[] {
  const open = book.openPullOuts(storeId);
  const pulled = new Set(open.filter(({ isPulled }) => isPulled).map(({ productOrderId }) => productOrderId));
  const ids = [...new Set(open.map(({ productOrderId }) => productOrderId))].slice(0, mostBoxes);
  const boxes = new Map<string, PullOutBox>();
  for (const id of ids) {
    const order = book.get(storeId, id);
    if (order === undefined) continue;
    const { number, courier, numberedAt, heldJob, mates } = numberOf({ jobs, book }, storeId, order);
    const key = number === '' ? id : `${courier} ${number}`;
    const before = boxes.get(key);
    if (before !== undefined) {
      boxes.set(key, { ...before, isPulled: before.isPulled && pulled.has(id), heldJob: before.heldJob ?? heldJob });
      continue;
    }
    const orders = [id, ...mates.filter((mate) => mate !== id)].map((each) => {
      const { orderId, personal: { product, option } = {} } = (each === id ? order : book.get(storeId, each)) ?? {};
      const changes = book.changesOf(storeId, each).filter(isOpen);
      return { productOrderId: each, ...withoutUndefined({ orderId, product, option }), changes };
    });
    boxes.set(key, {
      key,
      isPulled: pulled.has(id),
      orders,
      ...withoutUndefined({
        recipient: order.personal?.recipient,
        courier: courier || undefined,
        number: number || undefined,
        numberedAt,
        heldJob,
      }),
    });
  }
  return [...boxes.values()];
}

/** The number a product order's box has, in the queue before a draft, and which other product orders lie in it. */
function numberOf({ jobs, book }: Pick<Tables, 'jobs' | 'book'>, storeId: StoreId, order: BookOrder) {
  const [latest] = jobs.latestOf(storeId, 'dispatch', [order.productOrderId]);
  const job = latest && jobs.byId(latest.jobId);
  const dispatch = job?.values.kind === 'dispatch' ? job.values.dispatch : undefined;
  if (job !== undefined && dispatch?.trackingNumber !== undefined) {
    const box = jobs.parcel(job);
    const held = [job, ...box].find(({ state, holdReason }) => state === 'held' && holdReason !== 'by-file');
    return {
      number: dispatch.trackingNumber,
      courier: dispatch.deliveryCompanyCode ?? '',
      numberedAt: job.createdAt,
      heldJob: held?.id,
      mates: box.filter(({ kind }) => kind === 'dispatch').map(({ target }) => target),
    };
  }
  const pending = book.pendingOf(storeId, order.productOrderId);
  const mates = order.orderId === undefined ? [] : book.ofOrder(storeId, order.orderId);
  const inBox = mates.filter(
    ({ productOrderId }) =>
      pending?.number !== '' && book.pendingOf(storeId, productOrderId)?.number === pending?.number,
  );
  return {
    number: pending?.number ?? '',
    courier: pending?.courier ?? '',
    numberedAt: undefined,
    heldJob: undefined,
    mates: pending === undefined ? [] : inBox.map(({ productOrderId }) => productOrderId),
  };
}
