import { cleanText } from './clean-text';
import { koreaMs } from './korean-time';

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

const dayForms = [
  /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?/u,
  /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일/u,
  /^(\d{4})(\d{2})(\d{2})/u,
];
/** ISO 8601: Z, +09:00, +0900, +09; and the names that programs write. */
const offset = String.raw`(Z|UTC|GMT|KST|[+-]\d{2}(?::?\d{2})?)?`;
const clockForm = new RegExp(
  String.raw`^[T\s]*(?:(오전|오후)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*${offset}$`,
  'iu',
);
const packedClock = new RegExp(String.raw`^[T\s]*(\d{2})(\d{2})(\d{2})?${offset}$`, 'iu');

interface Clock {
  hour: number;
  minute: number;
  second: number;
  /** Ahead of UTC; absent where the text names no zone, which means Korea. */
  offsetMs?: number | undefined;
}

/** The furthest zones there are, in either direction. */
const furthestOffsetMs = 14 * 60 * 60 * 1000;

function readOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^(?:z|utc|gmt)$/iu.test(text)) return 0;
  if (/^kst$/iu.test(text)) return koreaMs;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/u.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60 * 1000;
}

function readClock(text: string): Clock | undefined {
  if (text.trim() === '') return { hour: 0, minute: 0, second: 0 };
  const packed = packedClock.exec(text);
  if (packed !== null) {
    const [, hour, minute, second = '0', zone] = packed;
    return { hour: Number(hour), minute: Number(minute), second: Number(second), offsetMs: readOffset(zone) };
  }
  const found = clockForm.exec(text);
  if (found === null) return undefined;
  const [, half, written, minute, second = '0', zone] = found;
  const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half === '오후' ? 12 : 0);
  return { hour, minute: Number(minute), second: Number(second), offsetMs: readOffset(zone) };
}

export type SheetDate =
  | { is: 'empty' }
  /** `elsewhere`: it was written with the offset of another zone than Korea's. */
  | { is: 'moment'; at: number; dayOnly: boolean; elsewhere: boolean }
  | { is: 'unreadable' };

/**
 * A date as sellers, couriers and programs write it: 2025-01-31, 2025.1.31, 20250131, 2025년 1월 31일, each with a time or
 * without. It is Korean time unless the time carries an offset (…Z, …+00:00). A day without a time is that day's
 * midnight; the caller decides what hour is meant. A year of two digits and 11/20/2026 are unreadable: which number is
 * the year or the day would be a guess.
 */
export function readSheetDate(text: string): SheetDate {
  const plain = cleanText(text).replace(/^'/u, '');
  if (plain === '') return { is: 'empty' };
  for (const form of dayForms) {
    const found = form.exec(plain);
    if (found === null) continue;
    const rest = plain.slice(found[0].length).replace(/^\s*\([월화수목금토일]\)/u, '');
    const clock = readClock(rest);
    if (clock === undefined) continue;
    const iso = `${found[1]}-${two(Number(found[2]))}-${two(Number(found[3]))}`;
    const midnight = Date.parse(`${iso}T00:00:00Z`);
    // 31 February rolls over silently in some engines: the day must come back as it was written.
    if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== iso) continue;
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) continue;
    const { offsetMs = koreaMs } = clock;
    if (Math.abs(offsetMs) > furthestOffsetMs) continue;
    const at = midnight - offsetMs + ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000;
    return { is: 'moment', at, dayOnly: rest.trim() === '', elsewhere: offsetMs !== koreaMs };
  }
  return { is: 'unreadable' };
}
