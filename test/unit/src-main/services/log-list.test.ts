import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { LogItem, LogScope } from '../../../../src-preload/contract/calls/log';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { Job } from '../../../../src-preload/contract/job';
import { jobKinds } from '../../../../src-preload/contract/job-states';
import type { JobState } from '../../../../src-preload/contract/job-states';
import { boxOf, groupOf, logPeriods, logStateOf, logStates } from '../../../../src-preload/contract/log-groups';
import { createLog } from '../../../../src-main/services/log';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';

const dayMs = 86_400_000;
/** 09:00 in Korea: nine hours after midnight. */
const midnight = monday - 9 * 3_600_000;
const files = [1, 2].map((n) => importIdSchema.parse(`00000000-0000-4000-8000-00000000000${n}`));

/** What may stand together in a row: a reason where it is held, a code where it was refused. */
const standing = fc.oneof(
  fc.constantFrom('cancel-requested', 'address-changed', 'by-file', 'not-confirmed').map((holdReason) => ({
    state: 'held' as const,
    holdReason: holdReason as 'cancel-requested' | 'address-changed' | 'by-file' | 'not-confirmed',
  })),
  fc.constantFrom('104443', 'closed', 'A-9').map((code) => ({ state: 'rejected' as const, code })),
  fc.constantFrom('not-found', 'no-answer').map((code) => ({ state: 'unknown' as const, code })),
  fc.constantFrom('queued', 'waiting', 'succeeded', 'cancelled').map((state) => ({ state: state as JobState })),
);
const added = fc.record({
  at: standing,
  later: fc.option(standing, { nil: undefined }),
  /** Days before today, and ms into the day: both edges of a day among them. */
  day: fc.integer({ min: 0, max: 8 }),
  time: fc.constantFrom(0, 1, 5_000_000, dayMs - 1),
  file: fc.constantFrom(undefined, ...files),
  kind: fc.constantFrom(...jobKinds),
  box: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  /** ms from when it was added to its first and to its later change; a clock that was set back among them. */
  changes: fc.tuple(...Array.from({ length: 2 }, () => fc.constantFrom(-dayMs, 0, 1, 5_000_000, dayMs, 2 * dayMs + 1))),
});
const scopes = fc.record({
  period: fc.constantFrom(...logPeriods),
  states: fc.option(fc.subarray([...logStates]), { nil: undefined }),
  kinds: fc.option(fc.subarray([...jobKinds]), { nil: undefined }),
  files: fc.option(fc.subarray([...files, 'none:dispatch', 'none:confirm']), { nil: undefined }),
  reasons: fc.option(fc.subarray(['address-changed', 'cancel-requested', '104443', 'closed', 'not-found']), {
    nil: undefined,
  }),
});

const open: readonly JobState[] = ['queued', 'sending', 'waiting', 'unknown', 'held', 'rejected'];

/** The day a job is listed on, from today on: the later one of its end once it has ended. */
function dayOf({ state, createdAt, changedAt }: Job): number {
  const [added, changed] = [createdAt, changedAt].map((at) => Math.floor((at - midnight) / dayMs));
  return state === 'succeeded' || state === 'cancelled' ? Math.max(added ?? 0, changed ?? 0) : (added ?? 0);
}

/** Whether a job belongs to a scope, said as plainly as can be. */
function belongs(job: Job, scope: Omit<LogScope, 'storeId'>): boolean {
  const day = dayOf(job);
  const inPeriod = {
    today: day >= 0 || (day < 0 && open.includes(job.state)),
    yesterday: day === -1,
    week: day > -7,
    all: true,
  }[scope.period];
  const reason = job.holdReason ?? job.code ?? '';
  return (
    inPeriod &&
    (scope.states?.includes(logStateOf(job)) ?? true) &&
    (scope.kinds?.includes(job.kind) ?? true) &&
    (scope.files?.includes(job.importId ?? `none:${job.kind}`) ?? true) &&
    (scope.reasons === undefined || (['held', 'rejected'].includes(job.state) && scope.reasons.includes(reason)))
  );
}

const shipmentOf = (job: Job) => {
  const shipment = job.values.kind === 'dispatch' ? job.values.dispatch : undefined;
  return { courier: shipment?.deliveryCompanyCode, tracking: shipment?.trackingNumber, target: job.target };
};

type Added = typeof added extends fc.Arbitrary<infer One> ? One : never;

