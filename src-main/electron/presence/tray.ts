import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { presence as texts } from '../../../src-preload/contract/text/ko/presence';
import { drawTray } from './draw-tray';
import type { TrayGround } from './draw-tray';
import { encodePng } from './encode-png';
import type { Presence } from './presence-of';

const words = texts.tray;

export interface TrayActs {
  show(): void;
  /** What waits for the seller. */
  showTasks(): void;
  pause(isPaused: boolean): void;
  quit(): void;
}

/** px at a scale of 1; Windows shows its own scales between 1 and 2 in whole pixels. */
const side = 16;
const scales = [1, 1.25, 1.5, 2, 3] as const;

/** The menu of the tray, for what is so just now. */
export function trayMenu({ run, tasks, isPaused }: Presence, acts: TrayActs): MenuItemConstructorOptions[] {
  return [
    { label: run === undefined ? words.idle : words.running(run.done, run.total), enabled: false },
    { type: 'separator' },
    { label: tasks > 0 ? words.tasks(tasks) : words.noTasks, enabled: tasks > 0, click: acts.showTasks },
    { type: 'separator' },
    { label: words.open, click: acts.show },
    {
      label: isPaused ? words.goOn : words.pause,
      enabled: run !== undefined,
      click: () => acts.pause(!isPaused),
    },
    { type: 'separator' },
    { label: words.quit, click: acts.quit },
  ];
}

/** The app next to the clock: its figure while the window is away, and the way back where its window is closed. */
export function openTray(first: Presence, acts: TrayActs): { show(presence: Presence): void } {
  let look = first.look;
  const tray = new Tray(trayImage(look));
  const show = (presence: Presence): void => {
    if (presence.look !== look) tray.setImage(trayImage(presence.look));
    look = presence.look;
    tray.setToolTip(presence.title);
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(presence, acts)));
  };
  show(first);
  tray.on('click', acts.show);
  nativeTheme.on('updated', () => tray.setImage(trayImage(look)));
  return { show };
}

/** Drawn here, each size by itself, so that no file has to be found. The menu bar of macOS colours it by itself. */
function trayImage(look: Presence['look']): Electron.NativeImage {
  const isMac = process.platform === 'darwin';
  const ground: TrayGround = isMac ? 'template' : nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const image = nativeImage.createEmpty();
  for (const scaleFactor of scales) {
    const pixels = Math.round(side * scaleFactor);
    const png = encodePng(pixels, drawTray(pixels, look, ground));
    image.addRepresentation({ scaleFactor, dataURL: `data:image/png;base64,${png.toString('base64')}` });
  }
  image.setTemplateImage(isMac);
  return image;
}
