import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawIcon } from '../../src-main/electron/draw-icon';
import { encodePng } from '../../src-main/electron/encode-png';

/**
 * Writes icon.ico (Windows) and icon.icns (macOS) next to it, each size drawn by itself:
 * `node --import tsx resources/build/make-icons.ts`. electron-builder takes them from here by their names.
 */
const windowsSides = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** The names of Apple's icon format; a side stands twice where it is also the double of a smaller one. */
const macSides = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

const pictures = new Map<number, Buffer>();
function pictureOf(side: number): Buffer {
  const made = pictures.get(side) ?? encodePng(side, drawIcon(side, 'tile'));
  pictures.set(side, made);
  return made;
}

function ico(): Buffer {
  const head = Buffer.alloc(6 + 16 * windowsSides.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(windowsSides.length, 4);
  let at = head.length;
  for (const [index, side] of windowsSides.entries()) {
    const size = pictureOf(side).length;
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    head.set([side % 256, side % 256, 0, 0], entry);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(size, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += size;
  }
  return Buffer.concat([head, ...windowsSides.map(pictureOf)]);
}

function icns(): Buffer {
  const parts = macSides.map(([name, side]) => {
    const picture = pictureOf(side);
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(picture.length + 8, 4);
    return Buffer.concat([head, picture]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

await writeFile(join(import.meta.dirname, 'icon.ico'), ico());
await writeFile(join(import.meta.dirname, 'icon.icns'), icns());
