import { expect, it } from 'vitest';
import { comparePersons } from '../../../../../src-preload/contract/book/same-person';

it.each([
  ['김하늘', '김하늘', 'same'],
  ['김하늘', '김 하늘 님', 'same'],
  ['김하늘(하늘상사)', '김하늘', 'same'],
  ['KIM Haneul', 'kim haneul', 'same'],
  ['김하늘', '이바다', 'different'],
  ['김*늘', '이바다', 'unknown'],
  ['김하늘', '이○다', 'unknown'],
  ['', '이바다', 'unknown'],
  [undefined, '이바다', 'unknown'],
  ['김하늘', undefined, 'unknown'],
] as const)('%s and %s: %s', (one, other, expected) => {
  expect(comparePersons(one, other)).toBe(expected);
  expect(comparePersons(other, one)).toBe(expected);
});
