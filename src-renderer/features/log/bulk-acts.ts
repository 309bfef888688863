import type { Job } from '../../../src-preload/contract/job';
import { asksConfirmFirst, canChangeByRetry, canDo } from '../../../src-preload/contract/job-rules';
import type { JobId } from '../../../src-preload/contract/ids';
import { text } from '../../text';

/** What can be done with several jobs at once. */
export interface BulkAct {
  action: 'confirm-then-dispatch' | 'retry' | 'reread' | 'put-back' | 'exclude';
  label: string;
  jobs: readonly JobId[];
}

const words = text.log.view.acts;

/** Decided box by box, never in one go with others. */
function isDecidedAlone({ state, holdReason }: Job): boolean {
  return state === 'held' && holdReason === 'cancel-requested';
}

/** How many of the chosen ones wait for a choice that is made box by box. */
export function countDecidedAlone(jobs: readonly Job[]): number {
  return jobs.filter(isDecidedAlone).length;
}

const acts: readonly { action: BulkAct['action']; label(jobs: number): string; fits(job: Job): boolean }[] = [
  { action: 'confirm-then-dispatch', label: text.log.confirmAll, fits: asksConfirmFirst },
  { action: 'retry', label: words.retry, fits: canChangeByRetry },
  {
    action: 'reread',
    label: words.reread,
    fits: (job) =>
      job.state !== 'succeeded' && job.state !== 'cancelled' && job.state !== 'held' && canDo('reread', job),
  },
  { action: 'put-back', label: words.putBack, fits: (job) => canDo('put-back', job) },
  { action: 'exclude', label: words.exclude, fits: (job) => !isDecidedAlone(job) && canDo('exclude', job) },
];

/** The acts that some of these jobs offer, each with those that do; the likeliest last, where the filled button is. */
export function bulkActs(jobs: readonly Job[]): BulkAct[] {
  return acts
    .flatMap(({ action, label, fits }) => {
      const own = jobs.filter(fits).map(({ id }) => id);
      return own.length === 0 ? [] : [{ action, label: label(own.length), jobs: own }];
    })
    .toReversed();
}
