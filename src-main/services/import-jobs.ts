import type { CallOutput } from '../../src-preload/contract/calls';
import type { ImportId } from '../../src-preload/contract/ids';
import type { Job } from '../../src-preload/contract/job';
import { logStates } from '../../src-preload/contract/log-groups';
import type { LogState } from '../../src-preload/contract/log-groups';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';

type Page = CallOutput<'imports-jobs'>;
type Sums = CallOutput<'imports-sums'>;

interface Asked {
  importId: ImportId;
  offset: number;
  limit: number;
  withoutTasks: boolean;
}

/** What became of the lines of an import: their jobs in the order of the sheet, and how they stand. */
export function createImportJobs(database: AppDatabase) {
  return {
    async page({ importId, offset, limit, withoutTasks }: Asked): Promise<Result<Page, never>> {
      // One more at both ends: a box may go on beyond the page.
      const before = Math.min(1, offset);
      const asked = await database.sentLines.ids(importId, withoutTasks, offset - before, limit + before + 1);
      const jobs = await Promise.all(asked.ids.map((id) => database.log.job(id)));
      const placed = jobs.map((job, at) => job && { job, ...inBoxOf(jobs[at - 1], job, jobs[at + 1]) });
      const own = placed.slice(before, before + limit).filter((each) => each !== undefined);
      return success({ jobs: own, total: asked.total });
    },

    async sums({
      importId,
      withBoxes,
    }: {
      importId: ImportId;
      withBoxes: boolean;
    }): Promise<Result<Sums, 'not-found'>> {
      const row = await database.imports.get(importId);
      if (!row) return failure('not-found');
      const counted = await database.sentLines.states(row.storeId, importId);
      const of = (state: LogState): number =>
        counted
          .filter((each) => each.state === state && !(each.kind === 'lookup' && state === 'succeeded'))
          .reduce((sum, { n }) => sum + n, 0);
      const states = { ...noStates };
      for (const state of logStates) states[state] = of(state);
      const boxes = withBoxes ? await database.sentLines.boxes(importId) : undefined;
      return success({ states, ...(boxes === undefined ? {} : { boxes }) });
    },
  };
}

const noStates: Readonly<Record<LogState, number>> = {
  queued: 0,
  sending: 0,
  waiting: 0,
  unknown: 0,
  held: 0,
  rejected: 0,
  succeeded: 0,
  cancelled: 0,
  'by-file': 0,
};

/** The place of a job among its neighbours of the same box. */
function inBoxOf(above: Job | undefined, job: Job, beneath: Job | undefined): Pick<Page['jobs'][number], 'inBox'> {
  const box = boxOf(job);
  if (box === undefined) return {};
  const goesUp = above !== undefined && boxOf(above) === box;
  const goesDown = beneath !== undefined && boxOf(beneath) === box;
  if (goesUp) return { inBox: goesDown ? 'between' : 'last' };
  return goesDown ? { inBox: 'first' } : {};
}

function boxOf({ values }: Job): string | undefined {
  if (values.kind !== 'dispatch') return undefined;
  const { deliveryCompanyCode = '', trackingNumber } = values.dispatch;
  return trackingNumber === undefined ? undefined : `${deliveryCompanyCode}:${trackingNumber}`;
}
