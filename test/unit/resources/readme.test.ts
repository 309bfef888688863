import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const threats = readFileSync('resources/docs/threats.md', 'utf8');
const named = [
  ...new Set(
    [...`${readme}${threats}`.matchAll(/`((?:test|resources|src-main|src-preload|src-renderer)\/[\w./-]+)`/gu)].map(
      ([, path]) => path ?? '',
    ),
  ),
];

describe('README and the page of threats', () => {
  it('names only what is there', () => {
    expect(named.length).toBeGreaterThan(20);
    // NNNN-name.ts stands for a migration still to be written.
    expect(named.filter((path) => !path.includes('NNNN') && !existsSync(path))).toEqual([]);
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
