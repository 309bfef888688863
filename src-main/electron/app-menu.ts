import type { MenuItemConstructorOptions } from 'electron';
import { menu as words } from '../../src-preload/contract/text/ko/menu';

/**
 * The menu, in Korean: macOS needs one for quitting and for the clipboard's keys. Elsewhere there is none.
 * @param platform process.platform
 */
export function appMenu(platform: string): MenuItemConstructorOptions[] | undefined {
  if (platform !== 'darwin') return undefined;
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
      label: words.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: words.minimise },
        { role: 'zoom', label: words.zoom },
        { role: 'close', label: words.close },
      ],
    },
  ];
}
