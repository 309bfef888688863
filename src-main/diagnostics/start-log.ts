import type { DeferredLogger } from './deferred-logger';
import { logFolder, openLogFile } from './log-file';
import { createLogger } from './logger';
import { watchSlowTasks } from './slow-tasks';

/** The log of this run, once it is open. */
export interface RunningLog {
  /** Writes what is kept, now. */
  flush(): void;
  /** Says why the app ends, once, and writes it. Nothing is watched any more. */
  stop(reason: string): void;
}

/** Opens the log of the data folder, writes what was kept for it, and watches for slow tasks from now on. */
export function startLog(given: {
  dataDir: string;
  logger: DeferredLogger;
  report: (problem: unknown) => void;
}): RunningLog {
  const { dataDir, logger, report } = given;
  const file = openLogFile({ folder: logFolder(dataDir), report });
  logger.attach(createLogger({ write: file.write, now: () => Date.now() }));
  const stopWatching = watchSlowTasks(logger);
  let isStopped = false;
  return {
    flush: file.flush,
    stop(reason) {
      if (isStopped) return;
      isStopped = true;
      stopWatching();
      logger.log('app-stopped', { reason });
      file.flush();
    },
  };
}
