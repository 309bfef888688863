import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { fileNoteCodes } from '../../../../../src-preload/contract/file-notes';
import { fileNotes } from '../../../../../src-preload/contract/text/ko/file-notes';
import { FileNotes } from '../../../../../src-renderer/review/files/file-notes';

const shown = (notes: Parameters<typeof FileNotes>[0]['notes']): string =>
  renderToStaticMarkup(createElement(FileNotes, { notes }));

it.each(fileNoteCodes)('%s reaches the screen, in a line of its own', (code) => {
  const note = { code, sheet: '오후', count: 3 };
  expect(shown([note])).toContain(fileNotes[code](note));
});

it('tells of the first four, and how many there are beside', () => {
  const notes = Array.from({ length: 7 }, (_, n) => ({ code: 'sheet-left-out', sheet: `${n}월` }) as const);
  const page = shown(notes);
  expect(page).toContain('‘3월’');
  expect(page).not.toContain('‘4월’');
  expect(page).toContain('3가지 더 있어요.');
});
