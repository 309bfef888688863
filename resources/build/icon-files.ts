import { encodePng } from '../../src-main/electron/presence/encode-png';
import { drawIcon } from './draw-icon';
import type { Drawing } from './svg-drawing';

/** px of icon.ico: the sizes in which Windows shows an icon at 100 to 400 percent. */
export const windowsSides = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** px of icon.png, of which Linux makes its sizes. */
const linuxSide = 512;
/** Of Apple's grid: a tile of 824 on 1024. */
export const macShare = 824 / 1024;
/**
 * The names of Apple's icon format; a side stands twice where it is also the double of a smaller one. The two smallest
 * are in the old form of channels and mask, as macOS shows a PNG of these sizes wrongly in an app's icon.
 */
const macSides = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;
const oldMacSides = [
  { side: 16, channels: 'is32', mask: 's8mk' },
  { side: 32, channels: 'il32', mask: 'l8mk' },
] as const;

/** The three files of resources/build by name, each size drawn by itself. */
export function iconFiles(drawing: Drawing): Record<'icon.ico' | 'icon.icns' | 'icon.png', Buffer> {
  return {
    'icon.ico': ico(drawing),
    'icon.icns': icns(drawing),
    'icon.png': encodePng(linuxSide, drawIcon(drawing, linuxSide)),
  };
}

function ico(drawing: Drawing): Buffer {
  const pictures = windowsSides.map((side) => encodePng(side, drawIcon(drawing, side)));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, picture] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    const side = (windowsSides[index] ?? 0) % 256;
    head.set([side, side, 0, 0], entry);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(picture.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}

function icns(drawing: Drawing): Buffer {
  const old = oldMacSides.flatMap(({ side, channels, mask }) => {
    const pixels = drawIcon(drawing, side, macShare);
    const channel = (offset: number): number[] => [...pixels].filter((_, index) => index % 4 === offset);
    const packed = [0, 1, 2].flatMap((offset) => packBytes(channel(offset)));
    return [part(channels, Buffer.from(packed)), part(mask, Buffer.from(channel(3)))];
  });
  const parts = macSides.map(([name, side]) => part(name, encodePng(side, drawIcon(drawing, side, macShare))));
  return part('icns', Buffer.concat([...old, ...parts]));
}

function part(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

/** Apple's packing: below 128 that many bytes and one follow as they are, from 128 the next one stands n - 125 times. */
function packBytes(bytes: readonly number[]): number[] {
  const packed: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const value = bytes[at] ?? 0;
    let run = 1;
    while (run < 130 && bytes[at + run] === value) run += 1;
    if (run >= 3) packed.push(run + 125, value);
    else packed.push(run - 1, ...bytes.slice(at, at + run));
    at += run;
  }
  return packed;
}
