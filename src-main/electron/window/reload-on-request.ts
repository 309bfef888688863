import { app } from 'electron';
import type { BrowserWindow } from 'electron';

/** `npm run dev` has built the window and asks for it to be loaded again. A packaged app does not listen. */
export function reloadOnRequest(window: BrowserWindow): void {
  if (app.isPackaged) return;
  process.on('message', (message) => {
    if (message === 'reload-window' && !window.isDestroyed()) window.webContents.reloadIgnoringCache();
  });
}
