import type { JobId } from '../../../src-preload/contract/ids';

/**
 * Whether whole-call refusals (a 400) of one kind of call point at our code rather than at a line: two different jobs
 * refused alone with no success between. "Between" counts from the refusal that began the splitting, so that two bad
 * lines side by side in a good sheet, whose neighbours went through meanwhile, are not taken for a bug.
 */
export interface RejectedCalls {
  alone: ReadonlySet<JobId>;
  /** A call was answered since the splitting began. */
  cleared: boolean;
}

export const noRejectedCalls: RejectedCalls = { alone: new Set(), cleared: false };

/**
 * A whole call was refused.
 * @param jobs what it carried
 * @param isSplit its jobs come from a larger call that was refused
 */
export function countRejectedCall(before: RejectedCalls, jobs: readonly JobId[], isSplit: boolean): RejectedCalls {
  const alone = jobs.length === 1 ? new Set([...before.alone, ...jobs]) : before.alone;
  return { alone, cleared: isSplit && before.cleared };
}

/** A call was answered with its lists: our requests can be read. */
export const acceptedCall: RejectedCalls = { alone: new Set(), cleared: true };

/** Whether the refusals point at our own requests. */
export function pointsAtOurCode({ alone, cleared }: RejectedCalls): boolean {
  return !cleared && alone.size >= 2;
}
