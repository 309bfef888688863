import type { StoreId } from '../../src-preload/contract/ids';
import { success } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';
import type { Outbox } from '../outbox/outbox-port';

/** Address changes the market told of with a confirm's answer: each a warning until the seller has looked. */
export function createAddresses({ database, outbox }: { database: AppDatabase; outbox: Outbox }) {
  return {
    async list(storeId: StoreId) {
      const flagged = await database.flags.list(storeId);
      const changed = flagged.map(async ({ target, at }) => {
        const [job] = await database.jobs.latestOf(storeId, 'dispatch', [target]);
        const shown = job === undefined ? undefined : await database.log.job(job.jobId);
        const name = shown?.productName ?? (await database.productNames.of(storeId, target));
        return {
          target,
          at,
          ...(shown?.recipient === undefined ? {} : { recipient: shown.recipient }),
          ...(name === undefined ? {} : { name }),
        };
      });
      return success({ changed: await Promise.all(changed) });
    },

    /** Ticked off: nothing is held for it any more, and a dispatch that was held for it goes on. */
    async seen(storeId: StoreId, target: string) {
      const live = await database.jobs.live(storeId, 'dispatch', target);
      if (live?.holdReason === 'address-changed') await outbox.act({ action: 'approve', jobs: [live.id] });
      await database.flags.clear(storeId, target);
      return success({});
    },
  };
}

export type AddressesService = ReturnType<typeof createAddresses>;
