import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBookSettings } from '../../../../src-main/services/book/book-settings';
import { createTodayHours } from '../../../../src-main/services/book/today-hour';
import type { TodayHourAnswer } from '../../../../src-main/markets/market';
import type { DirectReadOutcome } from '../../../../src-main/outbox/outbox-port';
import { endOfKoreanDay } from '../../../../src-preload/contract/book/rules';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { dayMs } from '../../../../src-preload/contract/korean-time';
import { bookOrder } from '../../../support/outbox/book-order';
import { addStore, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

const hour = 60 * 60_000;
const end = endOfKoreanDay(monday);
const call = { id: 'call', record: { startedAt: 0, endedAt: 0 } };
const id = '2026112112345671';
let desk: TestDatabase;
let storeId: StoreId;
let now: number;
let asked: number;
let changed: StoreId[];
let answer: DirectReadOutcome<TodayHourAnswer> | undefined;

beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  storeId = await addStore(desk.database);
  [now, asked, changed] = [monday, 0, []];
  const finding = { at: monday, deliveryAttributeType: 'TODAY' };
  await desk.database.book.put(storeId, bookOrder(id, { dueAt: end, facts: { finding, marketDueAt: end } }));
});
afterEach(() => desk.dispose());

const told = (minutes: number): DirectReadOutcome<TodayHourAnswer> => ({
  is: 'answered',
  answer: { type: 'answered', minutes, closedWeekday: 'SUNDAY', closedDays: [] },
  call,
});
const dueAt = async () => (await desk.database.book.get(storeId, id))?.dueAt;
function hours() {
  const settings = createBookSettings(desk.database);
  const readTodayHour = async () => {
    asked += 1;
    return answer;
  };
  const directReads = { readTodayHour };
  return {
    settings,
    ...createTodayHours({
      database: desk.database,
      directReads,
      settings,
      now: () => now,
      onChange: (store) => changed.push(store),
    }),
  };
}

it('counts open orders of 오늘출발 by the hour the market tells, asked once a day', async () => {
  answer = told(15 * 60);
  const one = hours();
  expect(await one.of(storeId)).toEqual({ is: 'not-read' });
  await one.readIfDue(storeId);
  expect(await one.of(storeId)).toEqual({ is: 'known', minutes: 900, closedWeekday: 'SUNDAY', closedDays: [] });
  expect(await dueAt()).toBe(end + 1 - 9 * hour);
  expect(changed).toEqual([storeId]);
  expect((await one.settingsOf(storeId)).todayMinutes).toBe(900);
  now += dayMs - 1;
  await one.readIfDue(storeId);
  await hours().readIfDue(storeId);
  expect(asked).toBe(1);
  now += 1;
  answer = told(17 * 60);
  await hours().readIfDue(storeId);
  expect(asked).toBe(2);
  expect(await dueAt()).toBe(end + 1 - 7 * hour);
});

it('leaves the hour to the seller where the market does not tell it', async () => {
  answer = { is: 'answered', answer: { type: 'unavailable' }, call };
  const one = hours();
  await one.settings.set({ ...(await one.settings.get()), todayMinutes: 16 * 60 });
  await one.byHandChanged();
  expect(await dueAt()).toBe(end + 1 - 8 * hour);
  await one.readIfDue(storeId);
  expect(await one.of(storeId)).toEqual({ is: 'unavailable' });
  expect((await one.settingsOf(storeId)).todayMinutes).toBe(16 * 60);
  expect(await dueAt()).toBe(end + 1 - 8 * hour);
});

it('puts the market before the hour set by hand', async () => {
  answer = told(15 * 60);
  const one = hours();
  await one.readIfDue(storeId);
  await one.settings.set({ ...(await one.settings.get()), todayMinutes: 18 * 60 });
  await one.byHandChanged();
  expect(await dueAt()).toBe(end + 1 - 9 * hour);
});

it('asks a market that did not answer an hour later, and keeps what it knew', async () => {
  answer = { is: 'no-answer' };
  const one = hours();
  await one.readIfDue(storeId);
  now += hour - 1;
  await one.readIfDue(storeId);
  expect(asked).toBe(1);
  now += 1;
  answer = told(15 * 60);
  await one.readIfDue(storeId);
  expect(asked).toBe(2);
  expect(await one.of(storeId)).toMatchObject({ is: 'known' });
});
