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

/** An ISO date of a `t="d"` cell in our form; undefined when it is none. A zone is dropped: the file shows local time. */
export function isoDateText(iso: string): string | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(iso.trim());
  if (parts === null) return undefined;
  const [, date = '', time] = parts;
  if (time === undefined) return date;
  const full = time.length === 5 ? `${time}:00` : time;
  return full === '00:00:00' ? date : `${date} ${full}`;
}