async function openWith(rows: readonly Added[]) {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = await addStore(database);
  for (const id of files) {
    const digest = createHash('sha256').update(id).digest('hex');
    await database.imports.add({
      id,
      storeId,
      fileName: `${id}.xlsx`,
      operation: 'dispatch',
      digest,
      createdAt: monday,
    });
  }
  await database.transaction((tables) => {
    for (const [n, { at, day, time, file, kind, box, changes }] of rows.entries()) {
      const target = `2026${String(n).padStart(12, '0')}`;
      const base = dispatchRow(storeId, target);
      const values = {
        dispatch: {
          kind: 'dispatch' as const,
          dispatch: {
            deliveryMethod: 'DELIVERY' as const,
            ...(box === undefined ? {} : { deliveryCompanyCode: 'CJGLS', trackingNumber: `68120000000${box}` }),
          },
        },
        confirm: { kind: 'confirm' as const, confirm: {} },
        stock: { kind: 'stock' as const, stock: { available: true } },
        lookup: { kind: 'lookup' as const, lookup: {} },
        delay: { kind: 'delay' as const, delay: { until: midnight, reason: 'other' as const, text: '준비 중' } },
        refund: { kind: 'refund' as const, refund: { claimId: 'C1' } },
      }[kind];
      const createdAt = midnight - day * dayMs + time;
      const row = { ...base, kind, values, createdAt, ...(file === undefined ? {} : { importId: file }) };
      tables.jobs.add(row);
      const job = tables.jobs.byId(row.id);
      if (job) tables.jobs.save({ ...job, ...at, changedAt: createdAt + (changes[0] ?? 0) }, job);
    }
    tables.counts.recount();
  });
  const all = await allJobs();
  // Jobs go on: what was counted when they were added must follow.
  await database.transaction((tables) => {
    for (const [n, { later, changes }] of rows.entries()) {
      const id = all[all.length - 1 - n]?.id;
      const row = id === undefined ? undefined : tables.jobs.byId(id);
      if (row === undefined || later === undefined) continue;
      const changedAt = row.createdAt + (changes[1] ?? 0);
      tables.jobs.save({ ...row, code: undefined, holdReason: undefined, ...later, changedAt }, row);
    }
    tables.counts.recount();
  });
  const log = createLog(database, () => monday);
  return { database, storeId, log, all: await allJobs() };

  async function allJobs(): Promise<Job[]> {
    const found: Job[] = [];
    for (let offset = 0; ; offset += 100) {
      const { jobs } = await database.log.page({ storeId }, offset, 100);
      found.push(...jobs);
      if (jobs.length < 100) return found;
    }
  }
}

function jobsOf(items: readonly LogItem[]): Job[] {
  return items.flatMap((item) => (item.is === 'job' ? item.job : []));
}

it('lists every job of a scope once, under the head of its cause, worst group first, boxes together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(added, { maxLength: 30 }),
      scopes,
      fc.integer({ min: 1, max: 7 }),
      async (rows, scope, limit) => {
        const { storeId, log, all } = await openWith(rows);
        const { items, total, jobs } = await log.list({ storeId, ...scope }, [], 0, 200);
        const expected = all.filter((job) => belongs(job, scope));
        expect(jobs).toBe(expected.length);
        expect(total).toBe(items.length);
        expect(
          jobsOf(items)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(expected.map(({ id }) => id).toSorted());

        let lastRank = -1;
        let own: Job[] = [];
        for (const item of items) {
          if (item.is === 'group') {
            const { key } = item.group;
            own = expected.filter((job) => groupOf({ ...job, ...shipmentOf(job) }).key === key);
            expect(item.group.jobs).toBe(own.length);
            const [one] = own;
            if (one === undefined) throw new Error(`${key} has no job`);
            const { rank } = groupOf({ ...one, ...shipmentOf(one) });
            expect(rank).toBeGreaterThanOrEqual(lastRank);
            lastRank = rank;
            const boxes = new Set(own.flatMap((job) => shipmentOf(job).tracking ?? []));
            if (rank < 400 || key === 'succeeded') expect(item.group.boxes ?? 0).toBe(boxes.size);
          } else {
            expect(own.map(({ id }) => id)).toContain(item.job.id);
          }
        }
        // Rows of a box stand in one run within their group.
        const runsOf = new Map<string, number>();
        for (const [n, item] of items.entries()) {
          const before = items[n - 1];
          if (item.is === 'group' || shipmentOf(item.job).tracking === undefined) continue;
          const box = boxOf(shipmentOf(item.job));
          if (before?.is === 'job' && boxOf(shipmentOf(before.job)) === box) continue;
          const key = `${groupOf({ ...item.job, ...shipmentOf(item.job) }).key} ${box}`;
          runsOf.set(key, (runsOf.get(key) ?? 0) + 1);
        }
        expect([...runsOf.values()].every((n) => n === 1)).toBe(true);

        // Any cut into pages is the same list.
        const pages: LogItem[] = [];
        for (let offset = 0; offset < total; offset += limit) {
          const page = await log.list({ storeId, ...scope }, [], offset, limit);
          expect(page.items.length).toBe(Math.min(limit, total - offset));
          pages.push(...page.items);
        }
        expect(pages).toEqual(items);
        expect(await log.ids({ storeId, ...scope }, undefined)).toEqual({
          ids: jobsOf(items).map(({ id }) => id),
          jobs,
        });
      },
    ),
    { numRuns: 40 },
  );
});

