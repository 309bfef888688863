import { dayMs, koreanDay } from './korean-time';
import type { MarketName } from './market-facts';

/**
 * For so many days an authentication of an application lasts (resources/docs/markets/naver.md, "Addresses and
 * permission"). After that the market lets nothing in until it was authenticated again at its own pages.
 */
const lifetimeDays: Record<MarketName, number | undefined> = { naver: 180, brightmall: undefined };

/** So many days before its end is early enough to look, and late enough not to be forgotten again. */
const aheadDays = 30;

/** "Later" is a week: long enough for a busy one, short enough for the month that is left. */
const laterMs = 7 * dayMs;

/** What was authenticated before this day has long ended; an earlier day is one that was half typed, as 0002-05-12. */
export const earliestAuthenticated = '2020-01-01';

/** Whether an application can have been authenticated on a day: yyyy-MM-dd in Korea. `now` is ms UTC. */
export function isUsableDay(day: string, now: number): boolean {
  return day >= earliestAuthenticated && day <= koreanDay(now);
}

/** What the seller answered to the reminder; it counts only for what it was answered about. */
export interface CheckAnswer {
  /** The moment the lifetime was counted from. */
  savedAt: number;
  /** ms UTC */
  at: number;
  /** true: the seller looked; false: wants to be asked later. */
  looked: boolean;
}

/** From when the lifetime of an application's authentication is counted. */
export interface CheckBasis {
  /** The day the seller has named: yyyy-MM-dd in Korea. */
  authenticatedOn?: string | undefined;
  /** ms UTC; where no day was named, it was authenticated at the latest then. */
  secretSavedAt?: number | undefined;
}

/** Whether applications at a market are authenticated for some time only. */
export function isAuthenticated(market: MarketName): boolean {
  return lifetimeDays[market] !== undefined;
}

/** The day on which an authentication ends, yyyy-MM-dd in Korea; undefined where that is not known. */
export function authenticatedUntil(market: MarketName, authenticatedOn: string | undefined): string | undefined {
  const days = lifetimeDays[market];
  if (days === undefined || authenticatedOn === undefined) return undefined;
  return koreanDay(midnightOf(authenticatedOn) + days * dayMs);
}

/** The moment the lifetime is counted from, ms UTC. */
export function countedFrom({ authenticatedOn, secretSavedAt }: CheckBasis): number | undefined {
  return authenticatedOn === undefined ? secretSavedAt : midnightOf(authenticatedOn);
}

/** From when on the seller is reminded to authenticate an application again; undefined where its market asks for nothing. */
export function checkFrom(market: MarketName, basis: CheckBasis, answer?: CheckAnswer): number | undefined {
  const days = lifetimeDays[market];
  const from = countedFrom(basis);
  if (days === undefined || from === undefined) return undefined;
  const ahead = (days - aheadDays) * dayMs;
  if (answer === undefined || answer.savedAt !== from) return from + ahead;
  return answer.looked ? answer.at + ahead : answer.at + laterMs;
}

function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00:00+09:00`);
}
