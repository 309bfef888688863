import { cleanText } from './clean-text';
import { koreaMs } from './korean-time';

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

const dayForms = [
  /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?/u,
  /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일/u,
  /^(\d{4})(\d{2})(\d{2})/u,
];
/** ISO 8601: Z, +09:00, +0900, +09; and what programs write: UTC+9, (KST), a zone's name behind the time. */
const offset = String.raw`(?<zone>Z|\(?(?:UTC|GMT|KST)\)?|(?:UTC|GMT)[+\-−]\d{1,2}(?::?\d{2})?|[+\-−]\d{2}(?::?\d{2})?)?(?:\s*\[Asia/Seoul\])?`;
const halves = '오전|오후|AM|PM';
/** 16:30, 16:30:05.123, 16시, 16시 30분 5초. */
const hours = String.raw`(?<hour>\d{1,2})(?:시|:(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?|시\s*(?<minutes>\d{1,2})분(?:\s*(?<seconds>\d{1,2})초)?)`;
const clockForm = new RegExp(
  String.raw`^(?<t>T)?[\s,]*(?:(?<before>${halves})\s*)?${hours}\s*(?<behind>${halves})?\s*${offset}$`,
  'iu',
);
const packedClock = new RegExp(String.raw`^(?<t>T)?\s*(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${offset}$`, 'iu');

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
  const zone = text.replaceAll(/[()]/gu, '').toUpperCase();
  if (zone === 'Z' || zone === 'UTC' || zone === 'GMT') return 0;
  if (zone === 'KST') return koreaMs;
  const [, sign, hour, minutes = '0'] = /^(?:UTC|GMT)?([+\-−])(\d{1,2}):?(\d{2})?$/u.exec(zone) ?? [];
  return (sign === '+' ? 1 : -1) * (Number(hour) * 60 + Number(minutes)) * 60 * 1000;
}

/** The hour of the day; undefined where 오전 stands next to one after noon. */
function hourOf(written: number, half: string | undefined): number | undefined {
  if (half === undefined) return written;
  const isMorning = /^(?:오전|am)$/iu.test(half);
  if (isMorning && written > 12) return undefined;
  return (written % 12) + (isMorning ? 0 : 12);
}

function readClock(text: string): Clock | undefined {
  if (text.trim() === '') return { hour: 0, minute: 0, second: 0 };
  const found = (packedClock.exec(text) ?? clockForm.exec(text))?.groups;
  if (found === undefined) return undefined;
  const { t, before, behind, zone } = found;
  if (before !== undefined && behind !== undefined) return undefined;
  const second = found['second'] ?? found['seconds'];
  // 09:00-12:00 is a time from and to, and no zone west of Greenwich.
  if (/^[-−]/u.test(zone ?? '') && t === undefined && second === undefined) return undefined;
  const hour = hourOf(Number(found['hour']), before ?? behind);
  if (hour === undefined) return undefined;
  const minute = Number(found['minute'] ?? found['minutes'] ?? 0);
  return { hour, minute, second: Number(second ?? 0), offsetMs: readOffset(zone) };
}

export type SheetDate =
  | { is: 'empty' }
  /** `elsewhere`: it was written with the offset of another zone than Korea's. */
  | { is: 'moment'; at: number; dayOnly: boolean; elsewhere: boolean }
  | { is: 'unreadable' };

/**
 * A date as sellers, couriers and programs write it: 2025-01-31, 2025.1.31, 20250131, 2025년 1월 31일, each with a time or
 * without (16:30, 오후 4:30, 4:30 PM, 16시 30분). It is Korean time unless the time carries an offset (…Z, …+00:00). A day without a time is that day's
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
