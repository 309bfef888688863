import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueQueries, readBackQueries } from '../../../../src-main/database/due-jobs';
import { conditionsOf, rowsOf } from '../../../../src-main/database/log/log-conditions';
import { groupQueries } from '../../../../src-main/database/log/log-groups-table';
import { orderedRows } from '../../../../src-main/database/log/log-rows';
import { logQueries } from '../../../../src-main/database/log/log-table';
import { withStablePlan } from '../../../../src-main/database/stable-plan';
import type { JobRow } from '../../../../src-main/database/rows';
import { prepareUnread } from '../../../../src-main/database/unread-rows';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

/** Adds a job and counts it, as the outbox does. */
const add = (...[target, more]: [string, Parameters<typeof dispatchRow>[2]?]) =>
  desk.database.transaction((tables) => {
    const row = dispatchRow(storeId, target, more);
    tables.jobs.add(row);
    tables.counts.adjust(storeId, row.kind, row.state, 1);
    const job = tables.jobs.byId(row.id);
    if (job === undefined) throw new Error('the job that was just added is not there');
    return job;
  });

describe('jobs in the file', () => {
  it('know of a later one of the same target and kind, whether that is live, behind or settled', async () => {
    const end = (job: JobRow, state: 'rejected' | 'succeeded') =>
      desk.database.transaction(({ jobs }) => jobs.save({ ...job, state }, job));
    const hasLater = (job: JobRow) => desk.database.transaction(({ jobs }) => jobs.hasLater(job));
    const first = await add('1');
    await add('2');
    const alone = await hasLater(first);
    await add('1', { state: 'waiting', wait: 'in-flight' });
    const behind = await hasLater(first);

    const refused = await add('3');
    await end(refused, 'rejected');
    const second = await add('3');
    const live = [await hasLater(refused), await hasLater(second)];
    await end(second, 'succeeded');
    const settled = [await hasLater(refused), await hasLater(second)];

    expect({ alone, behind, live, settled }).toEqual({
      alone: false,
      behind: true,
      live: [true, false],
      settled: [true, false],
    });
  });

  it('come back as they went in, with names sealed on the disk', async () => {
    const added = await add('2026030211111111', {
      recipient: '김바다',
      productName: '머그컵',
      orderId: '2026030200001',
    });
    const job = await desk.database.log.job(added.id);
    expect(job).toMatchObject({
      target: '2026030211111111',
      recipient: '김바다',
      productName: '머그컵',
      state: 'queued',
    });
    const raw = new Database(desk.file, { readonly: true });
    expect(JSON.stringify(raw.prepare('SELECT * FROM jobs').all())).not.toContain('김바다');
    raw.close();
  });

  it('are live only once per store, kind and target', async () => {
    const job = await add('1');
    await expect(add('1')).rejects.toThrow(/UNIQUE/);
    expect(await desk.database.jobs.save({ ...job, state: 'cancelled' }, job)).toBe(true);
    await expect(add('1')).resolves.toMatchObject({ target: '1' });
  });

  it('are saved only as long as no one else changed them', async () => {
    const job = await add('1');
    expect(await desk.database.jobs.save({ ...job, revision: 1 }, job)).toBe(true);
    expect(await desk.database.jobs.save({ ...job, state: 'cancelled' }, job)).toBe(false);
  });

  it('go out oldest first, but what the seller asked for goes before', async () => {
    for (const target of ['1', '2', '3']) await add(target);
    await add('9', { priority: 0 });
    await add('7', { dueAt: monday + 5000 });
    const due = await desk.database.jobs.dueToSend({ storeId, kind: 'dispatch', now: monday, limit: 10 });
    expect(due.map((job) => job.target)).toEqual(['9', '1', '2', '3']);
    expect(await desk.database.jobs.nextDue(storeId, monday)).toBe(monday + 5000);
  });

  it('share a call only with jobs of the same cap, and only when read lately', async () => {
    const one = await add('1');
    await add('2');
    await desk.database.jobs.save({ ...one, batchCap: 15, readAt: monday - 1000 }, one);
    const question = { storeId, kind: 'dispatch', now: monday, limit: 10 } as const;
    const targets = async (more: object) =>
      (await desk.database.jobs.dueToSend({ ...question, ...more })).map((job) => job.target);
    expect(await targets({ cap: 15 })).toEqual(['1']);
    expect(await targets({ cap: null })).toEqual(['2']);
    expect(await targets({ readAfter: monday - 2000 })).toEqual(['1']);
    const toRead = await desk.database.jobs.dueToRead({ ...question, readBefore: monday - 20_000 });
    expect(toRead.map((job) => job.target)).toEqual(['2']);
  });

  it('planned more than a quarter of an hour ahead of the clock are due now', async () => {
    await add('1', { dueAt: monday + 3_600_000, createdAt: monday + 3_590_000 });
    await add('2', { dueAt: monday + 600_000 });
    expect(await desk.database.jobs.bringForward(monday, 900_000)).toBe(1);
    const due = await desk.database.jobs.dueToSend({ storeId, kind: 'dispatch', now: monday, limit: 10 });
    expect(due.map((job) => job.target)).toEqual(['1']);
  });

  it('in one box are those with the same courier and number', async () => {
    const box = {
      kind: 'dispatch',
      dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'HANJIN', trackingNumber: '4030-2010' },
    } as const;
    const one = await add('1', { values: box });
    await add('2', { values: { ...box, dispatch: { ...box.dispatch, trackingNumber: '40302010' } } });
    await add('3', { values: { ...box, dispatch: { ...box.dispatch, deliveryCompanyCode: 'CJGLS' } } });
    expect((await desk.database.jobs.parcel(one)).map((job) => job.target)).toEqual(['1', '2']);
  });

  it('keep counts that agree with the rows', async () => {
    await add('1');
    await add('2');
    expect(await desk.database.counts.of(storeId)).toMatchObject({ queued: 2, succeeded: 0 });
    expect(await desk.database.counts.verify()).toBe(true);
    await desk.database.counts.adjust(storeId, 'dispatch', 'queued', 1);
    expect(await desk.database.counts.verify()).toBe(false);
  });

  it('leave nothing behind when a transaction fails', async () => {
    const work = desk.database.transaction((tables) => {
      tables.jobs.add(dispatchRow(storeId, '1'));
      throw new Error('the seller pulled the plug');
    });
    await expect(work).rejects.toThrow('plug');
    expect(await desk.database.jobs.live(storeId, 'dispatch', '1')).toBeUndefined();
  });
});

