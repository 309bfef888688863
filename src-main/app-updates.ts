import { countIn } from '../src-preload/contract/job-states';
import type { StoreStatus } from '../src-preload/contract/store';
import type { AppDatabase } from './database/tables';
import type { Connect } from './network/connector';
import type { Outbox, Timers } from './outbox/outbox-port';
import { createUpdates } from './services/updates';
import type { UpdatesService } from './services/updates';
import type { Surroundings } from './surroundings';
import { reasonOf } from './updates/update-failure';

/** The search for newer versions, over the connections of the core and with its view of what is under way. */
export function openAppUpdates(
  surroundings: Pick<Surroundings, 'updates' | 'send' | 'logger' | 'report'>,
  parts: {
    database: AppDatabase;
    outbox: Pick<Outbox, 'busy'> & { statuses(): Promise<readonly Pick<StoreStatus, 'counts'>[]> };
    connect: Connect;
    timers: Timers;
    now(): number;
  },
): UpdatesService {
  const { updates, send, logger, report } = surroundings;
  const { database, outbox, connect, timers, now } = parts;
  return createUpdates({
    openFinder: updates && (() => updates.openFinder(connect)),
    reasonOf,
    isByHand: updates?.isByHand ?? false,
    lastInstallFailed: updates?.lastInstallFailed ?? false,
    database,
    async busy() {
      const [{ inFlight }, statuses] = await Promise.all([outbox.busy(), outbox.statuses()]);
      return { inFlight, unsettled: statuses.reduce((sum, { counts }) => sum + countIn('inFlight', counts), 0) };
    },
    timers,
    now,
    publish: (current) => send('updates-changed', current),
    log: (entry) => logger.log('update', entry),
    planExit: (plan) => updates?.planExit(plan),
    leave: () => updates?.leave(),
    openPage: async () => updates?.openPage(),
    report: (problem) => report('updates', problem),
  });
}
