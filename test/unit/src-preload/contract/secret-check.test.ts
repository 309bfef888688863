import { describe, expect, it } from 'vitest';
import { checkFrom, monthsAfter } from '../../../../src-preload/contract/secret-check';

const at = (text: string): number => Date.parse(text);
const saved = at('2026-11-21T09:00:00Z');

describe('the half-yearly look after an application', () => {
  it('is due five months after the secret was saved, at a market that asks for it', () => {
    expect(checkFrom('naver', saved)).toBe(at('2027-04-21T09:00:00Z'));
    expect(checkFrom('brightmall', saved)).toBeUndefined();
    expect(checkFrom('naver', undefined)).toBeUndefined();
  });

  it('counts whole months, and knows short ones', () => {
    expect(monthsAfter(at('2026-09-30T00:00:00Z'), 5)).toBe(at('2027-02-28T00:00:00Z'));
    expect(monthsAfter(at('2026-10-31T12:00:00Z'), 5)).toBe(at('2027-03-31T12:00:00Z'));
  });

  it('is put off by a week, or begins again once the seller looked', () => {
    const asked = at('2027-04-22T00:00:00Z');
    expect(checkFrom('naver', saved, { savedAt: saved, at: asked, looked: false })).toBe(at('2027-04-29T00:00:00Z'));
    expect(checkFrom('naver', saved, { savedAt: saved, at: asked, looked: true })).toBe(at('2027-09-22T00:00:00Z'));
  });

  it('forgets an answer that was given about another secret', () => {
    const replaced = at('2027-06-01T00:00:00Z');
    const old = { savedAt: saved, at: at('2027-04-22T00:00:00Z'), looked: false };
    expect(checkFrom('naver', replaced, old)).toBe(at('2027-11-01T00:00:00Z'));
  });
});
