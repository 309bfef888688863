import type { JobRow } from '../../database/rows';
import type { Journal } from './job-transaction';
import { update } from './transition';
import type { Found } from '../decide/reconcile';

/** What the market has accepted is read this long after it, once nothing else is to be done. */
export const readBackAfterMs = 60_000;
/** A reading that does not show it yet is repeated after these, then what it shows stands. */
const againAfterMs = [5 * 60_000, 30 * 60_000] as const;

/**
 * Applies a reading to a dispatch that is done (resources/docs/domain.md, "Read back"). It stays done: what the market
 * shows now, and what differs from what was sent, stands next to it.
 */
export function applyToSucceeded(journal: Journal, job: JobRow, found: Found): JobRow | undefined {
  const asked = job.reread ? { reread: false } : {};
  const isPlanned = job.dueAt !== undefined;
  const again = againAfterMs[job.failures];
  const later = isPlanned && again !== undefined ? { dueAt: journal.at + again, failures: job.failures + 1 } : {};
  const never = { dueAt: undefined };
  if (found.is !== 'found') return update(journal, job, { ...asked, ...never, ...later });
  const read = { finding: found.finding, readAt: journal.at, ...asked };
  switch (found.registered?.is) {
    case 'same': {
      // Said once, it stays said: the next reading shows the same claim.
      const kept = keptCodes.find((code) => code === job.code);
      return update(journal, job, { ...read, ...never, code: found.registered.code ?? kept });
    }
    case 'other':
      return update(journal, job, { ...read, ...never, code: 'conflict' });
    case 'nothing':
      if (isPlanned && again !== undefined) return update(journal, job, { ...read, ...later });
      return update(journal, job, { ...read, ...never, code: 'not-registered' });
    case 'unclear':
    case undefined:
      return update(journal, job, { ...read, ...never, ...later });
  }
}

const keptCodes = ['already-dispatched', 'cancel-overridden'] as const;
