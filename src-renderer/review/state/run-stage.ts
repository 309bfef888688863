import type { CallOutput } from '../../../src-preload/contract/calls';
import { jobStateGroups } from '../../../src-preload/contract/job-states';

export type RunSums = CallOutput<'imports-sums'>;

/** undo: it can still be taken back. going: something of it is under way. over: the rest is done or waits for the seller. */
export type RunStage = 'undo' | 'going' | 'over';

/** What a run comes to; jobs. */
export interface RunFigures {
  all: number;
  /** The market has them. */
  done: number;
  held: number;
  rejected: number;
  /** Taken out by the seller. */
  out: number;
  /** Under way, whatever it waits for. */
  left: number;
  /** Of these: next to be sent, or in a call. What waits for a reading or its next try has a time of its own. */
  moving: number;
}

/** Adds up the states of a run. What lies in the seller's own file is no part of it. */
export function figuresOf({ states }: Pick<RunSums, 'states'>): RunFigures {
  const left = jobStateGroups.underWay.reduce((sum, state) => sum + states[state], 0);
  const { succeeded: done, held, rejected, cancelled: out, queued, sending } = states;
  return { all: left + done + held + rejected + out, done, held, rejected, out, left, moving: queued + sending };
}

/** How far a run is. `dueAt`: when it begins, ms UTC. */
export function stageOf(figures: RunFigures, dueAt: number, now: number): RunStage {
  if (figures.left === 0) return 'over';
  return now < dueAt ? 'undo' : 'going';
}
