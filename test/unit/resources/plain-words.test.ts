import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folders = ['src-main', 'src-preload', 'src-renderer', 'test/support'];
/** Words comments do without: each has a plainer one (again, next to, no one, the market's answer). */
const forbidden = /\b(?:anew|beside|nobody|hearken(?:s|ed)?|market's word)\b/giu;
const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/gmu;

function forbiddenIn(source: string): string[] {
  return (source.match(comments) ?? []).flatMap((comment) => comment.match(forbidden) ?? []);
}

describe('the comments', () => {
  it('are in plain words', () => {
    const found = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:tsx?|css)$/u.test(name))
        .flatMap((name) =>
          forbiddenIn(readFileSync(join(root, folder, name), 'utf8')).map((word) => `${name}: ${word}`),
        ),
    );
    expect(found).toEqual([]);
  });

  it('are looked through: a word planted in a block or a line is found, one in a string is none', () => {
    const planted = "/** Begins anew. */\nconst text = 'anew'; // Beside it\n * nobody\n/*\n * Nobody knows.\n */";
    expect(forbiddenIn(planted)).toEqual(['anew', 'Beside', 'Nobody']);
  });
});
