import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentsOf, namedPapers, outsidePapers } from '../../support/papers/references';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

/** Sources in which a comment may name a paper; what is planted to be found is left out. */
const sources = ['src-main', 'src-preload', 'src-renderer', 'resources', 'test']
  .flatMap(filesBelow)
  .concat(readdirSync('.').filter((name) => name !== 'node_modules'))
  .filter((file) => /\.(?:tsx?|mjs|cjs|js|css)$/u.test(file) && !file.startsWith('test/fixtures/walls/'));
const papers = filesBelow('resources/docs').filter((file) => file.endsWith('.md'));

/** Titles of a paper's sections; undefined where there is no such paper. */
function sectionsOf(paper: string): Set<string> | undefined {
  if (!existsSync(paper)) return undefined;
  const titles = readFileSync(paper, 'utf8').matchAll(/^#+ (.+)$/gmu);
  return new Set(Array.from(titles, ([, title]) => title ?? ''));
}

const isThere = ({ paper, section }: { paper: string; section?: string }): boolean => {
  const sections = sectionsOf(paper);
  return sections !== undefined && (section === undefined || sections.has(section));
};

describe('papers that comments name', () => {
  it('are in the tree, with the sections that are named', () => {
    const named = sources.flatMap((file) =>
      namedPapers(commentsOf(readFileSync(file, 'utf8'))).map((one) => ({ ...one, file })),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });

  it('are never papers from outside the tree', () => {
    const outside = sources.flatMap((file) =>
      outsidePapers(commentsOf(readFileSync(file, 'utf8'))).map((name) => `${file}: ${name}`),
    );
    expect(outside).toEqual([]);
  });

  it('are found over the end of a line, several at once, and with the word "and"', () => {
    const comment = commentsOf('// As resources/docs/domain.md, "Store\n// health" and "Pace", says.');
    expect(namedPapers(comment)).toEqual([
      { paper: 'resources/docs/domain.md', section: 'Store health' },
      { paper: 'resources/docs/domain.md', section: 'Pace' },
    ]);
    expect(isThere({ paper: 'resources/docs/domain.md', section: 'Store wealth' })).toBe(false);
    expect(isThere({ paper: 'resources/docs/nowhere.md' })).toBe(false);
    expect(
      outsidePapers('See design.md, naver-api 3.4, facts/x and seeds/y.json; not resources/docs/sheets.md.'),
    ).toEqual(['design.md', 'naver-api 3', 'facts/', 'seeds/']);
  });
});

describe('the papers themselves', () => {
  it('lead only to pages and files that are there', () => {
    const dead = papers.flatMap((paper) => {
      const folder = paper.slice(0, paper.lastIndexOf('/'));
      const text = readFileSync(paper, 'utf8');
      const links = Array.from(text.matchAll(/\]\(([^)#]+\.md)\)/gu), ([, link]) => `${folder}/${link}`);
      const files = Array.from(
        text.matchAll(/`((?:src-\w+|test|resources)\/[\w./-]+\.\w+)`/gu),
        ([, file]) => file ?? '',
      ).filter((file) => !file.includes('NNNN'));
      return [...links, ...files].filter((place) => !existsSync(place)).map((place) => `${paper}: ${place}`);
    });
    expect(dead).toEqual([]);
  });

  it('name the functions on the way of a job, each in its file', () => {
    const rows = readFileSync('resources/docs/domain.md', 'utf8').split('\n');
    const stops = rows.filter((row) => /^\| \d+ \|/u.test(row));
    expect(stops.length).toBeGreaterThan(20);
    const lost = stops.flatMap((row) => {
      const [, , , files = '', functions = ''] = row.split('|');
      const code = Array.from(files.matchAll(/`([^`]+)`/gu), ([, file]) => readFileSync(file ?? '', 'utf8')).join('\n');
      const names = Array.from(functions.matchAll(/`(?:\w+\.)?(\w+)`/gu), ([, name]) => name ?? '');
      return names.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(code)).map((name) => `${row}: ${name}`);
    });
    expect(lost).toEqual([]);
  });

  it('give each word of the glossary one meaning', () => {
    const rows = readFileSync('resources/docs/glossary.md', 'utf8').matchAll(/^\| ([^|]+) \| [^|]+ \|/gmu);
    const words = Array.from(rows, ([, word = '']) => word.split(', '))
      .flat()
      .filter((word) => word !== 'word');
    expect(words.length).toBeGreaterThan(60);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('have a status on every page of a decision, and numbers without a gap', () => {
    const decisions = papers.filter((paper) => paper.includes('/decisions/')).toSorted();
    expect(decisions.map((paper) => Number(/(\d{4})-/u.exec(paper)?.[1]))).toEqual(
      decisions.map((_, index) => index + 1),
    );
    for (const paper of decisions) {
      const text = readFileSync(paper, 'utf8');
      for (const part of ['Status:', '**Context.**', '**Choice.**', '**Given up.**'])
        expect(text, paper).toContain(part);
    }
  });
});
