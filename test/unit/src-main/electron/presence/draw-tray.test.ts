import { describe, expect, it } from 'vitest';
import { drawTray } from '../../../../../src-main/electron/presence/draw-tray';

/** The alpha of each pixel, as ink (#), part of it (+) or nothing. */
function rows(side: number, look: Parameters<typeof drawTray>[1]): string[] {
  const pixels = drawTray(side, look, 'light');
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_each, x) => {
      const alpha = pixels[(y * side + x) * 4 + 3] ?? 0;
      return alpha === 255 ? '#' : alpha === 0 ? '.' : '+';
    }).join(''),
  );
}

describe('the picture of the tray', () => {
  it('is an open box of sharp edges, empty or full, and has its pause cut out', () => {
    expect(rows(16, 'empty').slice(6, 14)).toEqual([
      '..##........##..',
      '..############..',
      '..############..',
      '..##........##..',
      '..##........##..',
      '..##........##..',
      '..############..',
      '..############..',
    ]);
    expect(rows(16, 'full')[10]).toBe('..############..');
    expect(rows(16, 'paused')[10]).toBe('..###..##..###..');
  });

  it.each([16, 20, 24, 32, 48])('is another one for each state at %i px', (side) => {
    const pictures = (['empty', 'full', 'paused', 'trouble'] as const).map((look) => rows(side, look).join());
    expect(new Set(pictures).size).toBe(4);
    for (const look of ['empty', 'full', 'paused'] as const) expect(rows(side, look).join()).not.toContain('+');
  });

  it('has the colour of the bar, and a triangle of another where the bar has colours', () => {
    const colours = (ground: 'light' | 'dark' | 'template'): number => {
      const pixels = drawTray(32, 'trouble', ground);
      const seen = new Set<string>();
      for (let at = 0; at < pixels.length; at += 4)
        if (pixels[at + 3] === 255) seen.add(pixels.subarray(at, at + 3).join());
      return seen.size;
    };
    expect([colours('light'), colours('dark'), colours('template')]).toEqual([2, 2, 1]);
  });
});
