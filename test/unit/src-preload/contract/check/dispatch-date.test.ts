import { expect, it } from 'vitest';
import { readDispatchDate } from '../../../../../src-preload/contract/check/dispatch-date';
import { makeRemark } from '../../../../../src-preload/contract/check/remark-codes';

/** 2025-02-01 14:00 in Korea. */
const now = Date.UTC(2025, 1, 1, 5);
const minute = 60_000;
const said = (code: Parameters<typeof makeRemark>[0], value: string) => ({
  remark: makeRemark(code, 'dispatchDate', { value }),
});

it.each<[string | undefined, ReturnType<typeof readDispatchDate>]>([
  [undefined, {}],
  ['', {}],
  [' ', {}],
  ['내일쯤', said('date-unreadable', '내일쯤')],
  // Now, and a minute to either side of it.
  ['2025-02-01 13:59', { at: now - minute }],
  ['2025-02-01 14:00', { at: now }],
  ['2025-02-01 14:01', said('date-future', '2025-02-01 14:01')],
  // A bare day: today is the moment of sending.
  ['2025-01-31', { at: Date.UTC(2025, 0, 31, 14, 59, 59) }],
  ['2025-02-01', {}],
  ['2025-02-02', said('date-future', '2025-02-02')],
  // 90 days to either side, and a minute more.
  ['2024-11-03 14:00', { at: Date.UTC(2024, 10, 3, 5) }],
  ['2024-11-03 13:59', said('date-far', '2024-11-03 13:59')],
  ['2025-05-02 14:00', said('date-future', '2025-05-02 14:00')],
  ['2025-05-02 14:01', said('date-far', '2025-05-02 14:01')],
  // Another zone: what is said names the time in Korea.
  ['2025-01-31T20:00:00Z', { at: Date.UTC(2025, 0, 31, 20), ...said('date-converted', '2025-02-01 05:00') }],
  ['2025-02-01T20:00:00Z', said('date-future', '2025-02-02 05:00')],
  ['2024-01-31T20:00:00Z', said('date-far', '2024-02-01 05:00')],
])('the date %j is %j', (dispatchDate, reading) => {
  const cells = dispatchDate === undefined ? {} : { dispatchDate };
  expect(readDispatchDate({ row: 2, cells }, now)).toEqual(reading);
});
