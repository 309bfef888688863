/** A parcel on a blue tile; or, for the menu bar of macOS, the parcel alone in black, which the system colours. */
export type IconStyle = 'tile' | 'template';

type Point = readonly [number, number];
/** What a spot of the picture is; nothing where it is undefined. */
type Ink = 'blue' | 'white' | 'black' | undefined;

/** The drawing lies on a square of this side (resources/build/icon.svg). */
const whole = 1024;
const tile = { from: 64, to: 960, round: 200 };
const parcel: readonly Point[] = [
  [232, 404],
  [512, 288],
  [792, 404],
  [792, 700],
  [512, 816],
  [232, 700],
];
const edges: readonly (readonly [Point, Point])[] = [
  [
    [232, 404],
    [512, 520],
  ],
  [
    [512, 520],
    [792, 404],
  ],
  [
    [512, 520],
    [512, 816],
  ],
];
const tape: readonly (readonly [Point, Point])[] = [
  [
    [338, 332],
    [652, 462],
  ],
  [
    [652, 462],
    [652, 566],
  ],
];
/** px: below it a line of the large drawing is thinner than a pixel, so lines are wider there and the tape is left out. */
const largestSmall = 32;
/** Without the tile the parcel fills the square. */
const templateZoom = 1.55;
/** Samples of a pixel, each way. */
const perPixel = 4;

const colours: Record<NonNullable<Ink>, readonly [number, number, number]> = {
  blue: [0x1f, 0x5f, 0xd1],
  white: [0xff, 0xff, 0xff],
  black: [0, 0, 0],
};

/**
 * Draws the app's icon in a real size, so that no size is another one made smaller.
 * @param side px
 * @returns RGBA, four bytes a pixel, row by row, alpha not multiplied in
 */
export function drawIcon(side: number, style: IconStyle): Uint8Array {
  const pixels = new Uint8Array(side * side * 4);
  const inkAt = style === 'tile' ? tileInk(side) : templateInk(side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) pixels.set(pixelAt(x, y, side, inkAt), (y * side + x) * 4);
  }
  return pixels;
}

function pixelAt(x: number, y: number, side: number, inkAt: (at: Point) => Ink): readonly number[] {
  const sum = [0, 0, 0];
  let inked = 0;
  for (let sample = 0; sample < perPixel * perPixel; sample += 1) {
    const across = x + ((sample % perPixel) + 0.5) / perPixel;
    const down = y + (Math.floor(sample / perPixel) + 0.5) / perPixel;
    const ink = inkAt([(across * whole) / side, (down * whole) / side]);
    if (ink === undefined) continue;
    inked += 1;
    for (const [channel, value] of colours[ink].entries()) sum[channel] = (sum[channel] ?? 0) + value;
  }
  if (inked === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / inked)), Math.round((255 * inked) / (perPixel * perPixel))];
}

function tileInk(side: number): (at: Point) => Ink {
  const isLine = lineOf(side, 1);
  return (at) => {
    if (!isInTile(at)) return undefined;
    return isInside(parcel, at) && !isLine(at) ? 'white' : 'blue';
  };
}

function templateInk(side: number): (at: Point) => Ink {
  const isLine = lineOf(side, templateZoom);
  return ([x, y]) => {
    const at: Point = [512 + (x - 512) / templateZoom, 552 + (y - 512) / templateZoom];
    return isInside(parcel, at) && !isLine(at) ? 'black' : undefined;
  };
}

/** Whether a spot lies on a line of the parcel. A line is a pixel and a half at least. */
function lineOf(side: number, zoom: number): (at: Point) => boolean {
  const isSmall = side <= largestSmall;
  const half = Math.max(18, isSmall ? (0.75 * whole) / side / zoom : 0);
  const lines = isSmall ? edges : [...edges, ...tape];
  return (at) => lines.some(([from, to]) => distance(at, from, to) <= half);
}

function isInTile([x, y]: Point): boolean {
  const { from, to, round } = tile;
  const dx = Math.max(from + round - x, 0, x - (to - round));
  const dy = Math.max(from + round - y, 0, y - (to - round));
  return dx * dx + dy * dy <= round * round;
}

/** By the crossings of a ray to the right. */
function isInside(shape: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (const [index, [x1, y1]] of shape.entries()) {
    const [x2, y2] = shape[(index + 1) % shape.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