const page = async (more: object, offset = 0) => {
  const { jobs, total } = await desk.database.log.page({ storeId, ...more }, offset, 3);
  return { targets: jobs.map((job) => job.target), total };
};

const found = async (search: string, more: object = {}) =>
  (await desk.database.log.page({ storeId, search, ...more }, 0, 50)).jobs.map((job) => job.target.slice(-4));

describe('the log', () => {
  it('shows pages newest first, by state and kind, with totals from the counts', async () => {
    for (let n = 1; n <= 5; n += 1) await add(`${n}`);
    await add('held', { state: 'held', holdReason: 'conflict' });
    expect(await page({})).toEqual({ targets: ['held', '5', '4'], total: 6 });
    expect(await page({}, 4)).toEqual({ targets: ['2', '1'], total: 6 });
    expect(await page({ states: ['held', 'rejected'] })).toEqual({ targets: ['held'], total: 1 });
    expect(await page({ states: ['held', 'queued'] }, 1)).toEqual({ targets: ['5', '4', '3'], total: 6 });
    expect(await page({ kinds: ['confirm'] })).toEqual({ targets: [], total: 0 });
  });

  it('finds by the beginning of a number and by its last four digits or more', async () => {
    await add('2026030255556666', { orderId: '2026030277778888' });
    await add('2026030211112222', { state: 'held', holdReason: 'conflict' });
    const settled = await add('2026030233334444');
    await desk.database.transaction(({ jobs, counts }) => {
      jobs.save({ ...settled, state: 'succeeded', dueAt: undefined }, settled);
      counts.recount();
    });
    expect(await found('20260302')).toEqual(['4444', '2222', '6666']);
    expect(await found('4444')).toEqual(['4444']);
    for (const pasted of ['４４４４', '\u200b4444\u3164', '\u001f3333–4444', ' 3333 4444 ']) {
      expect(await found(pasted), pasted).toEqual(['4444']);
    }
    expect(await found('33334444', { states: ['held'] })).toEqual([]);
    expect(await found('8888')).toEqual(['6666']);
    expect(await found('2222')).toEqual(['2222']);
    expect(await found('222')).toEqual([]);
    expect(await found('9202-6030-2111')).toEqual(['2222']);
    expect(await found('20260302', { states: ['held'] })).toEqual(['2222']);
    expect(await found('%')).toEqual([]);
  });
});

