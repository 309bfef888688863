import { countIn } from '../../../src-preload/contract/job-states';
import type { JobState } from '../../../src-preload/contract/job-states';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Store, StoreStatus } from '../../../src-preload/contract/store';
import { presence } from '../../../src-preload/contract/text/ko/presence';

const words = presence.notices;

/** A notice of what happened while the window was away, and where a click on it leads. */
export interface RunNotice {
  title: string;
  body: string;
  storeId: StoreId;
  /** The states the log is filtered by then; none: all. */
  states: readonly JobState[];
}

type Status = Pick<StoreStatus, 'storeId' | 'connection' | 'pause' | 'counts' | 'filed'>;

interface Before {
  status: Status;
  /** The counts when something came under way; undefined while nothing is. */
  begun: Status['counts'] | undefined;
  /** A held job of this run was already said. */
  isHeldSaid: boolean;
}

/**
 * Compares what is known of the stores with what was known before: a run that ended, a store that stopped by itself, the
 * first job of a run that is held. Each is said once; a pause of the seller's own is no news.
 */
export function createRunNotices(): (
  stores: readonly Pick<Store, 'id' | 'label'>[],
  statuses: readonly Status[],
) => RunNotice[] {
  const known = new Map<StoreId, Before>();
  return (stores, statuses) =>
    statuses.flatMap((status) => {
      const before = known.get(status.storeId);
      const isBusy = countIn('underWay', status.counts) > 0;
      const begun = isBusy ? (before?.begun ?? before?.status.counts ?? status.counts) : undefined;
      const label = stores.find(({ id }) => id === status.storeId)?.label ?? '';
      const notice = before === undefined ? undefined : newsOf(before, status, label);
      const isHeldSaid = isBusy && (before?.isHeldSaid === true || notice?.states.includes('held') === true);
      known.set(status.storeId, { status, begun, isHeldSaid });
      return notice === undefined ? [] : [notice];
    });
}

function newsOf({ status: before, begun, isHeldSaid }: Before, status: Status, label: string): RunNotice | undefined {
  const { storeId, counts, pause } = status;
  const jobs = countIn('underWay', counts);
  if (pause !== undefined && pause.cause !== before.pause?.cause) {
    const { cause } = pause;
    if (cause !== 'seller' && cause !== 'look-first') {
      const body = [words.stops[cause], ...(jobs > 0 ? [words.kept(jobs)] : [])].join(' ');
      return { title: words.stopped(label), body, storeId, states: [] };
    }
  }
  if (begun === undefined) return undefined;
  const held = Math.max(0, counts.held - status.filed - begun.held);
  if (jobs === 0) {
    const done = Math.max(0, counts.succeeded - begun.succeeded);
    const rejected = Math.max(0, counts.rejected - begun.rejected);
    // All of it was taken back: the seller was here.
    if (done + held + rejected === 0) return undefined;
    return {
      title: done > 0 ? words.ended(done) : words.endedNone,
      body: words.rest(held, rejected) || words.allDone,
      storeId,
      states: held > 0 ? ['held'] : rejected > 0 ? ['rejected'] : [],
    };
  }
  if (held > 0 && !isHeldSaid) return { title: words.held(held), body: words.heldBody, storeId, states: ['held'] };
  return undefined;
}
