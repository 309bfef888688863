import { Menu, nativeImage, Tray } from 'electron';
import { closing } from '../../src-preload/contract/text/ko/closing';
import { drawIcon } from './draw-icon';
import { encodePng } from './encode-png';

interface Options {
  platform: string;
  onShow(): void;
  onQuit(): void;
}

/** px at a scale of 1; Windows shows its own scales between 1 and 2 in whole pixels. */
const side = 16;
const scales = [1, 1.25, 1.5, 2, 3] as const;

/** The app without its window: the outbox goes on, and the way back is here (or a second start of the app). */
export function openTray({ platform, onShow, onQuit }: Options): Tray {
  const tray = new Tray(trayImage(platform));
  tray.setToolTip(closing.tray.goesOn);
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: closing.tray.show, click: onShow },
      { type: 'separator' },
      { label: closing.leave, click: onQuit },
    ]),
  );
  tray.on('click', onShow);
  return tray;
}

/** Drawn here, each size by itself, so that no file has to be found. The menu bar of macOS colours it by itself. */
function trayImage(platform: string): Electron.NativeImage {
  const isTemplate = platform === 'darwin';
  const image = nativeImage.createEmpty();
  for (const scaleFactor of scales) {
    const pixels = Math.round(side * scaleFactor);
    const png = encodePng(pixels, drawIcon(pixels, isTemplate ? 'template' : 'tile'));
    image.addRepresentation({ scaleFactor, dataURL: `data:image/png;base64,${png.toString('base64')}` });
  }
  image.setTemplateImage(isTemplate);
  return image;
}
