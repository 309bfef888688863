import type { Line, Remark } from '../line';
import { dayMs, koreanDay, koreanMinute } from '../korean-time';
import { readSheetDate } from '../sheet-date';
import { makeRemark } from './remark-codes';

/** Older or later than this is a slip of the pen or an empty date of Excel (1900), not a day of dispatch. */
const farMs = 90 * dayMs;

/**
 * The dispatch date of a line, where it has a usable one; absent means the moment of sending. The market
 * documents no limits: never later than now. A bare day in the past counts as its last second, which is
 * after the order of that day; a bare today is the moment of sending. A time of another zone is shown in Korean time.
 */
export function readDispatchDate(line: Line, now: number): { at?: number; remark?: Remark } {
  const text = line.cells.dispatchDate;
  if (text === undefined || text === '') return {};
  const date = readSheetDate(text);
  switch (date.is) {
    case 'empty':
      return {};
    case 'unreadable':
      return { remark: makeRemark('date-unreadable', 'dispatchDate', { value: text }) };
    case 'moment':
  }
  const value = date.elsewhere ? koreanMinute(date.at) : text;
  if (Math.abs(date.at - now) > farMs) return { remark: makeRemark('date-far', 'dispatchDate', { value }) };
  if (date.dayOnly && koreanDay(date.at) === koreanDay(now)) return {};
  if (date.at > now) return { remark: makeRemark('date-future', 'dispatchDate', { value }) };
  if (date.elsewhere) return { at: date.at, remark: makeRemark('date-converted', 'dispatchDate', { value }) };
  return { at: date.dayOnly ? date.at + dayMs - 1000 : date.at };
}
