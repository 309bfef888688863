import type { BrowserWindow } from 'electron';
import type { Logger } from '../../diagnostics/log-events';
import { stoppedAddress, windowAddress } from './stopped-page';
import { createWindowRecovery } from './window-recovery';
import type { Ended, WindowRecovery } from './window-recovery';

/** Brings the window back when its process ends or hangs (window-recovery.ts). */
export function guardWindow(
  window: BrowserWindow,
  given: {
    logger: Logger;
    /** undefined: there is no outbox yet. */
    ended: () => Promise<Ended | undefined>;
    notify: (meanwhile: Ended) => void;
    report: (problem: unknown) => void;
  },
): WindowRecovery {
  const { webContents } = window;
  const load = (address: string): void => {
    if (!window.isDestroyed()) webContents.loadURL(address).catch(given.report);
  };
  const recovery = createWindowRecovery({
    ...given,
    clock: () => performance.now(),
    later: (work, ms) => setTimeout(work, ms),
    cancel: (handle) => clearTimeout(handle as NodeJS.Timeout),
    load: () => load(windowAddress),
    loadStopped: () => load(stoppedAddress),
    kill: () => webContents.forcefullyCrashRenderer(),
    isDebugged: () => webContents.isDevToolsOpened(),
  });
  webContents.on('render-process-gone', (_event, details) => {
    if (!window.isDestroyed()) recovery.gone(details);
  });
  window.on('unresponsive', () => recovery.unresponsive());
  window.on('responsive', () => recovery.responsive());
  // Every door of the page is shut, this link as well; that it was pressed is enough.
  webContents.on('will-frame-navigate', ({ url }) => {
    if (url === windowAddress && webContents.getURL() === stoppedAddress) recovery.reopen();
  });
  return recovery;
}
