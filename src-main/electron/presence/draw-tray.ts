import type { Presence } from './presence-of';

/** Left, top, right, bottom, in pixels of the grid. */
type Box = readonly [number, number, number, number];

interface Grid {
  /** The open box: its two sides, and when something is in it its filled body. */
  sides: readonly Box[];
  /** The empty box: its two shelves. */
  shelves: readonly Box[];
  body: Box;
  /** The two strokes of the pause, cut out of the body. */
  pause: readonly Box[];
}

/** Each size is drawn on its own grid of pixels, so that every edge is sharp; 16 also stands for its multiples. */
const grids: Readonly<Record<number, Grid>> = {
  16: {
    sides: [
      [2, 2, 4, 14],
      [12, 2, 14, 14],
    ],
    shelves: [
      [4, 7, 12, 9],
      [4, 12, 12, 14],
    ],
    body: [2, 7, 14, 14],
    pause: [
      [5, 8, 7, 13],
      [9, 8, 11, 13],
    ],
  },
  20: {
    sides: [
      [3, 3, 5, 17],
      [15, 3, 17, 17],
    ],
    shelves: [
      [5, 9, 15, 11],
      [5, 15, 15, 17],
    ],
    body: [3, 9, 17, 17],
    pause: [
      [7, 10, 9, 16],
      [11, 10, 13, 16],
    ],
  },
  24: {
    sides: [
      [3, 3, 6, 21],
      [18, 3, 21, 21],
    ],
    shelves: [
      [6, 11, 18, 14],
      [6, 18, 18, 21],
    ],
    body: [3, 11, 21, 21],
    pause: [
      [9, 13, 11, 19],
      [13, 13, 15, 19],
    ],
  },
  32: {
    sides: [
      [4, 4, 8, 28],
      [24, 4, 28, 28],
    ],
    shelves: [
      [8, 14, 24, 18],
      [8, 24, 24, 28],
    ],
    body: [4, 14, 28, 28],
    pause: [
      [11, 16, 14, 26],
      [18, 16, 21, 26],
    ],
  },
};

/** The bar it lies on: light or dark on Windows; macOS colours a template by itself. */
export type TrayGround = 'light' | 'dark' | 'template';

const inks: Record<TrayGround, readonly [number, number, number]> = {
  light: [0x1b, 0x1f, 0x27],
  dark: [0xf2, 0xf4, 0xf7],
  template: [0, 0, 0],
};
const triangles: Record<TrayGround, readonly [number, number, number]> = {
  light: [0xb2, 0x6c, 0x00],
  dark: [0xe0, 0xa4, 0x3a],
  template: [0, 0, 0],
};
const perPixel = 4;

/**
 * The tray's picture: an empty box, a full one, a full one with a pause, a full one with a triangle.
 * @param side px: 16, 20, 24, 32 or a multiple of 16
 * @returns RGBA, four bytes a pixel, row by row, alpha not multiplied in
 */
export function drawTray(side: number, look: Presence['look'], ground: TrayGround): Uint8Array {
  const own = grids[side];
  const grid = own ?? grids[16];
  if (grid === undefined) throw new Error(`no picture of ${side} px`);
  const scale = own === undefined ? side / 16 : 1;
  const pixels = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isBox = isInBox(grid, look, Math.floor(x / scale), Math.floor(y / scale));
      pixels.set(
        look === 'trouble' ? withTriangle(x, y, side, isBox, ground) : pixel(inks[ground], isBox ? 1 : 0),
        (y * side + x) * 4,
      );
    }
  }
  return pixels;
}

function pixel(colour: readonly [number, number, number], cover: number): readonly number[] {
  return cover === 0 ? [0, 0, 0, 0] : [...colour, Math.round(255 * cover)];
}

function isInBox({ sides, shelves, body, pause }: Grid, look: Presence['look'], x: number, y: number): boolean {
  const isIn = ([left, top, right, bottom]: Box): boolean => x >= left && x < right && y >= top && y < bottom;
  if (look === 'paused' && pause.some(isIn)) return false;
  return sides.some(isIn) || (look === 'empty' ? shelves.some(isIn) : isIn(body));
}

/** A triangle at the lower right, with a clear edge around it. */
function withTriangle(x: number, y: number, side: number, isBox: boolean, ground: TrayGround): readonly number[] {
  let triangle = 0;
  let edge = 0;
  for (let sample = 0; sample < perPixel * perPixel; sample += 1) {
    const across = (x + ((sample % perPixel) + 0.5) / perPixel) / side;
    const down = (y + (Math.floor(sample / perPixel) + 0.5) / perPixel) / side;
    if (isInTriangle(across, down, 0)) triangle += 1;
    if (isInTriangle(across, down, 0.075)) edge += 1;
  }
  const share = perPixel * perPixel;
  if (triangle > 0) return pixel(triangles[ground], triangle / share);
  return pixel(inks[ground], isBox ? 1 - edge / share : 0);
}

/** Its point is at 72 % across and 50 % down, its foot on the lower edge; `wider` by a share of the side. */
function isInTriangle(across: number, down: number, wider: number): boolean {
  const half = ((down - 0.5) / 0.5) * 0.28 + wider;
  return down >= 0.5 - wider && half > 0 && Math.abs(across - 0.72) <= half;
}
