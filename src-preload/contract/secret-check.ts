import type { MarketName } from './market-facts';

/**
 * NAVER asks twice a year whether an application is still used, and lets one that no one answers for sleep: then no order
 * can be sent. A month before that is early enough to look, and late enough not to be forgotten again.
 */
const monthsUntilCheck: Record<MarketName, number | undefined> = { naver: 5, brightmall: undefined };

/** "Later" is a week: long enough for a busy one, short enough for the month that is left. */
const laterMs = 7 * 86_400_000;

/** What the seller answered to the reminder; it counts only for the secret it was answered about. */
export interface CheckAnswer {
  savedAt: number;
  /** ms UTC */
  at: number;
  /** true: the seller looked; false: wants to be asked later. */
  looked: boolean;
}

/** So many calendar months after an instant; at the end of a shorter month its last day. */
export function monthsAfter(at: number, months: number): number {
  const from = new Date(at);
  const to = new Date(at);
  to.setUTCMonth(from.getUTCMonth() + months);
  // The 31st of a month that has none runs into the next one.
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to.getTime();
}

/** From when on the seller is reminded to look after a secret; undefined where its market asks for nothing. */
export function checkFrom(market: MarketName, savedAt: number | undefined, answer?: CheckAnswer): number | undefined {
  const months = monthsUntilCheck[market];
  if (months === undefined || savedAt === undefined) return undefined;
  if (answer === undefined || answer.savedAt !== savedAt) return monthsAfter(savedAt, months);
  return answer.looked ? monthsAfter(answer.at, months) : answer.at + laterMs;
}
