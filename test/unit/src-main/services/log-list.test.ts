import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LogItem } from '../../../../src-preload/contract/calls/log';
import type { Job } from '../../../../src-preload/contract/job';
import { boxOf, groupOf, logStateOf } from '../../../../src-preload/contract/log-groups';
import { added, belongs, dayOf, jobsOf, openWith, scopes, shipmentOf } from '../../../support/database/logged-jobs';

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
