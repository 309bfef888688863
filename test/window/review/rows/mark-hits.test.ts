import { expect, it } from 'vitest';
import { rangesOf } from '../../../../src-renderer/review/rows/mark-hits';

function marked(html: string, words: string): string[] {
  const cell = document.createElement('div');
  cell.innerHTML = html;
  return rangesOf(cell, words).map(String);
}

it('marks each place of the words, in either case', () => {
  expect(marked('<span>CJ cj 한진</span>', 'cj')).toEqual(['CJ', 'cj']);
});

it('marks a number across the groups it is shown in, as it is typed with hyphens or without', () => {
  const digits = '<span><span>6850</span><span>0000</span><span>0014</span></span>';
  expect(marked(digits, '50000')).toEqual(['50000']);
  expect(marked(digits, '6850-0000')).toEqual(['68500000']);
});

it('marks nothing of what is only read out, and nothing where nothing is sought', () => {
  expect(marked('<span>장한결</span><span class="hidden-words">장한결에게</span>', '한결')).toEqual(['한결']);
  expect(marked('<span>장한결</span>', ' ')).toEqual([]);
});
