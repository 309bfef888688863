import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../../../src-main/services/log';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../../support/outbox/test-database';

async function openLog() {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = await addStore(database);
  const other = await addStore(database);
  const log = createLog(database, () => monday);
  const add = (target: string, recipient?: string, productName?: string, of = storeId) =>
    database.transaction((tables) => {
      const names = {
        ...(recipient === undefined ? {} : { recipient }),
        ...(productName === undefined ? {} : { productName }),
      };
      tables.jobs.add({ ...dispatchRow(of, target), ...names });
      tables.counts.recount();
    });
  const find = async (search: string): Promise<string[]> => {
    const { items } = await log.list({ storeId, period: 'all', search }, [], 0, 200);
    return items.flatMap((item) => (item.is === 'job' ? item.job.target : [])).toSorted();
  };
  return { database, storeId, other, add, find, log };
}

it('finds by a part of a name, by a product, and by both, whatever the spelling of their signs', async () => {
  const { add, find, other } = await openLog();
  await add('2026030200000001', '장한결', '극세사 담요 베이지');
  await add('2026030200000002', '장한결', '유자차 500g');
  await add('2026030200000003', '정라온', 'Mug CUP');
  await add('2026030200000004', '장한결', '담요', other);
  expect(await find('한결')).toEqual(['2026030200000001', '2026030200000002']);
  expect(await find('담요')).toEqual(['2026030200000001']);
  expect(await find('장한결 유자')).toEqual(['2026030200000002']);
  expect(await find('정라온'.normalize('NFD'))).toEqual(['2026030200000003']);
  expect(await find('mug cup')).toEqual(['2026030200000003']);
  expect(await find('없는 이름')).toEqual([]);
  // Numbers as before: a beginning, and the last four digits of any of them.
  expect(await find('0002')).toEqual(['2026030200000002']);
});

it('finds what was added since, by the name the market has for it too, and nothing whose names were taken out', async () => {
  const { database, storeId, add, find } = await openLog();
  await add('2026030200000001', '장한결');
  expect(await find('한결')).toEqual(['2026030200000001']);
  await add('2026030200000002', '최한결');
  expect(await find('한결')).toEqual(['2026030200000001', '2026030200000002']);
  await database.productNames.keep(storeId, new Map([['2026030200000001', '고무나무 도마']]), monday);
  expect(await find('장한결 도마')).toEqual(['2026030200000001']);
  await database.jobs.forgetPersonal(monday + 1);
  await database.productNames.forgetPersonal(monday + 1);
  await database.log.forgetNames();
  expect(await find('한결')).toEqual([]);
  expect(await find('도마')).toEqual([]);
});

it('answers what it has while names are still being opened, and says so', async () => {
  const { database, storeId, add } = await openLog();
  await add('2026030200000001', '장한결');
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const slow = {
    ...database,
    log: {
      ...database.log,
      openNames: async (ms: number) => {
        await held;
        return database.log.openNames(ms);
      },
    },
  };
  const log = createLog(slow, () => monday);
  const search = { storeId, period: 'all', search: '한결' } as const;
  expect(await log.list(search, [], 0, 10)).toMatchObject({ partial: true, jobs: 0 });
  goOn();
  expect(await log.list(search, [], 0, 10)).toMatchObject({ partial: false, jobs: 1 });
});
