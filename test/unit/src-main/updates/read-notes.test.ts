import { expect, it } from 'vitest';
import { readNotes } from '../../../../src-main/updates/read-notes';

it('reads headings and sentences of a CHANGELOG, without its marks', () => {
  const given =
    '### 추가\r\n\r\n- **새 화면**이에요. [안내](https://example.com)를 봐요.\n* `--safe`로 시작해요.\n그냥 줄\n';
  expect(readNotes(given)).toEqual([
    { text: '추가', isHeading: true },
    { text: '새 화면이에요. 안내를 봐요.', isHeading: false },
    { text: '--safe로 시작해요.', isHeading: false },
  ]);
});

it.each([[undefined], [null], [[{ version: '1', note: 'x' }]], ['<p>page</p>'], ['']])(
  'makes nothing of %j',
  (given) => {
    expect(readNotes(given)).toEqual([]);
  },
);

it('bounds what a server says', () => {
  const notes = readNotes(`- ${'가'.repeat(5_000)}\n`.repeat(500));
  expect(notes).toHaveLength(200);
  expect(notes[0]?.text).toHaveLength(600);
  expect(readNotes('- a\u0007b\u202Ec')[0]?.text).toBe('a b c');
});
