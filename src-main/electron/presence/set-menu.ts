import { Menu } from 'electron';
import type { Act } from '../../../src-preload/contract/shortcuts';
import { appMenu } from './app-menu';

/** Sets the menu of the app, or takes Electron's own away where there is none. */
export function setMenu(onAct: (act: Act) => void): void {
  const menu = appMenu(process.platform, onAct);
  Menu.setApplicationMenu(menu === undefined ? null : Menu.buildFromTemplate(menu));
}