it('counts the figures of a period and of its files as one who counts every job', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(added, { maxLength: 30 }),
      scopes.map(({ period, files: some }) => ({ period, files: some })),
      async (rows, scope) => {
        const { storeId, log, all } = await openWith(rows);
        const { files: listed, sums } = await log.files({ storeId, ...scope });
        const expected = all.filter((job) => belongs(job, scope));
        const isToday = (job: Job) => scope.period !== 'today' || dayOf(job) >= 0;
        const isTask = (job: Job) => ['held', 'rejected'].includes(logStateOf(job));
        expect(sums).toEqual({
          jobs: expected.filter(isToday).length,
          done: expected.filter(({ state }) => state === 'succeeded').length,
          tasks: expected.filter(isTask).length,
          earlier: expected.filter((job) => isTask(job) && !isToday(job)).length,
        });
        const idOf = (job: Job) => job.importId ?? `none:${job.kind}`;
        const everyFile = all.filter((job) => belongs(job, { period: scope.period }));
        expect(listed.map(({ id }) => id).toSorted()).toEqual([...new Set(everyFile.map(idOf))].toSorted());
        if (scope.period === 'all' || scope.period === 'week') {
          for (const file of listed) {
            const own = everyFile.filter((job) => idOf(job) === file.id);
            expect(file.jobs).toBe(own.length);
            expect(file.done).toBe(own.filter(({ state }) => state === 'succeeded').length);
            expect(file.held).toBe(own.filter((job) => logStateOf(job) === 'held').length);
            expect(file.rejected).toBe(own.filter(({ state }) => state === 'rejected').length);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

it('lists the same jobs by file, day or courier, the newest group first, and finds them so, too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(added, { maxLength: 30 }),
      scopes,
      fc.constantFrom('file' as const, 'day' as const, 'courier' as const),
      fc.integer({ min: 1, max: 7 }),
      async (rows, scope, by, limit) => {
        const { storeId, log, all } = await openWith(rows);
        const keyOf = (job: Job): string =>
          ({
            file: `file:${job.importId ?? `none:${job.kind}`}`,
            day: `day:${Math.floor((midnight + 9 * 3_600_000) / dayMs) + dayOf(job)}`,
            courier: `courier:${shipmentOf(job).courier ?? ''}`,
          })[by];
        const expected = all.filter((job) => belongs(job, scope));
        const check = (items: readonly LogItem[], own: readonly Job[]): void => {
          const keys = items.flatMap((item) => (item.is === 'group' ? item.group.key : []));
          expect(keys.toSorted()).toEqual([...new Set(own.map(keyOf))].toSorted());
          const newest = keys.map((key) =>
            Math.max(
              ...own
                .filter((job) => keyOf(job) === key)
                .map((job) => (by === 'file' ? job.createdAt : Math.max(job.createdAt, midnight + dayOf(job) * dayMs))),
            ),
          );
          // When the newest of a file in some states was added is kept roughly: it may stand otherwise by now.
          if (by !== 'file' || scope.states === undefined)
            expect(newest).toEqual(newest.toSorted((one, other) => other - one));
          let key = '';
          for (const item of items) {
            if (item.is === 'job') expect(keyOf(item.job)).toBe(key);
            else {
              ({ key } = item.group);
              const of = own.filter((job) => keyOf(job) === key);
              expect(item.group.jobs).toBe(of.length);
              expect(item.group.boxes ?? 0).toBe(new Set(of.flatMap((job) => shipmentOf(job).tracking ?? [])).size);
            }
          }
          expect(
            jobsOf(items)
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual(own.map(({ id }) => id).toSorted());
        };
        const { items, total } = await log.list({ storeId, ...scope, by }, [], 0, 200);
        check(items, expected);
        const pages: LogItem[] = [];
        for (let offset = 0; offset < total; offset += limit) {
          pages.push(...(await log.list({ storeId, ...scope, by }, [], offset, limit)).items);
        }
        expect(pages).toEqual(items);
        // All targets begin so; written as a seller may paste it.
        check((await log.list({ storeId, ...scope, by, search: '２０２６-0000' }, [], 0, 200)).items, expected);
      },
    ),
    { numRuns: 40 },
  );
});
