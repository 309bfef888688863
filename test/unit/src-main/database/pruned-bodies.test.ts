import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bodyQueries } from '../../../../src-main/database/history-tables';
import { createUpkeep } from '../../../../src-main/services/upkeep';
import { createSettings } from '../../../../src-main/services/settings';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

/** Answers that were kept for a support desk go after a time, and the oldest when there are too many; their rows stay. */
let opened: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  opened = await openTestDatabase();
  storeId = await addStore(opened.database);
});
afterEach(async () => {
  vi.useRealTimers();
  await opened.dispose();
});

const dayMs = 86_400_000;
async function addCalls(count: number, startedAt: (n: number) => number, body: string | undefined): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await opened.database.transaction(({ calls }) => {
    for (const [n, id] of ids.entries()) {
      calls.put({ id, storeId, kind: 'dispatch', startedAt: startedAt(n), jobs: 1, body, decided: true });
    }
  });
  return ids;
}
const bodiesOf = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await opened.database.calls.get(id))?.body));
const calls = {
  pruneBodies: (bounds: { before: number; keepBytes: number; most: number }) =>
    opened.database.calls.pruneBodies(bounds),
};

test('those before the bound go, those since then stay', async () => {
  const ids = await addCalls(4, (n) => monday + n, '{}');
  expect(await calls.pruneBodies({ before: monday + 2, keepBytes: 1000, most: 100 })).toBe(2);
  expect(await bodiesOf(ids)).toEqual([undefined, undefined, '{}', '{}']);
  expect(await calls.pruneBodies({ before: monday + 2, keepBytes: 1000, most: 100 })).toBe(0);
});

test('the oldest go while all have more bytes than are kept, counted as they are stored', async () => {
  // Three bytes each in UTF-8.
  const ids = await addCalls(4, (n) => monday + n, '답답');
  expect(await calls.pruneBodies({ before: 0, keepBytes: 13, most: 100 })).toBe(2);
  expect(await bodiesOf(ids)).toEqual([undefined, undefined, '답답', '답답']);
});

test('one slice takes no more than it may, and never a call without a body', async () => {
  const without = await addCalls(3, (n) => monday - 10 + n, undefined);
  const ids = await addCalls(5, (n) => monday + n, 'body');
  const bounds = { before: monday + 100, keepBytes: 1000, most: 2 };
  const slices = [];
  for (let n = 0; n < 4; n += 1) slices.push(await calls.pruneBodies(bounds));
  expect(slices).toEqual([2, 2, 1, 0]);
  expect(await bodiesOf([...without, ...ids])).toEqual(Array(8).fill(undefined));
});

test('an attempt says that the answer to it was pruned, and only then', async () => {
  const [callId = ''] = await addCalls(1, () => monday, 'body');
  const row = dispatchRow(storeId, '1');
  const seq = await opened.database.transaction(({ jobs, attempts }) => {
    jobs.add(row);
    const { seq: jobSeq } = jobs.byId(row.id) ?? { seq: 0 };
    attempts.put([{ jobSeq, attempt: { callId, at: monday, purpose: 'send', httpStatus: 200 } }]);
    attempts.put([{ jobSeq, attempt: { callId: 'no-such-call', at: monday + 1, purpose: 'send' } }]);
    return jobSeq;
  });
  const marks = async () => (await opened.database.attempts.of(seq)).map((attempt) => attempt.answerPruned);
  expect(await marks()).toEqual([undefined, undefined]);
  await calls.pruneBodies({ before: monday + 1, keepBytes: 0, most: 10 });
  expect(await marks()).toEqual([true, undefined]);
});

test('both queries are answered by the index alone', () => {
  const db = new Database(opened.file, { readonly: true });
  try {
    for (const query of [bodyQueries.bytes, bodyQueries.oldest]) {
      const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${query}`).all({ most: 1 }));
      expect(plan).toContain('calls_bodies');
      expect(plan).not.toContain('TEMP B-TREE');
    }
  } finally {
    db.close();
  }
});

test('the upkeep prunes all that is too old, slice by slice, and lets other work in between', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const old = await addCalls(250, (n) => monday - 31 * dayMs + n, 'old');
  const young = await addCalls(3, (n) => monday - 29 * dayMs + n, 'young');
  const { database } = opened;
  const slices: number[] = [];
  let isDone: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    isDone = resolve;
  });
  const watched = {
    ...database,
    calls: {
      ...database.calls,
      async pruneBodies(bounds: { before: number; keepBytes: number; most: number }) {
        const pruned = await database.calls.pruneBodies(bounds);
        slices.push(pruned);
        if (pruned < bounds.most) isDone();
        return pruned;
      },
    },
  };
  const problems: unknown[] = [];
  const upkeep = createUpkeep({
    database: watched,
    settings: createSettings(database),
    backUp: async () => '',
    now: () => monday,
    report: (problem) => problems.push(problem),
  });
  upkeep.start();
  vi.advanceTimersByTime(20_000);
  await done;
  upkeep.stop();
  expect(slices).toEqual([100, 100, 50]);
  expect((await bodiesOf([...old, ...young])).filter((body) => body !== undefined)).toEqual([
    'young',
    'young',
    'young',
  ]);
  expect(problems).toEqual([]);
});
