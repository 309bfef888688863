import { expect, it } from 'vitest';
import { differenceOf } from '../../../../../../src-renderer/features/orders/pull-out/text-difference';

it.each([
  ['서울 마포구 41 7층', '서울 마포구 41 2층', { before: '서울 마포구 41', differs: '7층', after: '' }],
  ['강원 강릉시 9 1203호', '경기 남양주 77 1203호', { before: '', differs: '강원 강릉시 9', after: '1203호' }],
  ['가 나', '가 나', { before: '가 나', differs: '', after: '' }],
  ['가 가', '가', { before: '가', differs: '가', after: '' }],
  ['가', '가 가', { before: '가', differs: '', after: '' }],
  ['', '가', { before: '', differs: '', after: '' }],
])('of %j and %j marks the words that differ', (text, other, marked) => {
  expect(differenceOf(text, other)).toEqual(marked);
});
