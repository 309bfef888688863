import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differingParts, type TextPart } from '../../../../src-renderer/review/join/differing-parts';

const marked = (parts: readonly TextPart[]): string[] =>
  parts.flatMap(({ words, differs }) => (differs ? [words] : []));
const bothMarked = (one: string, other: string, by: 'letters' | 'words' = 'words'): [string[], string[]] => {
  const [a, b] = differingParts(one, other, by);
  return [marked(a), marked(b)];
};

it('marks the words of an address that the other has not, and nothing that is the same', () => {
  expect(bothMarked('경기 파주시 책향기로 7', '경기도 파주시 가온로 118, 902호')).toEqual([
    ['책향기로 7'],
    ['가온로 118, 902호'],
  ]);
  expect(bothMarked('경기 성남시 한빛로 20', '경기 성남시 한빛로 20, 1203호')).toEqual([[], ['1203호']]);
  expect(bothMarked('서울 중구  다리길 2', '서울특별시 중구 다리길 2,')).toEqual([[], []]);
  expect(bothMarked('대전 모란길 5 (모란상사)', '대전 모란길 5')).toEqual([['모란상사'], []]);
});

it('marks letters of a name and digits of a phone', () => {
  expect(bothMarked('김하루', '김하늘', 'letters')).toEqual([['루'], ['늘']]);
  expect(bothMarked('방이수', '모란상사', 'letters')).toEqual([['방이수'], ['모란상사']]);
  expect(bothMarked('김 하루', '김하루', 'letters')).toEqual([[], []]);
});

it('keeps every text whole, marks nothing of two that are alike, and is the same from both sides', () => {
  const address = fc.array(fc.constantFrom('서울', '서울특별시', '중구', '다리길', '2', ', ', ' ', '(', '호'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(address, address, fc.constantFrom('letters' as const, 'words' as const), (a, b, by) => {
      const [one, other] = [a.join(' '), b.join('')];
      const parts = differingParts(one, other, by);
      expect(parts.map((each) => each.map(({ words }) => words).join(''))).toEqual([one, other]);
      expect(differingParts(one, one, by).flatMap(marked)).toEqual([]);
    }),
  );
});

it('shows what is too long without marks', () => {
  const long = 'ㄱ '.repeat(5_000);
  expect(bothMarked(long, `${long}나`)).toEqual([[], []]);
});
