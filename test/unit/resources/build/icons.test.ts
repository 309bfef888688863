import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawIcon } from '../../../../resources/build/draw-icon';
import { iconFiles, macShare, windowsSides } from '../../../../resources/build/icon-files';
import { readDrawing } from '../../../../resources/build/svg-drawing';
import { encodePng } from '../../../../src-main/electron/presence/encode-png';

const drawing = readDrawing(await readFile('resources/build/icon.svg', 'utf8'));
const blue = [0x1f, 0x57, 0xd6, 255];
const white = [255, 255, 255, 255];

/** The picture of a PNG that begins at `at`, as encodePng writes it: no row has a filter. */
function decodePng(file: Buffer, at = 0): { side: number; pixels: Buffer } {
  const side = file.readUInt32BE(at + 16);
  const data = file.indexOf('IDAT', at);
  const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
  const row = side * 4 + 1;
  return {
    side,
    pixels: Buffer.concat(Array.from({ length: side }, (_, y) => rows.subarray(y * row + 1, (y + 1) * row))),
  };
}

/** The parts of an icns file by name. */
function partsOf(icns: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    parts.set(icns.toString('latin1', at, at + 4), icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
  return parts;
}

describe('the icon', () => {
  it.each([16, 20, 24, 32, 48, 64, 256])(
    'is drawn at %i px: round corners, a white box on blue, its tick in it',
    (side) => {
      const pixels = drawIcon(drawing, side);
      const at = (x: number, y: number): number[] => {
        const from = (Math.floor((y / 64) * side) * side + Math.floor((x / 64) * side)) * 4;
        return [...pixels.subarray(from, from + 4)];
      };
      expect(pixels).toHaveLength(side * side * 4);
      expect(at(0, 0)[3]).toBeLessThan(128);
      expect(at(32, 8)).toEqual(blue);
      expect(at(32, 22)).toEqual(blue);
      for (const [x, y] of [
        [17, 24],
        [47, 24],
        [17, 40],
        [47, 40],
      ] as const)
        expect(at(x, y), `${x} ${y}`).toEqual(white);
      // The tick: more blue than white where it bends.
      expect(at(29.7, 45.4)[0]).toBeLessThan(140);
    },
  );

  it('leaves the margin of macOS around it', () => {
    const pixels = drawIcon(drawing, 1024, macShare);
    const alpha = (x: number): number | undefined => pixels[(512 * 1024 + x) * 4 + 3];
    expect([alpha(99), alpha(100), alpha(923), alpha(924)]).toEqual([0, 255, 255, 0]);
  });

  it('refuses a drawing with what it cannot draw', () => {
    const svg = (inside: string): string => `<svg viewBox="0 0 8 8">${inside}</svg>`;
    expect(() => readDrawing(svg('<circle r="3" fill="#fff"/>'))).toThrow('circle');
    expect(() => readDrawing(svg('<path fill="#fff" d="M0 0q1 1 2 2z"/>'))).toThrow('command');
    expect(() => readDrawing(svg('<path fill="red" d="M0 0h1z"/>'))).toThrow('colour');
    expect(() => readDrawing(svg('<path fill="none" stroke="#fff" stroke-width="1" d="M0 0h1"/>'))).toThrow('round');
  });

  it('is a PNG whose rows come back', () => {
    const pixels = drawIcon(drawing, 16);
    expect(decodePng(encodePng(16, pixels))).toEqual({ side: 16, pixels: Buffer.from(pixels) });
  });
});

/** Compared by their pixels: how they are packed differs from one zlib to the next. */
describe('the icon files of the packages are what the script makes of icon.svg', () => {
  const made = iconFiles(drawing);

  it('icon.ico, with each real size of Windows', async () => {
    const ico = await readFile('resources/build/icon.ico');
    const picturesOf = (file: Buffer) =>
      Array.from({ length: file.readUInt16LE(4) }, (_, index) => ({
        named: file[6 + 16 * index],
        ...decodePng(file, file.readUInt32LE(6 + 16 * index + 12)),
      }));
    const pictures = picturesOf(ico);
    expect(pictures.map(({ side }) => side)).toEqual(windowsSides);
    expect(pictures.map(({ named }) => named)).toEqual(windowsSides.map((side) => side % 256));
    for (const [index, { side, pixels }] of picturesOf(made['icon.ico']).entries())
      expect(pictures[index]?.pixels.equals(pixels), `${side} px`).toBe(true);
  });

  it('icon.icns, with each real size of macOS and the doubles', async () => {
    const parts = partsOf(await readFile('resources/build/icon.icns'));
    const isPng = (name: string): boolean => name.startsWith('ic');
    const madeParts = partsOf(made['icon.icns']);
    expect([...parts.keys()]).toEqual([...madeParts.keys()]);
    const sides = [...parts].filter(([name]) => isPng(name)).map(([name, part]) => [name, decodePng(part).side]);
    expect(Object.fromEntries(sides)).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
    for (const [name, part] of parts) {
      const other = madeParts.get(name) ?? Buffer.alloc(0);
      if (isPng(name)) expect(decodePng(part).pixels.equals(decodePng(other).pixels), name).toBe(true);
      else expect(part.equals(other), name).toBe(true);
    }
    expect([parts.get('s8mk')?.length, parts.get('l8mk')?.length]).toEqual([256, 1024]);
    // Unpacked by Apple's rule, each channel is whole.
    for (const [name, side] of [
      ['is32', 16],
      ['il32', 32],
    ] as const)
      expect(unpackedLength(parts.get(name)), name).toBe(3 * side * side);
  });

  it('icon.png', async () => {
    const picture = decodePng(await readFile('resources/build/icon.png'));
    expect(picture.side).toBe(512);
    expect(picture.pixels.equals(decodePng(made['icon.png']).pixels)).toBe(true);
  });
});

function unpackedLength(packed: Buffer = Buffer.alloc(0)): number {
  let length = 0;
  for (let at = 0; at < packed.length;) {
    const count = packed[at] ?? 0;
    length += count < 128 ? count + 1 : count - 125;
    at += count < 128 ? count + 2 : 2;
  }
  return length;
}
