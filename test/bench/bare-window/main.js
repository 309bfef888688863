/** The least an Electron app can be: a window with a file input. What the start bench compares with. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const folder = app.commandLine.getSwitchValue('bare-user-data');
if (folder !== '') app.setPath('userData', folder);
app.on('window-all-closed', () => app.quit());
// Not awaited: an ES module that waits for `ready` while it is being loaded waits for itself.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(import.meta.dirname, 'index.html'));
});
