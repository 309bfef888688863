import type { LogFilter } from '../../src-preload/contract/actions';
import type { JobId } from '../../src-preload/contract/ids';
import type { Attempt, SellerDecision, Job } from '../../src-preload/contract/job';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';

/** The seller's view of jobs, attempts and decisions; the window reads it page by page. */
export function createLog(database: AppDatabase) {
  return {
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
