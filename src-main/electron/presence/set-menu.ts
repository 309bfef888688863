import { Menu } from 'electron';
import type { WebContents } from 'electron';
import type { Act } from '../../../src-preload/contract/shortcuts';
import { appMenu } from './app-menu';
import { asUserGesture } from './as-user-gesture';

/**
 * Sets the menu of the app, or takes Electron's own away where there is none.
 * @param own does the acts that are the window's own, and answers whether it was one; the page is asked for the others
 */
export function setMenu(
  page: WebContents,
  own: { runAct(act: Act): boolean },
  askPage: (act: Act) => void,
  report: (where: string, problem: unknown) => void,
): void {
  const menu = appMenu(process.platform, (act) => {
    if (own.runAct(act)) return;
    void asUserGesture(
      page,
      () => askPage(act),
      (problem) => report('menu', problem),
    );
  });
  Menu.setApplicationMenu(menu === undefined ? null : Menu.buildFromTemplate(menu));
}
