import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from './log-events';

/** A frame that takes longer is seen. */
const slowMs = 100;
const glanceMs = 1000;
const sampleMs = 20;

/**
 * Logs what held the main thread for more than 100 ms: the longest of each second. A timer of the runtime measures it,
 * so nothing is added to any task.
 * @returns the function that stops it
 */
export function watchSlowTasks(logger: Logger): () => void {
  const delays = monitorEventLoopDelay({ resolution: sampleMs });
  delays.enable();
  const timer = setInterval(() => {
    const longestMs = delays.max / 1e6;
    delays.reset();
    if (longestMs > slowMs) logger.log('slow-task', { ms: longestMs });
  }, glanceMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    delays.disable();
  };
}
