import type { LogFilter } from '../../src-preload/contract/actions';
import { logViewSchema } from '../../src-preload/contract/calls/log';
import type { LogScope, LogView } from '../../src-preload/contract/calls/log';
import { isBlankText } from '../../src-preload/contract/clean-text';
import type { ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { Attempt, DispatchValues, Job, SellerDecision } from '../../src-preload/contract/job';
import type { JobKind } from '../../src-preload/contract/job-states';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import { koreanDayIndex, koreanMidnight } from '../../src-preload/contract/korean-time';
import { readStored } from '../database/stored-json';
import type { SearchedRange } from '../database/log/log-conditions';
import type { AppDatabase } from '../database/tables';
import { latestJobs } from './latest-jobs';
import { newestOfItems } from './stock-items';
import type { StockItems } from './stock-items';

/** A piece of opening names, ms: shorter than a frame with what stands next to it. */
const pieceMs = 4;
/** So long a search waits for names that are not opened yet, ms; then it answers what it has. */
const searchWaitMs = 60;
const daysOfWeek = 7;
/** Ids of jobs in one answer. */
const mostIds = 1000;

/** Jobs read in one turn of the event loop. */
const jobsAtOnce = 200;
/** Readings of a list that changes under them, at most. */
const mostReadings = 5;
/** As many of the newest stock answers are read; older ones are in the log only. */
const newestAnswers = 1000;

/** The seller's view of jobs, attempts and decisions; the window reads it page by page. */
export function createLog(database: AppDatabase, now: () => number) {
  let opening: Promise<void> | undefined;
  /** Opens names in short pieces, so that nothing waits for them; one at a time. Those of new jobs with the next call. */
  const openNames = (): Promise<void> => {
    opening ??= (async () => {
      while (!(await database.log.openNames(pieceMs))) await new Promise((resolve) => setImmediate(resolve));
    })().finally(() => (opening = undefined));
    return opening;
  };

  const rangeOf = ({ period, search, ...scope }: LogScope): SearchedRange => {
    const today = koreanDayIndex(now());
    const from = { today, yesterday: today - 1, week: today - daysOfWeek + 1, all: 0 }[period];
    const to = period === 'yesterday' ? today : today + 1;
    return {
      ...scope,
      from: period === 'all' ? 0 : koreanMidnight(from),
      // A clock that was set back meanwhile must not hide what was added before.
      to: period === 'yesterday' ? koreanMidnight(to) : Number.MAX_SAFE_INTEGER,
      withEarlier: period === 'today',
      ...(search === undefined || isBlankText(search) ? {} : { search }),
    };
  };

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
      const again = await readNewest(filter, Number.POSITIVE_INFINITY);
      const agree =
        again.jobs.length === before.jobs.length && again.jobs.every(({ id }, n) => id === before.jobs[n]?.id);
      if (agree || left <= 1) return again.jobs;
      before = again;
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

    /** Heads of groups and their jobs (calls/log.ts). Whoever looks at the log may search in it: names are opened then. */
    async list(scope: LogScope, folded: readonly string[], offset: number, limit: number) {
      const range = rangeOf(scope);
      const opened = openNames();
      let isPartial = false;
      if (range.search !== undefined) {
        const later = Symbol('later');
        const waited = new Promise((resolve) => setTimeout(() => resolve(later), searchWaitMs));
        isPartial = (await Promise.race([opened, waited])) === later;
      }
      return { ...(await database.log.list(range, folded, offset, limit)), partial: isPartial };
    },

    ids: (scope: LogScope, group: string | undefined) => database.log.ids(rangeOf(scope), group, mostIds),

    async files(scope: Pick<LogScope, 'storeId' | 'period' | 'files'>) {
      const range = rangeOf(scope);
      const [{ files, more }, states] = await Promise.all([
        database.fileCounts.files(range),
        database.fileCounts.perState(range),
      ]);
      const sums = { jobs: 0, done: 0, tasks: 0, earlier: 0 };
      for (const { state, n, early } of states) {
        sums.jobs += n - early;
        if (state === 'succeeded') sums.done += n;
        if (state !== 'held' && state !== 'rejected') continue;
        sums.tasks += n;
        sums.earlier += early;
      }
      return { files, more, sums };
    },

    async view(storeId: StoreId): Promise<LogView | undefined> {
      return readStored(logViewSchema, await database.settings.get(viewKey(storeId)));
    },
    keepView: (storeId: StoreId, view: LogView): Promise<void> =>
      database.settings.set(viewKey(storeId), JSON.stringify(view)),

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

function viewKey(storeId: StoreId): string {
  return `log-view ${storeId}`;
}

export type LogService = ReturnType<typeof createLog>;
