import { expect, it } from 'vitest';
import { messageSchema } from '../../../../src-main/network/answer-text';

it.each([
  ['a token', 'unauthorized: Authorization: Bearer 5Zq1xF8tYw0aB3cD7eKm', '5Zq1xF8tYw0aB3cD7eKm'],
  ['a token by its name', 'expired: {"access_token":"1TQBSx3wYkP0aZ7LmN9c"}', '1TQBSx3wYkP0aZ7LmN9c'],
  ['a sign-in of another kind', 'Authorization: Basic c2VsbGVyOnNlY3JldDEyMzQ=', 'c2VsbGVyOnNlY3JldDEyMzQ'],
  ['a client secret', 'no such client $2a$04$abcdefghijklmnopqrstuu', 'abcdefghijklmnopqrstuu'],
  ['a signature', 'sign JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42 is old', 'JDJhJDEw'],
  ['a vendor key', 'X-Vendor-Api-Key bm_0123456789 is blocked', '0123456789'],
])('a message that repeats %s is kept without it', (_what, said, secret) => {
  const kept = messageSchema.parse(said);
  expect(kept).toContain('***');
  expect(kept).not.toContain(secret);
});

it.each([
  'Basic 2+1 세트는 문 앞에',
  '현관 password: 1234#',
  '벨 누르지 말고 010-1234-5678로 전화 주세요',
  'Bearer 아파트 101동',
  'access_token: 만료된 인증 토큰이에요.',
])('what a seller has to read stays: %s', (said) => {
  expect(messageSchema.parse(said)).toBe(said);
});
