import type { Logger } from './log-events';

export interface DeferredLogger extends Logger {
  /** From now on events go there, those that were kept first. */
  attach(logger: Logger): void;
}

const mostKept = 200;

/**
 * Keeps events until there is a log to write them into: the schemas are loaded next to the window, and a second instance,
 * which ends at once, must not write into the folder of the first. Events kept are dated when they are written.
 */
export function createDeferredLogger(): DeferredLogger {
  let target: Logger | undefined;
  const kept: ((logger: Logger) => void)[] = [];
  return {
    log(event, fields) {
      if (target) target.log(event, fields);
      else if (kept.length < mostKept) kept.push((logger) => logger.log(event, fields));
    },
    attach(logger) {
      target = logger;
      for (const write of kept.splice(0)) write(logger);
    },
  };
}
