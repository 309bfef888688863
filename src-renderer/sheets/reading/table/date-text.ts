/** Days from Excel's day 0 (as it counts from March 1900 on) to 1970-01-01. */
const epochDays = 25_569;
/** The 1904 calendar starts 1,462 days later. */
const days1904 = 1462;
/** 9999-12-31, the last day Excel knows. */
const lastDay = 2_958_465;
const secondsADay = 86_400;

/**
 * A date serial as `yyyy-MM-dd`, with ` HH:mm:ss` when it has a time of day; below one day only `HH:mm:ss`. Seconds are
 * rounded. Undefined when no calendar has it (negative, beyond 9999).
 */
export function dateText(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > lastDay + 1) return undefined;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * secondsADay);
  if (seconds === secondsADay) {
    day += 1;
    seconds = 0;
  }
  if (day === 0 && !is1904) return timeText(seconds);
  if (is1904) day += days1904;
  if (day > lastDay) return undefined;
  const date = dayText(day);
  return seconds === 0 ? date : `${date} ${timeText(seconds)}`;
}

function dayText(day: number): string {
  // Excel believes in 1900-02-29 (serial 60), as Lotus did; before it every serial is a day behind.
  if (day === 60) return '1900-02-29';
  const date = new Date(((day < 60 ? day + 1 : day) - epochDays) * secondsADay * 1000);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function timeText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Days on which programs put a time of day without a date: Excel's day 0, and LibreOffice's. */
const timeOnly: readonly string[] = ['1899-12-31', '1899-12-30'];

/** 10:29:59.999 is how 10:30:00 comes out of a serial. */
const nearlyASecond = 0.999;

/**
 * An ISO date as files write it (`t="d"`, XML of 2003, OpenDocument) in our form; undefined when it is none. A zone is
 * dropped: the file shows local time. So are fractions of a second, but for those that a serial left of a whole one.
 */
export function isoDateText(iso: string): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,20})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(
    iso.trim(),
  );
  if (parts === null) return undefined;
  const [, year, month, day, hours, minutes = '0', seconds = '0', fraction = '0'] = parts;
  if (hours === undefined) return `${year}-${month}-${day}`;
  const ofDay =
    Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + (Number(fraction) >= nearlyASecond ? 1 : 0);
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const [date = '', time = ''] = new Date(start + ofDay * 1000).toISOString().split(/[T.]/);
  if (timeOnly.includes(date)) return time;
  return time === '00:00:00' ? date : `${date} ${time}`;
}

/** A duration of ISO 8601 (`PT10H30M00S`) below a day as a time of day; undefined when it is none, or longer. */
export function durationText(iso: string): string | undefined {
  const parts = /^PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,20})?)S)?$/.exec(iso.trim());
  if (parts === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Math.round(Number(seconds));
  return whole < secondsADay ? timeText(whole) : undefined;
}
