import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LogItem } from '../../../../src-preload/contract/calls/log';
import type { Job } from '../../../../src-preload/contract/job';
import {
  added,
  belongs,
  dayMs,
  dayOf,
  jobsOf,
  midnight,
  openWith,
  scopes,
  shipmentOf,
} from '../../../support/database/logged-jobs';

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
