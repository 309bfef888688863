import { recovery } from '../../../src-preload/contract/text/ko/recovery';
import { describeProblem } from '../../diagnostics/describe-problem';
import type { Logger } from '../../diagnostics/log-events';

interface Notice {
  title: string;
  body: string;
}

interface Options {
  logger: Logger;
  /** Writes the log, now. */
  flush(): void;
  print(place: string, problem: unknown): void;
  /** Shows a note in the window; false: there is none yet. */
  show(notice: Notice): boolean;
  /** Nothing came up at all: says so without a window and ends. */
  giveUp(sentence: string): void;
  /** ms that only go up */
  clock(): number;
}

/** What ended, as Electron tells of a process next to the window. */
interface ProcessGone {
  type: string;
  reason: string;
  exitCode: number;
  name?: string;
}

/** The same note once a minute: what repeats itself is in the log. */
const notAgainForMs = 60_000;

/**
 * What to do with faults no one caught and with helper processes that ended: each is logged and shown, never silent. The
 * app goes on: what it owes is on the disk, and every transaction is whole or undone.
 */
export function createFaultHandlers({ logger, flush, print, show, giveUp, clock }: Options) {
  const shownAt = new Map<string, number>();
  const showOnce = (notice: Notice): boolean => {
    const at = shownAt.get(notice.title);
    if (at !== undefined && clock() - at < notAgainForMs) return true;
    shownAt.set(notice.title, clock());
    return show(notice);
  };
  const uncaught =
    (place: 'uncaughtException' | 'unhandledRejection') =>
    (problem: unknown): void => {
      print(place, problem);
      logger.log('problem', { place, ...describeProblem(problem) });
      flush();
      if (!showOnce(recovery.unexpected)) giveUp(recovery.notStarted);
    };
  return {
    uncaughtException: uncaught('uncaughtException'),
    unhandledRejection: uncaught('unhandledRejection'),
    childProcessGone({ type, reason, exitCode, name }: ProcessGone): void {
      logger.log('process-gone', { type, reason, exitCode, ...(name === undefined ? {} : { name }) });
      if (reason === 'clean-exit') return;
      showOnce(type === 'GPU' ? recovery.graphics : recovery.helper);
    },
  };
}
