import { dayMs } from '../korean-time';

/**
 * Public holidays of Korea that fall on a Monday to Friday, substitute holidays and nationwide elections among them, by the
 * Act on Public Holidays (공휴일에 관한 법률) as of November 2026; compared with the tables of the python package `holidays`
 * 0.105. Single days that a government adds later are not in it.
 */
const holidays: ReadonlySet<string> = new Set([
  '2026-01-01',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-03-02',
  '2026-05-01',
  '2026-05-05',
  '2026-05-25',
  '2026-06-03',
  '2026-07-17',
  '2026-08-17',
  '2026-09-24',
  '2026-09-25',
  '2026-10-05',
  '2026-10-09',
  '2026-12-25',
  '2027-01-01',
  '2027-02-08',
  '2027-02-09',
  '2027-03-01',
  '2027-05-03',
  '2027-05-05',
  '2027-05-13',
  '2027-07-19',
  '2027-08-16',
  '2027-09-14',
  '2027-09-15',
  '2027-09-16',
  '2027-10-04',
  '2027-10-11',
  '2027-12-27',
]);

/** The last year of the table: from then on only Saturdays and Sundays are known. */
export const lastYearOfHolidays = 2027;

/** Whether couriers and the market's clock run on this day. @param day yyyy-MM-dd in Korea */
export function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day so many days later; yyyy-MM-dd. */
function laterDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many business days begin after `from`, up to and with `to`; 0 where `to` is not later. At most 400 are counted. */
export function businessDaysAfter(from: string, to: string): number {
  let count = 0;
  let day = from;
  for (let n = 0; n < 600 && day < to && count < 400; n += 1) {
    day = laterDay(day, 1);
    if (isBusinessDay(day)) count += 1;
  }
  return count;
}

/** The business day that comes `count` business days after `day`; `day` itself for 0. */
export function businessDayAfter(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0;) {
    found = laterDay(found, 1);
    if (isBusinessDay(found)) left -= 1;
  }
  return found;
}

/** The last `count` business days up to and with `today`, oldest first; a day off counts to the business day before it. */
export function lastBusinessDays(today: string, count: number): string[] {
  const days: string[] = [];
  for (let day = today; days.length < count; day = laterDay(day, -1)) if (isBusinessDay(day)) days.unshift(day);
  return days;
}
