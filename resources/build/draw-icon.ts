import type { Drawing, Shape } from './svg-drawing';

/** Lines of samples in a row of pixels; across, the cover is exact. */
const linesPerPixel = 16;

/**
 * Draws the app's icon in a real size, so that no size is another one made smaller.
 * @param side px
 * @param share of the side that the drawing takes, in the middle; macOS leaves a margin around a tile
 * @returns RGBA, four bytes a pixel, row by row, alpha not multiplied in
 */
export function drawIcon(drawing: Drawing, side: number, share = 1): Uint8Array {
  const pixels = new Uint8Array(side * side * 4);
  const scale = (side * share) / drawing.side;
  const margin = (side * (1 - share)) / 2;
  const shapes = drawing.shapes.map(({ colour, outlines }) => ({ colour, edges: edgesOf(outlines, scale, margin) }));
  for (let y = 0; y < side; y += 1) {
    for (const { colour, edges } of shapes) paint(pixels, y, side, colour, coverOfRow(edges, y, side));
  }
  return pixels;
}

interface Edge {
  top: number;
  bottom: number;
  /** Where it crosses `top`, and how far it goes aside a pixel down. */
  x: number;
  slope: number;
  winds: 1 | -1;
}

function edgesOf(outlines: Shape['outlines'], scale: number, margin: number): Edge[] {
  return outlines.flatMap((outline) =>
    outline.flatMap(([rawX, rawY], index): Edge[] => {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [rawX, rawY];
      const [x1, y1, x2, y2] = [rawX, rawY, nextX, nextY].map((value) => margin + value * scale);
      if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined || y1 === y2) return [];
      const slope = (x2 - x1) / (y2 - y1);
      return y1 < y2
        ? [{ top: y1, bottom: y2, x: x1, slope, winds: 1 }]
        : [{ top: y2, bottom: y1, x: x2, slope, winds: -1 }];
    }),
  );
}

/** How much of each pixel of a row is inside, 0 to 1. */
function coverOfRow(edges: readonly Edge[], row: number, side: number): Float64Array {
  const cover = new Float64Array(side);
  for (let line = 0; line < linesPerPixel; line += 1) {
    const y = row + (line + 0.5) / linesPerPixel;
    const crossings = edges
      .filter(({ top, bottom }) => top <= y && y < bottom)
      .map(({ top, x, slope, winds }) => ({ x: x + (y - top) * slope, winds }))
      .sort((a, b) => a.x - b.x);
    let winding = 0;
    let from = 0;
    for (const { x, winds } of crossings) {
      if (winding === 0) from = x;
      winding += winds;
      if (winding === 0) addSpan(cover, from, x);
    }
  }
  return cover;
}

function addSpan(cover: Float64Array, from: number, to: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(cover.length, to); x += 1)
    cover[x] = (cover[x] ?? 0) + (Math.min(to, x + 1) - Math.max(from, x)) / linesPerPixel;
}

/** Lays a colour over what is there. */
function paint(pixels: Uint8Array, row: number, side: number, colour: Shape['colour'], cover: Float64Array): void {
  for (const [x, share] of cover.entries()) {
    if (share <= 0) continue;
    const at = (row * side + x) * 4;
    const below = (pixels[at + 3] ?? 0) / 255;
    const over = Math.min(1, share);
    const alpha = over + below * (1 - over);
    for (const [channel, value] of colour.entries())
      pixels[at + channel] = Math.round((value * over + (pixels[at + channel] ?? 0) * below * (1 - over)) / alpha);
    pixels[at + 3] = Math.round(255 * alpha);
  }
}
