import { describe, expect, it } from 'vitest';
import {
  authenticatedUntil,
  checkFrom,
  isAuthenticated,
  isUsableDay,
} from '../../../../src-preload/contract/secret-check';

const at = (text: string): number => Date.parse(text);
const secretSavedAt = at('2026-11-21T09:00:00Z');
const authenticatedOn = '2026-10-01';

describe('the authentication of an application', () => {
  it('ends 180 days after the day the seller named, whenever the secret was saved', () => {
    expect(authenticatedUntil('naver', '2026-11-20')).toBe('2027-05-19');
    expect(authenticatedUntil('naver', undefined)).toBeUndefined();
    expect(authenticatedUntil('brightmall', '2026-11-20')).toBeUndefined();
    expect([isAuthenticated('naver'), isAuthenticated('brightmall')]).toEqual([true, false]);
  });

  it('is reminded of 30 days before its end, counted from the day that was named', () => {
    expect(checkFrom('naver', { authenticatedOn, secretSavedAt })).toBe(at('2027-02-28T00:00:00+09:00'));
    expect(checkFrom('brightmall', { authenticatedOn, secretSavedAt })).toBeUndefined();
  });

  it('counts from the saving of the secret only where no day was named', () => {
    expect(checkFrom('naver', { secretSavedAt })).toBe(at('2027-04-20T09:00:00Z'));
    expect(checkFrom('naver', {})).toBeUndefined();
  });

  it('was on a day from 2020 to today in Korea', () => {
    // Half an hour into the 27th in Korea.
    const now = at('2026-11-26T15:30:00Z');
    const days = ['0002-05-12', '2019-12-31', '2020-01-01', '2026-11-27', '2026-11-28', '9999-12-31'];
    expect(days.filter((day) => isUsableDay(day, now))).toEqual(['2020-01-01', '2026-11-27']);
  });

  it('is put off by a week, or begins again once the seller looked', () => {
    const asked = at('2027-04-22T00:00:00Z');
    const answer = { savedAt: secretSavedAt, at: asked, looked: false };
    expect(checkFrom('naver', { secretSavedAt }, answer)).toBe(at('2027-04-29T00:00:00Z'));
    expect(checkFrom('naver', { secretSavedAt }, { ...answer, looked: true })).toBe(at('2027-09-19T00:00:00Z'));
  });

  it('forgets an answer that was given about another secret or another day', () => {
    const replaced = at('2027-06-01T00:00:00Z');
    const old = { savedAt: secretSavedAt, at: at('2027-04-22T00:00:00Z'), looked: false };
    expect(checkFrom('naver', { secretSavedAt: replaced }, old)).toBe(at('2027-10-29T00:00:00Z'));
    expect(checkFrom('naver', { authenticatedOn, secretSavedAt }, old)).toBe(at('2027-02-28T00:00:00+09:00'));
  });
});
