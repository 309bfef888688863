import type { MenuItemConstructorOptions } from 'electron';
import { acceleratorOf, chordsOf } from '../../../src-preload/contract/shortcuts';
import type { Act } from '../../../src-preload/contract/shortcuts';
import { menu as words } from '../../../src-preload/contract/text/ko/menu';
import { shortcuts } from '../../../src-preload/contract/text/ko/shortcuts';

/**
 * The menu, in Korean: macOS needs one for quitting and for the clipboard's keys, and shows the window's acts with theirs.
 * Elsewhere there is none: the window itself hears its keys.
 * @param platform process.platform
 * @param onAct an act was chosen with the mouse; its keys go to the page first, which then keeps them from the menu
 */
export function appMenu(platform: string, onAct: (act: Act) => void): MenuItemConstructorOptions[] | undefined {
  if (platform !== 'darwin') return undefined;
  const item = (act: Act, label: string): MenuItemConstructorOptions => {
    const [first] = chordsOf(act);
    return { label, click: () => onAct(act), ...(first === undefined ? {} : { accelerator: acceleratorOf(first) }) };
  };
  const { acts, menus } = shortcuts;
  return [
    {
      label: words.app,
      submenu: [
        { role: 'about', label: words.about },
        { type: 'separator' },
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
        { role: 'unhide', label: words.unhide },
        { type: 'separator' },
        { role: 'quit', label: words.quit },
      ],
    },
    { label: menus.file, submenu: [item('open-file', acts['open-file']), item('close-file', acts['close-file'])] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: menus.view,
      submenu: [
        item('find', acts.find),
        item('side-sheet', acts['side-sheet']),
        item('next-file', acts['next-file']),
        item('previous-file', acts['previous-file']),
        { type: 'separator' },
        item('palette', acts.palette),
        { type: 'separator' },
        item('zoom-in', acts['zoom-in']),
        item('zoom-out', acts['zoom-out']),
        item('zoom-reset', acts['zoom-reset']),
      ],
    },
    {
      label: words.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: words.minimise },
        { role: 'zoom', label: words.zoom },
        // Cmd+W closes a file, as the tab of a browser.
        { role: 'close', label: words.close, accelerator: 'Shift+CommandOrControl+W' },
      ],
    },
    { label: menus.help, role: 'help', submenu: [item('keys', acts.keys)] },
  ];
}
