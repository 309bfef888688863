import type { StoreId } from '../../src-preload/contract/ids';
import { decisionUndoMs } from '../../src-preload/contract/actions';
import { success } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';
import type { Outbox } from '../outbox/outbox-port';

/** Address changes the market told of with a confirm's answer: each a warning until the seller has looked. */
export function createAddresses({
  database,
  outbox,
}: {
  database: AppDatabase;
  outbox: Pick<Outbox, 'acknowledgeAddress'>;
}) {
  return {
    async list(storeId: StoreId) {
      const [all, pullOuts] = await Promise.all([database.flags.list(storeId), database.book.openPullOuts(storeId)]);
      // What has a number is asked about as a box to pull out.
      const boxes = new Set(pullOuts.map(({ productOrderId }) => productOrderId));
      const flagged = all.filter(({ target }) => !boxes.has(target));
      const changed = flagged.map(async ({ target, at }) => {
        const [job] = await database.jobs.latestOf(storeId, 'dispatch', [target]);
        const shown = job === undefined ? undefined : await database.log.job(job.jobId);
        const inBook = (await database.book.get(storeId, target))?.personal;
        const recipient = shown?.recipient ?? inBook?.recipient;
        const name = shown?.productName ?? inBook?.product ?? (await database.productNames.of(storeId, target));
        return {
          target,
          at,
          ...(recipient === undefined ? {} : { recipient }),
          ...(name === undefined ? {} : { name }),
        };
      });
      return success({ changed: await Promise.all(changed) });
    },

    /**
     * Ticked off: nothing is held for it any more, and a dispatch that was held for it goes on.
     * @param flaggedAt ms UTC of the change that was on the screen; of another one it says nothing
     */
    async seen(storeId: StoreId, target: string, flaggedAt: number) {
      return success(await outbox.acknowledgeAddress(storeId, target, flaggedAt, decisionUndoMs));
    },
  };
}

export type AddressesService = ReturnType<typeof createAddresses>;
