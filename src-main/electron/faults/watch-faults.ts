import { app, dialog } from 'electron';
import { closing } from '../../../src-preload/contract/text/ko/closing';
import type { Logger } from '../../diagnostics/log-events';
import { createFaultHandlers } from './faults';
import { printProblem } from './report';

/**
 * Listens for faults no one caught and for helper processes that end (faults.ts).
 * @param show answers false where there is no window yet
 */
export function watchFaults(given: {
  logger: Logger;
  flush: () => void;
  show: (notice: { title: string; body: string }) => boolean;
}): void {
  const faults = createFaultHandlers({
    ...given,
    print: printProblem,
    giveUp(sentence) {
      dialog.showErrorBox(closing.appName, sentence);
      app.exit(1);
    },
    clock: () => performance.now(),
  });
  process.on('uncaughtException', faults.uncaughtException);
  process.on('unhandledRejection', faults.unhandledRejection);
  app.on('child-process-gone', (_event, details) => faults.childProcessGone(details));
}
