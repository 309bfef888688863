import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawIcon } from '../../../../src-main/electron/draw-icon';
import { encodePng } from '../../../../src-main/electron/encode-png';

const build = join(import.meta.dirname, '../../../../resources/build');

/** The pixels of a picture, four numbers each. */
function pixelsOf(pixels: Uint8Array): number[][] {
  return Array.from({ length: pixels.length / 4 }, (_, at) => [...pixels.subarray(at * 4, at * 4 + 4)]);
}

describe('the icon', () => {
  it.each([16, 20, 24, 32, 48, 64, 256])('is drawn at %i px: round corners, a white parcel on blue', (side) => {
    const pixels = pixelsOf(drawIcon(side, 'tile'));
    expect(pixels).toHaveLength(side * side);
    expect(pixels[0]?.[3]).toBe(0);
    const share = (wanted: readonly number[]) =>
      pixels.filter((pixel) => pixel.join() === wanted.join()).length / pixels.length;
    expect(share([0x1f, 0x5f, 0xd1, 255])).toBeGreaterThan(0.3);
    expect(share([255, 255, 255, 255])).toBeGreaterThan(0.04);
  });

  it.each([16, 32])('as a template of %i px is black and its alpha, nothing else', (side) => {
    const pixels = pixelsOf(drawIcon(side, 'template'));
    for (const [red, green, blue] of pixels) expect([red, green, blue]).toEqual([0, 0, 0]);
    expect(pixels.some(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(pixels.some(([, , , alpha]) => alpha === 0)).toBe(true);
  });

  it('is a PNG whose rows come back', () => {
    const pixels = drawIcon(16, 'tile');
    const png = encodePng(16, pixels);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const back = Array.from({ length: 16 }, (_, y) => [...rows.subarray(y * 65 + 1, (y + 1) * 65)]).flat();
    expect(back).toEqual([...pixels]);
  });
});

describe('the icons of the packages', () => {
  it('hold each real size of Windows', async () => {
    const ico = await readFile(join(build, 'icon.ico'));
    const sides = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico[6 + 16 * index]);
    expect(sides).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 0]);
    for (const index of sides.keys()) {
      const picture = ico.readUInt32LE(6 + 16 * index + 12);
      expect(ico.readUInt32BE(picture + 16) % 256).toBe(sides[index]);
    }
  });

  it('hold each real size of macOS, with the doubles', async () => {
    const icns = await readFile(join(build, 'icon.icns'));
    const sides = new Map<string, number>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      sides.set(icns.toString('latin1', at, at + 4), icns.readUInt32BE(at + 8 + 16));
    expect(Object.fromEntries(sides)).toEqual({
      icp4: 16,
      ic11: 32,
      icp5: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });
});
