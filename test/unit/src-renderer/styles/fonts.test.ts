import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { charactersOf } from '../../../support/fonts/characters-of';

const fonts = 'node_modules/pretendard/dist/web/static';
/** Names of keys on macOS, which has a font of its own for them. */
const ofSystem = '⌘⌃⌥⇧';

/** Each character of the sources in a folder, with a file that has it. */
function charactersIn(folder: string, ending: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith(ending)) continue;
    for (const each of readFileSync(join(folder, name), 'utf8')) found.set(each, name);
  }
  return found;
}

it.each(['Regular', 'SemiBold', 'Bold'])(
  'the small file of %s has every character of our own: with one more the whole font is decoded, which stops the window for 60 ms',
  (weight) => {
    const small = charactersOf(readFileSync(`${fonts}/woff2-subset/Pretendard-${weight}.subset.woff2`));
    expect(small.has('⠿'.codePointAt(0) ?? 0), 'a character it does not have').toBe(false);
    const shown = [...charactersIn('src-renderer', '.tsx'), ...charactersIn('src-preload/contract/text', '.ts')];
    const missing = shown.filter(
      ([each]) => each > '~' && !ofSystem.includes(each) && !small.has(each.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  },
);
