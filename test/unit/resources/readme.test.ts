import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const threats = readFileSync('resources/docs/threats.md', 'utf8');
const recipes = readFileSync('.github/CONTRIBUTING.md', 'utf8');
const named = [
  ...new Set(
    [
      ...`${readme}${threats}${recipes}`.matchAll(
        /`((?:test|resources|src-main|src-preload|src-renderer)\/[\w./-]+)`/gu,
      ),
    ].map(([, path]) => path ?? ''),
  ),
];

describe('README, the recipes and the page of threats', () => {
  it('names only what is there', () => {
    expect(named.length).toBeGreaterThan(20);
    // NNNN-name.ts stands for a migration still to be written.
    expect(named.filter((path) => !path.includes('NNNN') && !existsSync(path))).toEqual([]);
  });

  it('leads to pages that are there, from the English and the Korean door alike', () => {
    const korean = readFileSync('README.ko.md', 'utf8');
    const linksOf = (text: string) => Array.from(text.matchAll(/\]\(([\w./-]+)\)/gu), ([, link]) => link ?? '');
    const links = [...linksOf(readme), ...linksOf(korean)];
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
    for (const page of ['CHANGELOG.md', '.github/CONTRIBUTING.md', 'resources/docs/domain.md']) {
      expect(linksOf(readme), page).toContain(page);
      expect(linksOf(korean), page).toContain(page);
    }
  });

  it('names in Korean only what stands in the window', () => {
    const korean = readFileSync('README.ko.md', 'utf8');
    const folder = 'src-preload/contract/text';
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n');
    // What opens a point of a list is its subject. ‘… 발송 처리하기’ is the end of a longer name.
    const names = Array.from(korean.matchAll(/\*\*([^*\n]+)\*\*(:?)/gu))
      .filter(([, , colon]) => colon === '')
      .flatMap(([, name = '']) => name.split(' > '))
      .map((name) => name.replace(/^‘… (.+)’$/u, '$1'));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !texts.includes(name))).toEqual([]);
  });

  it('has a change log whose versions stand newest first, the one of package.json among them', () => {
    const changes = readFileSync('CHANGELOG.md', 'utf8');
    const heads = Array.from(changes.matchAll(/^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/gmu), ([, name, day]) => ({
      name,
      day,
    }));
    const [unreleased, ...released] = heads;
    expect(unreleased).toEqual({ name: 'Unreleased', day: undefined });
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(released.map(({ name }) => name)).toContain(version);
    const days = released.map(({ day }) => day ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    // As on every screen: no honorifics, no exclamation marks.
    expect(/[!！]|(?:으)?시겠|하십|세요니다/u.exec(changes)).toBeNull();
  });

  it('has a row for each of the five documents, with tests that are there', () => {
    const contracts = readdirSync('test/unit/src-main/markets', { recursive: true, encoding: 'utf8' });
    for (const document of [
      'naver-confirm',
      'naver-dispatch',
      'naver-return-structure',
      'naver-product-order-ids',
      'brightmall-inventory-confirm',
    ]) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${document}\``)) ?? '';
      const [contract] = /contract-[\w-]+\.test\.ts/u.exec(row) ?? [];
      expect(
        contracts.some((file) => contract !== undefined && file.endsWith(contract)),
        document,
      ).toBe(true);
      expect(row.match(/`test\/(?:integration|unit|e2e)\//gu)?.length ?? 0, document).toBeGreaterThan(1);
    }
  });
});
