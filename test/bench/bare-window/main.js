/** The least an Electron app can be: a window with a file input. What the start bench compares with. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const folder = app.commandLine.getSwitchValue('bare-user-data');
if (folder !== '') app.setPath('userData', folder);
app.on('window-all-closed', () => app.quit());
await app.whenReady();
const window = new BrowserWindow({ width: 1280, height: 800, show: false });
window.once('ready-to-show', () => window.show());
await window.loadFile(join(import.meta.dirname, 'index.html'));
