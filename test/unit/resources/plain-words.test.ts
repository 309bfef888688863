import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folders = ['src-main', 'src-preload', 'src-renderer', 'test', 'resources'];
/** Words comments do without: each has a plainer one (again, next to, no one, the market's answer, former or earlier). */
const forbidden = /\b(?:anew|beside|nobody|hearken(?:s|ed)?|market's word|(?<!\bgo )of before)\b/giu;
const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/gmu;

function forbiddenIn(source: string): string[] {
  return (source.match(comments) ?? []).flatMap((comment) => comment.match(forbidden) ?? []);
}

describe('the comments', () => {
  it('are in plain words', () => {
    const found = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        // The words themselves stand here.
        .filter((name) => !name.endsWith('plain-words.test.ts') && /\.(?:tsx?|mjs|css)$/u.test(name))
        .flatMap((name) =>
          forbiddenIn(readFileSync(join(root, folder, name), 'utf8')).map((word) => `${name}: ${word}`),
        ),
    );
    expect(found).toEqual([]);
  });

  it('are looked through: a word planted in a block or a line is found, one in a string is none', () => {
    const planted =
      "/** Begins anew. */\nconst text = 'anew'; // Beside it\n * nobody\n/*\n * Nobody knows codes of before, let go of before.\n */";
    expect(forbiddenIn(planted)).toEqual(['anew', 'Beside', 'Nobody', 'of before']);
  });
});
