import { describe, expect, it, onTestFinished } from 'vitest';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { AppDatabase } from '../../../../src-main/database/tables';
import { createLog } from '../../../../src-main/services/log';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';

const importId = importIdSchema.parse('00000000-0000-4000-8000-000000000001');

async function openLog() {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = await addStore(database);
  return { database, storeId, log: createLog(database, () => monday) };
}
type Opened = Awaited<ReturnType<typeof openLog>>;

function targetsOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `2026${String(n).padStart(12, '0')}`);
}

async function addInFile({ database, storeId }: Opened, targets: readonly string[]): Promise<void> {
  await database.transaction(({ jobs, counts }) => {
    for (const target of targets) {
      jobs.add({ ...dispatchRow(storeId, target), state: 'held', holdReason: 'by-file' });
    }
    counts.recount();
  });
}

describe('the log', () => {
  it('answers named jobs as they are named, without those that are gone, and the latest job of a target', async () => {
    const opened = await openLog();
    const { database, storeId, log } = opened;
    const rows = targetsOf(3).map((target) => dispatchRow(storeId, target));
    await database.transaction(({ jobs, counts }) => {
      for (const row of rows) jobs.add(row);
      counts.recount();
    });
    const [first, , last] = rows.map(({ id }) => id);
    if (first === undefined || last === undefined) throw new RangeError('three rows were added');
    await database.transaction((tables) => tables.jobs.erase([first]));
    expect((await log.jobs([last, first])).map(({ id }) => id)).toEqual([last]);
    const latest = await log.latest(storeId, 'dispatch', [...targetsOf(3), 'unknown']);
    expect(latest.map(({ target }) => target)).toEqual(targetsOf(3).slice(1));
  });

  it('answers all that is in the file of the seller, of more than one page too, in the order of the sheet', async () => {
    const opened = await openLog();
    const { database, storeId, log } = opened;
    const targets = targetsOf(405);
    await addInFile(opened, targets);
    await database.transaction(({ jobs, counts }) => {
      jobs.add(dispatchRow(storeId, 'not-in-it'));
      counts.recount();
    });
    expect((await log.byFile(storeId, undefined)).map(({ target }) => target)).toEqual(targets);
    expect(await log.byFile(storeId, importId)).toEqual([]);
  });

  it('leaves nothing out of the file when a job leaves it while it is read', async () => {
    const opened = await openLog();
    const { database, storeId } = opened;
    const targets = targetsOf(405);
    await addInFile(opened, targets);
    const [newest] = (await database.log.page({ storeId }, 0, 1)).jobs;
    if (newest === undefined) throw new RangeError('jobs were added');
    let pages = 0;
    const changing: AppDatabase = {
      ...database,
      log: {
        ...database.log,
        page: async (...given) => {
          pages += 1;
          if (pages === 2)
            await database.transaction(({ jobs, counts }) => {
              jobs.erase([newest.id]);
              counts.recount();
            });
          return database.log.page(...given);
        },
      },
    };
    const log = createLog(changing, () => monday);
    const lines = await log.byFile(storeId, undefined);
    expect(lines.map(({ target }) => target)).toEqual(targets.slice(0, -1));
  });

  it('shows the newest answers of the items, and says that there are older ones', async () => {
    const { database, storeId, log } = await openLog();
    const answer = (target: string, available: boolean) => ({
      ...dispatchRow(storeId, target),
      kind: 'stock' as const,
      values: { kind: 'stock' as const, stock: { available } },
    });
    await database.transaction(({ jobs, counts }) => {
      jobs.add(answer('[1]', true));
      counts.recount();
    });
    const few = await log.stockItems(storeId);
    expect(few.items.map(({ values }) => values)).toEqual([{ kind: 'stock', stock: { available: true } }]);
    expect(few).toMatchObject({ counts: { available: 0, unavailable: 0, open: 1 }, more: false });
    await database.transaction(({ jobs, counts }) => {
      for (const target of targetsOf(1000)) jobs.add(answer(target, false));
      counts.recount();
    });
    const many = await log.stockItems(storeId);
    expect(many).toMatchObject({ counts: { available: 0, unavailable: 0, open: 1000 }, more: true });
  });
});
