import type { StoreId } from '../../src-preload/contract/ids';
import { success } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';
import type { Outbox } from '../outbox/outbox-port';

/** Address changes the market told of with a confirm's answer: each a warning until the seller has looked. */
export function createAddresses({ database, outbox, now }: { database: AppDatabase; outbox: Outbox; now(): number }) {
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
     * @param noted ms UTC of the change that was on the screen; of a later one it says nothing. Absent: all that is known
     */
    async seen(storeId: StoreId, target: string, noted?: number) {
      const known = await database.transaction(({ flags }) => flags.of(storeId, [target]).get(target));
      if (known !== undefined && noted !== undefined && known > noted) return success({});
      const live = await database.jobs.live(storeId, 'dispatch', target);
      if (live?.holdReason === 'address-changed') await outbox.act({ action: 'approve', jobs: [live.id] });
      await database.transaction(({ flags, book }) => {
        const at = flags.of(storeId, [target]).get(target);
        flags.clear(storeId, target);
        if (at === undefined) return;
        // What was looked at stays in the order's history, also where only the market's answer to a confirm told of it.
        const seenAt = now();
        book.addChange(storeId, target, { what: 'address-changed', at, foundAt: at, pullOut: false, seenAt });
        book.noteSeen(storeId, target, seenAt);
      });
      return success({});
    },
  };
}

export type AddressesService = ReturnType<typeof createAddresses>;
