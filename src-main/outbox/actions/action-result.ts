import { isIn } from '../../../src-preload/contract/job-states';
import { priorities } from '../../database/rows';
import type { JobRow } from '../../database/rows';
import type { Journal } from '../write/job-transaction';
import type { Patch } from '../decide/patch';
import type { ActionOutcome } from '../outbox-port';

type Why = ActionOutcome['refused'][number]['why'];
/** What came of an act on one job: the jobs it changed, or why not. */
export type ActionResult = { changed: readonly JobRow[] } | { why: Why };

/** Why an act on a job in this state is refused. */
export const refusedFor = (job: JobRow): ActionResult => ({
  why: isIn('inFlight', job.state) ? 'in-flight' : 'wrong-state',
});
/** The jobs that were changed; none is a refusal. */
export const done = (...jobs: readonly (JobRow | undefined)[]): ActionResult => {
  const changed = jobs.flatMap((job) => job ?? []);
  return changed.length > 0 ? { changed } : { why: 'wrong-state' };
};

/** A fresh beginning: what the seller asks for goes before what is merely new, and earlier failures do not count. */
export function startOver(journal: Journal): Patch {
  return {
    priority: priorities.asked,
    failures: 0,
    batchCap: undefined,
    readAt: undefined,
    answerCode: undefined,
    answerMessage: undefined,
    dueAt: journal.at,
  };
}
