const koreaMs = 9 * 60 * 60 * 1000;

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/**
 * A moment in the one form the market takes: yyyy-MM-dd'T'HH:mm:ss.SSS+09:00 (facts/naver-api.md 3).
 * Korea has no summer time, so the offset is constant. `ms` is UTC.
 */
export function marketTime(ms: number): string {
  return `${new Date(ms + koreaMs).toISOString().slice(0, -1)}+09:00`;
}

/** The day in Korea of a moment, as yyyy-MM-dd. */
export function koreanDay(ms: number): string {
  return new Date(ms + koreaMs).toISOString().slice(0, 10);
}

const dayForms = [
  /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?/u,
  /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일/u,
  /^(\d{4})(\d{2})(\d{2})/u,
];
const clockForm = /^(?:T|\s)*(?:(오전|오후)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?\s*(?:\+09:00|Z)?$/iu;
const packedClock = /^\s*(\d{2})(\d{2})(\d{2})?$/u;

interface Clock {
  hour: number;
  minute: number;
  second: number;
}

function readClock(text: string): Clock | undefined {
  if (text.trim() === '') return { hour: 0, minute: 0, second: 0 };
  const packed = packedClock.exec(text);
  const found = packed === null ? clockForm.exec(text) : undefined;
  if (packed !== null) return { hour: Number(packed[1]), minute: Number(packed[2]), second: Number(packed[3] ?? 0) };
  if (found === null || found === undefined) return undefined;
  const half = found[1];
  const hour = Number(found[2]);
  return {
    hour: half === undefined ? hour : (hour % 12) + (half === '오후' ? 12 : 0),
    minute: Number(found[3]),
    second: Number(found[4] ?? 0),
  };
}

export type SheetDate = { is: 'empty' } | { is: 'moment'; at: number; dayOnly: boolean } | { is: 'unreadable' };

/**
 * A date as sellers and couriers write it, in Korean time: 2025-01-31, 2025.1.31, 20250131, 2025년 1월 31일, each with
 * a time or without. A day without a time is that day's midnight; the caller decides what hour is meant.
 */
export function readSheetDate(text: string): SheetDate {
  const plain = text.normalize('NFKC').trim().replace(/^'/u, '');
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
    const at = midnight - koreaMs + ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000;
    return { is: 'moment', at, dayOnly: rest.trim() === '' };
  }
  return { is: 'unreadable' };
}