const plan = (sql: string): string => {
  const raw = new Database(desk.file, { readonly: true });
  prepareUnread(raw);
  const rows = raw
    .prepare(`EXPLAIN QUERY PLAN ${withStablePlan(sql)}`)
    .all(
      ...(sql.includes('@')
        ? [Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 0]))]
        : Array.from({ length: sql.split('?').length - 1 }, () => 0)),
    );
  raw.close();
  return rows.map((row) => JSON.stringify(row)).join('\n');
};

describe('how SQLite answers', () => {
  it.each(Object.entries(readBackQueries))(
    'what is read once more (%s) is found through its index, unsorted',
    (_, rest) => {
      const steps = plan(`SELECT j.due_at ${rest}`);
      expect(steps).toMatch(/USING (COVERING )?INDEX jobs_read_back\b/);
      expect(steps).not.toMatch(/SCAN|TEMP B-TREE/);
    },
  );

  it.each(Object.entries(dueQueries))('what the engine asks (%s) goes through a partial index, unsorted', (_, rest) => {
    const steps = plan(`SELECT j.* ${rest}`);
    expect(steps).toMatch(
      /USING (COVERING )?INDEX jobs_(queue|queued_due|queued_batch|waiting_due|waiting_on|held_due|unknown_due|sending|reread)\b/,
    );
    expect(steps).not.toContain('TEMP B-TREE');
    expect(steps).not.toMatch(/SCAN j\b(?!.*INDEX)/);
  });

  it('pages of the log are read in order from an index', () => {
    for (const sql of [logQueries.everything, logQueries.someOf(1), logQueries.someOf(5)]) {
      expect(plan(sql)).toMatch(/USING COVERING INDEX jobs_(store|states)\b/);
      expect(plan(sql)).not.toContain('TEMP B-TREE FOR ORDER BY');
    }
  });

  it('what has ended is read in the order of the log from an index, and what waits for the seller is counted in one', () => {
    const range = { storeId, from: 0, to: 1, withEarlier: false };
    const ended = plan(orderedRows.page(rowsOf({ of: 'succeeded' }, range).sql));
    expect(ended).toContain('COVERING INDEX jobs_ended');
    expect(ended).not.toContain('TEMP B-TREE FOR ORDER BY');
    const refused = plan(groupQueries.refused(conditionsOf(range, false).sql));
    expect(refused).toContain('COVERING INDEX jobs_tasks');
    expect(refused).not.toContain('TEMP B-TREE FOR GROUP BY');
  });

  it('a search goes through an index for each way of matching', () => {
    const steps = plan(logQueries.search(true));
    for (const index of ['target', 'order', 'tracking', 'target_tail', 'order_tail', 'tracking_tail']) {
      expect(steps).toContain(`INDEX jobs_${index} `);
    }
    expect(steps).not.toMatch(/SCAN jobs/);
  });
});
