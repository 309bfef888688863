import { Menu, nativeImage, Tray } from 'electron';
import { closing } from '../../src-preload/contract/text/ko/closing';

interface Options {
  onShow(): void;
  onQuit(): void;
}

const side = 16;

/** The app without its window: the outbox goes on, and the way back is here (or a second start of the app). */
export function openTray({ onShow, onQuit }: Options): Tray {
  const tray = new Tray(dot());
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

/** A filled square in the app's colour, drawn here so that no file has to be found. */
function dot(): Electron.NativeImage {
  const pixels = Buffer.alloc(side * side * 4);
  // Electron wants BGRA here.
  for (let at = 0; at < pixels.length; at += 4) pixels.set([0xc4, 0x5b, 0x1f, 0xff], at);
  return nativeImage.createFromBitmap(pixels, { width: side, height: side });
}
