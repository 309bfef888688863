import type { HttpAnswer } from '../../network/agent';
import { mostOfAnswer } from '../../network/answer-text';
import type { CallRecord } from '../market';

type Headers = Readonly<Record<string, string>>;

/**
 * The bucket as the market's headers tell it (resources/docs/markets/naver.md, "Rate headers"); undefined when one of
 * the three is missing.
 */
export function rateOf(headers: Headers): NonNullable<CallRecord['rate']> | undefined {
  const replenishPerSecond = numberIn(headers, 'gncp-gw-ratelimit-replenish-rate');
  const burst = numberIn(headers, 'gncp-gw-ratelimit-burst-capacity');
  const remaining = numberIn(headers, 'gncp-gw-ratelimit-remaining');
  if (replenishPerSecond === undefined || burst === undefined || remaining === undefined) return undefined;
  return { replenishPerSecond, burst, remaining };
}

/** A 429 without a code is a used-up quota when the headers say that nothing is left of one. */
export function isQuotaUsedUp(headers: Headers): boolean {
  return numberIn(headers, 'gncp-gw-quota-remaining') === 0;
}

/**
 * Milliseconds until a quota begins again, as far as the header names a period. A period has no documented start,
 * so its whole length is waited. ROUND has no documented length.
 */
export function quotaPeriodMs(headers: Headers): number | undefined {
  switch (headers['gncp-gw-quota-period']) {
    case 'SECONDS':
      return 1_000;
    case 'MINUTES':
      return 60_000;
    case 'HOURS':
      return 3_600_000;
    case 'DAYS':
      return 86_400_000;
    default:
      return undefined;
  }
}

/**
 * Retry-After in ms: seconds or a date. Neither documented nor seen; honoured should it ever appear
 * (resources/docs/markets/naver.md, "Rate headers").
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const given = headers['retry-after'];
  if (given === undefined) return undefined;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return seconds >= 0 ? Math.ceil(seconds * 1_000) : undefined;
  const date = Date.parse(given);
  // The market's date is by the market's clock, which the same answer tells.
  const said = Date.parse(headers['date'] ?? '');
  return Number.isFinite(date) ? Math.max(0, date - (Number.isFinite(said) ? said : now)) : undefined;
}

/** What of an answer goes into the calls table; the body is added by those kinds whose answers are kept. */
export function recordOf(answer: HttpAnswer, said: { code?: string; message?: string; traceId?: string }): CallRecord {
  const record: CallRecord = { startedAt: answer.startedAt, endedAt: answer.endedAt };
  if (answer.type !== 'response') {
    record.code = answer.cause;
    if (answer.type === 'cut' && answer.status !== undefined) record.httpStatus = answer.status;
    return record;
  }
  record.httpStatus = answer.status;
  if (said.code !== undefined) record.code = said.code;
  if (said.message !== undefined) record.message = said.message;
  const traceId = answer.headers['gncp-gw-trace-id']?.slice(0, mostOfAnswer.word) ?? said.traceId;
  if (traceId !== undefined) record.traceId = traceId;
  const rate = rateOf(answer.headers);
  if (rate !== undefined) record.rate = rate;
  return record;
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers[name]?.trim();
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return undefined;
  return Number(text);
}
