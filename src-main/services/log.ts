import type { LogFilter } from '../../src-preload/contract/actions';
import type { ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { Attempt, DispatchValues, Job, SellerDecision } from '../../src-preload/contract/job';
import type { JobKind } from '../../src-preload/contract/job-states';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';
import { latestJobs } from './latest-jobs';
import { newestOfItems } from './stock-items';
import type { StockItems } from './stock-items';

/** Jobs read in one turn of the event loop. */
const jobsAtOnce = 200;
/** Readings of a list that changes under them, at most. */
const mostReadings = 5;
/** As many of the newest stock answers are read; older ones are in the log only. */
const newestAnswers = 1000;

/** The seller's view of jobs, attempts and decisions; the window reads it page by page. */
export function createLog(database: AppDatabase) {
  /** The newest jobs a filter lets through, `most` at most; in pages, so that nothing else waits for it. */
  const readNewest = async (filter: LogFilter, most: number): Promise<{ jobs: Job[]; total: number }> => {
    const found = new Map<JobId, Job>();
    for (let offset = 0; ; offset += jobsAtOnce) {
      const { jobs, total } = await database.log.page(filter, offset, Math.min(jobsAtOnce, most - offset));
      // A job added meanwhile moves the others down: the last of a page comes once more with the next one.
      for (const job of jobs) found.set(job.id, job);
      if (jobs.length < jobsAtOnce || offset + jobs.length >= most) return { jobs: [...found.values()], total };
    }
  };

  /** All a filter lets through. Jobs that come and go move the others past a page: two readings have to agree. */
  const readAll = async (filter: LogFilter): Promise<Job[]> => {
    let before = await readNewest(filter, Number.POSITIVE_INFINITY);
    for (let left = mostReadings; ; left -= 1) {
      const now = await readNewest(filter, Number.POSITIVE_INFINITY);
      const agree = now.jobs.length === before.jobs.length && now.jobs.every(({ id }, n) => id === before.jobs[n]?.id);
      if (agree || left <= 1) return now.jobs;
      before = now;
    }
  };

  const jobs = async (ids: readonly JobId[]): Promise<Job[]> => {
    const found = await Promise.all(ids.map((id) => database.log.job(id)));
    return found.flatMap((job) => (job === undefined ? [] : [job]));
  };

  return {
    jobs,

    async latest(storeId: StoreId, kind: JobKind, targets: readonly string[]): Promise<Job[]> {
      return jobs((await latestJobs(database, storeId, kind, targets)).map(({ jobId }) => jobId));
    },

    async byFile(
      storeId: StoreId,
      importId: ImportId | undefined,
    ): Promise<{ target: string; dispatch: DispatchValues }[]> {
      const filed = await readAll({ storeId, states: ['held'], kinds: ['dispatch'], filed: true });
      return filed
        .filter((job) => importId === undefined || job.importId === importId)
        .toReversed()
        .flatMap(({ target, values }) => (values.kind === 'dispatch' ? [{ target, dispatch: values.dispatch }] : []));
    },

    async stockItems(storeId: StoreId): Promise<StockItems & { more: boolean }> {
      const { jobs: answers, total } = await readNewest({ storeId, kinds: ['stock'] }, newestAnswers);
      return { ...newestOfItems(answers), more: total > answers.length };
    },

    page: (filter: LogFilter, offset: number, limit: number): Promise<{ jobs: Job[]; total: number }> =>
      database.log.page(filter, offset, limit),

    async job(
      id: JobId,
    ): Promise<Result<{ job: Job; attempts: Attempt[]; decisions: SellerDecision[]; parcel: JobId[] }, 'not-found'>> {
      const [job, row] = await Promise.all([database.log.job(id), database.jobs.byId(id)]);
      if (!job || !row) return failure('not-found');
      const [attempts, decisions, parcel] = await Promise.all([
        database.attempts.of(row.seq),
        database.decisions.of(row.seq),
        database.jobs.parcel(row),
      ]);
      return success({
        job,
        attempts,
        decisions,
        parcel: parcel.map((other) => other.id).filter((other) => other !== id),
      });
    },
  };
}

export type LogService = ReturnType<typeof createLog>;
