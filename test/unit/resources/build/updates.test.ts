import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packagesOf } from '../../../../resources/build/electron-builder.mjs';
import { releaseNotes } from '../../../../resources/build/release-notes.mjs';
import { readNotes } from '../../../../src-main/updates/read-notes';

const changelog =
  '# 바뀐 점\n\n머리말\n\n## [Unreleased]\n\n- 다음\n\n## [1.1.0] - 2026-12-01\n\n### 수정\n\n- 고침\n\n## [1.0.0] - 2026-11-01\n\n- 처음\n';

describe('the notes of a release', () => {
  it.each([
    ['1.1.0', '### 수정\n\n- 고침'],
    ['1.0.0', '- 처음'],
    ['2.0.0', '- 다음'],
  ])('of %s', (version, notes) => {
    expect(releaseNotes(changelog, version)).toBe(notes);
    expect(releaseNotes(changelog.replaceAll('\n', '\r\n'), version)).toBe(notes);
  });

  it('are none without a section', () => {
    expect(releaseNotes('# 바뀐 점\n', '1.0.0')).toBe('');
  });

  it('of what is not released yet can be read by the app', async () => {
    const notes = readNotes(releaseNotes(await readFile('CHANGELOG.md', 'utf8'), '999.0.0'));
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.filter(({ text }) => /[`*[\]]/u.test(text))).toEqual([]);
  });
});

describe('where a package looks for the next version', () => {
  it('is the repository whose workflow made it', () => {
    const { publish } = packagesOf({ GITHUB_REPOSITORY: 'owner/desk' });
    expect(publish).toEqual({ provider: 'github', owner: 'owner', repo: 'desk' });
  });

  it.each([{}, { GITHUB_REPOSITORY: 'https://example.com/owner/desk' }])(
    'is nowhere for one made by hand: %j',
    (env) => {
      expect(packagesOf(env).publish).toBeNull();
    },
  );

  it('asks for the same signature only where there is one', () => {
    const unsigned = packagesOf({});
    expect([unsigned.win?.verifyUpdateCodeSignature, unsigned.extraMetadata]).toEqual([false, { isSigned: false }]);
    const signed = packagesOf({ CSC_LINK: 'x' });
    expect([signed.win?.verifyUpdateCodeSignature, signed.extraMetadata]).toEqual([true, { isSigned: true }]);
  });

  it('says what changed', () => {
    expect(packagesOf({}).releaseInfo?.releaseNotes).toMatch(/^### /mu);
  });
});
