import type Database from 'better-sqlite3';
import type { LogItem } from '../../../src-preload/contract/calls/log';
import { jobIdSchema } from '../../../src-preload/contract/ids';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import type { groupsTable, ListedGroup } from './log-groups-table';
import type { PlacedRow } from './log-boxes';
import type { SearchedRange } from './log-conditions';
import type { LogTable } from '../tables';

interface LogSources {
  groups: ReturnType<typeof groupsTable>;
  /** undefined: it cannot be read. */
  jobOf(seq: number): Job | undefined;
  /** The jobs that a search finds, whatever else is asked. */
  find(storeId: StoreId, search: string): number[];
}

/** Ranks below this are those of groups in which the seller has something to do, or waits for an answer. */
const firstCalmRank = 400;
/** The jobs a head names. */
const mostNamed = 2;

/** Groups and jobs as one list of rows, of which any part can be read. */
export function listedLog(db: Database.Database, { groups, jobOf, find }: LogSources): Pick<LogTable, 'list' | 'ids'> {
  const idOf = db.prepare('SELECT id FROM jobs WHERE seq = ?').pluck();
  const groupsOf = (range: SearchedRange): ListedGroup[] =>
    range.search === undefined ? groups.of(range) : groups.found(find(range.storeId, range.search), range);

  const headOf = (group: ListedGroup): LogItem => ({
    is: 'group',
    group: {
      key: group.key,
      jobs: group.jobs,
      ...(group.boxes === undefined ? {} : { boxes: group.boxes }),
      first: group.rank < firstCalmRank ? group.rows(0, mostNamed).flatMap(({ seq }) => jobOf(seq) ?? []) : [],
    },
  });

  return {
    list(range, folded, offset, limit) {
      const all = groupsOf(range);
      const items: LogItem[] = [];
      let start = 0;
      for (const group of all) {
        const jobs = folded.includes(group.key) ? 0 : group.jobs;
        const last = offset + limit;
        if (start >= offset && start < last) items.push(headOf(group));
        const from = Math.max(offset, start + 1);
        const to = Math.min(last, start + 1 + jobs);
        if (from < to) items.push(...group.rows(from - start - 1, to - from).flatMap(itemOf));
        start += 1 + jobs;
      }
      return { items, total: start, jobs: all.reduce((sum, { jobs }) => sum + jobs, 0) };
    },
    ids(range, key, limit) {
      const wanted = groupsOf(range).filter((group) => key === undefined || group.key === key);
      const seqs: number[] = [];
      for (const group of wanted) {
        if (seqs.length < limit) seqs.push(...group.rows(0, limit - seqs.length).map(({ seq }) => seq));
      }
      return {
        ids: seqs.map((seq) => jobIdSchema.parse(idOf.get(seq))),
        jobs: wanted.reduce((sum, { jobs }) => sum + jobs, 0),
      };
    },
  };

  function itemOf({ seq, at, mates }: PlacedRow): LogItem[] {
    const job = jobOf(seq);
    if (job === undefined) return [];
    if (mates === 1) return [{ is: 'job', job }];
    return [{ is: 'job', job, inBox: { at: at === 0 ? 'first' : at === mates - 1 ? 'last' : 'between', mates } }];
  }
}
