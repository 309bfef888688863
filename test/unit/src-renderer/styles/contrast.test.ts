import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The colours of tokens.css by name, as red, green and blue of 0 to 255. */
function colours(theme: 'light' | 'dark'): Map<string, readonly number[]> {
  const css = readFileSync('src-renderer/styles/tokens.css', 'utf8');
  const found = [...css.matchAll(/--([a-z0-9-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g)];
  return new Map(
    found.map(([, name = '', light, dark, both]) => {
      const hex = both ?? (theme === 'light' ? light : dark) ?? '';
      return [name, [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))];
    }),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(all: ReadonlyMap<string, readonly number[]>, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const colour = all.get(name);
    if (colour === undefined) throw new Error(`${name} is no token`);
    return luminance(colour);
  });
  const [light = 0, dark = 0] = [a ?? 0, b ?? 0].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const words: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['canvas', 'surface', 'sunken', 'raised', 'accent-soft', 'look-soft', 'stop-soft', 'pressed']],
  ['ink-2', ['canvas', 'surface', 'sunken', 'raised', 'accent-soft', 'look-soft', 'pressed']],
  ['ink-3', ['canvas', 'surface', 'sunken', 'raised', 'accent-soft', 'look-soft', 'pressed']],
  ['accent-ink', ['canvas', 'surface', 'sunken', 'raised', 'accent-soft', 'look-soft']],
  ['done-ink', ['canvas', 'surface', 'sunken', 'done-soft', 'accent-soft']],
  ['look-ink', ['canvas', 'surface', 'sunken', 'look-soft', 'accent-soft']],
  ['stop-ink', ['surface', 'sunken', 'stop-soft', 'raised']],
  ['on-accent', ['accent', 'accent-hover', 'accent-press']],
  ['on-stop', ['stop-fill']],
  ['on-test-address', ['test-address']],
  ['practice-ink', ['practice-soft']],
  ['hit-ink', ['hit']],
];
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['accent', ['canvas', 'surface', 'accent-soft']],
  ['done-mark', ['canvas', 'surface', 'accent-soft']],
  ['look-mark', ['canvas', 'surface', 'sunken', 'look-soft']],
  ['stop-mark', ['surface', 'stop-soft']],
  ['rest-mark', ['canvas', 'surface', 'sunken']],
  ['edge', ['canvas', 'surface', 'sunken', 'raised', 'accent-soft']],
];

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const all = colours(theme);

  it.each(words)('%s can be read as words on %j', (name, grounds) => {
    for (const ground of grounds) expect(contrast(all, name, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s can be seen as a shape on %j', (name, grounds) => {
    for (const ground of grounds) expect(contrast(all, name, ground), ground).toBeGreaterThanOrEqual(3);
  });
});

describe('styles', () => {
  it('name no colour beside the tokens', async () => {
    const { readdir } = await import('node:fs/promises');
    const files = (await readdir('src-renderer/styles')).filter((name) => name !== 'tokens.css');
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const css = readFileSync(`src-renderer/styles/${name}`, 'utf8').replaceAll(/box-shadow:[^;]*;/g, '');
      expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi) ?? [], name).toEqual([]);
      for (const [, token = ''] of css.matchAll(/var\(--((?:ink|done|look|stop|accent|line|on)[a-z0-9-]*)/g)) {
        expect(readFileSync('src-renderer/styles/tokens.css', 'utf8'), `${name}: --${token}`).toContain(`--${token}:`);
      }
    }
  });
});
