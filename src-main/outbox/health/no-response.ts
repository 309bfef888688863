import { growingPauseMs } from '../decide/back-off';

/** Of one kind of call: how many whole calls in a row ended without a usable answer (cut, 5xx, no JSON). */
export interface NoResponse {
  inARow: number;
  /** ms UTC. From then on only single calls go out, in growing pauses; undefined: calls go out as usual. */
  since: number | undefined;
  /** Single calls tried since then. */
  round: number;
  /** ms UTC. With `since`: when the next single call may go. */
  nextTryAt: number;
}

export const allAnswered: NoResponse = { inARow: 0, since: undefined, round: 0, nextTryAt: 0 };

const callsUntilSingle = 3;

/** A further whole call of the kind ended without a usable answer. */
export function countNoResponse(before: NoResponse, now: number): NoResponse {
  const inARow = before.inARow + 1;
  if (before.since === undefined && inARow < callsUntilSingle) return { ...before, inARow };
  const round = before.since === undefined ? 0 : before.round + 1;
  return { inARow, since: before.since ?? now, round, nextTryAt: now + growingPauseMs(round) };
}
