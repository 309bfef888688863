import type { JobId } from '../../../src-preload/contract/ids';

/**
 * Whether whole-call refusals point at our code rather than at a line (resources/docs/domain.md, "A whole call
 * refused"): two different jobs refused alone with no success between. "Between" counts from the refusal that began the
 * splitting, so that two bad lines side by side in a good sheet, whose neighbours went through meanwhile, are not taken
 * for a bug.
 */
export interface Suspicion {
  alone: ReadonlySet<JobId>;
  /** A call was answered since the splitting began. */
  cleared: boolean;
}

export const noSuspicion: Suspicion = { alone: new Set(), cleared: false };

/**
 * A whole call was refused.
 * @param jobs what it carried
 * @param isSplit its jobs come from a larger call that was refused
 */
export function refusedCall(suspicion: Suspicion, jobs: readonly JobId[], isSplit: boolean): Suspicion {
  const alone = jobs.length === 1 ? new Set([...suspicion.alone, ...jobs]) : suspicion.alone;
  return { alone, cleared: isSplit && suspicion.cleared };
}

/** A call was answered with its lists: our requests can be read. */
export const answeredCall: Suspicion = { alone: new Set(), cleared: true };

/** Whether the refusals point at our own requests. */
export function isBug(suspicion: Suspicion): boolean {
  return !suspicion.cleared && suspicion.alone.size >= 2;
}
