import type { Logger } from '../../diagnostics/log-events';

/** What is done with a window whose process ended or does not answer. */
export interface WindowRecovery {
  /** `render-process-gone`. */
  gone(details: { reason: string; exitCode: number }): void;
  unresponsive(): void;
  responsive(): void;
  /** The seller wants the window back from the page that took its place. */
  reopen(): void;
  /** The page asks for its first answer: tells once what went on while it was gone. */
  started(): Promise<void>;
}

/** How many jobs have ended so far, or wait for the seller. */
export interface Ended {
  done: number;
  rejected: number;
  held: number;
}

/** Sums what the statuses of the stores count. */
export function endedJobs(
  statuses: readonly { counts: { succeeded: number; rejected: number; held: number } }[],
): Ended {
  return statuses.reduce(
    (sum, { counts }) => ({
      done: sum.done + counts.succeeded,
      rejected: sum.rejected + counts.rejected,
      held: sum.held + counts.held,
    }),
    { done: 0, rejected: 0, held: 0 },
  );
}

interface Options {
  /** ms that only go up */
  clock(): number;
  later(work: () => void, ms: number): unknown;
  cancel(handle: unknown): void;
  logger: Logger;
  /** Loads the window again, with its drafts. */
  load(): void;
  /** Loads the page that says that the window does not stay open. */
  loadStopped(): void;
  /** Ends the process of the window; `gone` follows. */
  kill(): void;
  /** A developer has stopped it at a breakpoint. */
  isDebugged(): boolean;
  /** undefined: there is no outbox yet. */
  ended(): Promise<Ended | undefined>;
  /** Says in the window what went on meanwhile. */
  notify(meanwhile: Ended): void;
  report(problem: unknown): void;
}

/** Three times a minute; a fourth would meet the same fault, and the seller would see nothing but flicker. */
const mostReloads = 3;
const reloadWindowMs = 60_000;
/** Chromium says so after 30 s without a sign; a large paste may yet end by itself. */
const unresponsiveForMs = 10_000;
/** Not from within the event of the process that has just gone. */
const loadAfterMs = 200;
/** The page that says so has ended as well. */
const stoppedAgainAfterMs = 5_000;

/** Brings the window back when its process crashed, was killed or hangs; the outbox, which lives elsewhere, goes on. */
export function createWindowRecovery(options: Options): WindowRecovery {
  const { clock, later, logger } = options;
  let reloads: number[] = [];
  let isStopped = false;
  let hang: unknown;
  let before: Promise<Ended | undefined> | undefined;

  const noteEnded = (): void => {
    before ??= options.ended().catch((problem: unknown) => {
      options.report(problem);
      return undefined;
    });
  };

  const stopWaiting = (): void => {
    options.cancel(hang);
    hang = undefined;
  };

  return {
    gone({ reason, exitCode }) {
      stopWaiting();
      if (reason === 'clean-exit') {
        logger.log('window-gone', { reason, exitCode, action: 'none' });
        return;
      }
      noteEnded();
      reloads = reloads.filter((at) => clock() - at < reloadWindowMs);
      if (!isStopped && reloads.length < mostReloads) {
        reloads.push(clock());
        logger.log('window-gone', { reason, exitCode, action: 'reload' });
        later(() => options.load(), loadAfterMs);
        return;
      }
      logger.log('window-gone', { reason, exitCode, action: 'stopped-page' });
      later(() => options.loadStopped(), isStopped ? stoppedAgainAfterMs : loadAfterMs);
      isStopped = true;
    },
    unresponsive() {
      if (hang !== undefined || options.isDebugged()) return;
      logger.log('window-unresponsive', {});
      hang = later(() => {
        hang = undefined;
        options.kill();
      }, unresponsiveForMs);
    },
    responsive() {
      if (hang === undefined) return;
      stopWaiting();
      logger.log('window-responsive', {});
    },
    reopen() {
      if (!isStopped) return;
      isStopped = false;
      reloads = [];
      options.load();
    },
    async started() {
      if (before === undefined) return;
      const [was, is] = await Promise.all([before, options.ended()]);
      before = undefined;
      if (was === undefined || is === undefined) return;
      const since = (now: number, then: number): number => Math.max(0, now - then);
      options.notify({
        done: since(is.done, was.done),
        rejected: since(is.rejected, was.rejected),
        held: since(is.held, was.held),
      });
    },
  };
}
