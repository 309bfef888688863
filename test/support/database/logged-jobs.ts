/** Jobs of any standing over some days, and what of them a view of the log has to list. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import type { LogItem, LogScope } from '../../../src-preload/contract/calls/log';
import { importIdSchema } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import { jobKinds } from '../../../src-preload/contract/job-states';
import type { JobState } from '../../../src-preload/contract/job-states';
import { logPeriods, logStateOf, logStates } from '../../../src-preload/contract/log-groups';
import { createLog } from '../../../src-main/services/log';
import { addStore, dispatchRow, monday, openTestDatabase } from '../outbox/test-database';

export const dayMs = 86_400_000;
/** 09:00 in Korea: nine hours after midnight. */
export const midnight = monday - 9 * 3_600_000;
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
export const added = fc.record({
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
export const scopes = fc.record({
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
export function dayOf({ state, createdAt, changedAt }: Job): number {
  const [ofAdding, ofChange] = [createdAt, changedAt].map((at) => Math.floor((at - midnight) / dayMs));
  return state === 'succeeded' || state === 'cancelled' ? Math.max(ofAdding ?? 0, ofChange ?? 0) : (ofAdding ?? 0);
}

/** Whether a job belongs to a scope, said as plainly as can be. */
export function belongs(job: Job, scope: Omit<LogScope, 'storeId'>): boolean {
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

export const shipmentOf = (job: Job) => {
  const shipment = job.values.kind === 'dispatch' ? job.values.dispatch : undefined;
  return { courier: shipment?.deliveryCompanyCode, tracking: shipment?.trackingNumber, target: job.target };
};

type Added = typeof added extends fc.Arbitrary<infer One> ? One : never;

export async function openWith(rows: readonly Added[]) {
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

export function jobsOf(items: readonly LogItem[]): Job[] {
  return items.flatMap((item) => (item.is === 'job' ? item.job : []));
}
