import type { HoldReason } from '../../../src-preload/contract/job';
import { jobKinds } from '../../../src-preload/contract/job-states';
import type { JobKind, JobState } from '../../../src-preload/contract/job-states';
import type { LogGrouping, LogState } from '../../../src-preload/contract/log-groups';
import type { StoreId } from '../../../src-preload/contract/ids';
import { anyKind, endedListedAt } from '../predicates';

/** Which jobs of a store a view of the log has; the period as instants, both on a midnight in Korea. */
export interface LogRange {
  storeId: StoreId;
  from: number;
  to: number;
  /** What has not ended belongs to it also when it was added before `from`. */
  withEarlier: boolean;
  states?: readonly LogState[] | undefined;
  kinds?: readonly JobKind[] | undefined;
  files?: readonly string[] | undefined;
  reasons?: readonly string[] | undefined;
  /** What its jobs stand together by; absent: their cause. */
  by?: LogGrouping | undefined;
}

/** A range of the log and the words searched for in it, if any. */
export interface SearchedRange extends LogRange {
  search?: string | undefined;
}

/** The jobs of one group (log-groups.ts) as far as SQL needs to know. */
export type GroupRows =
  | { of: 'cancel-requests'; courier: string | null; tracking: string | null; target: string }
  | { of: 'holds'; reason: HoldReason | 'by-file' }
  | { of: 'refusals'; kind: JobKind; code: string | null }
  | { of: 'unknown'; isLost: boolean }
  | { of: 'under-way'; states: readonly JobState[] }
  | { of: 'succeeded' | 'cancelled' };

/** What a query is given; what its text does not name is not handed over. */
export type Given = Record<string, string | number | null>;

/** A text of SQL and the values for it. */
export interface Asked {
  sql: string;
  given: Given;
}

const readableSeq = 'seq NOT IN (SELECT seq FROM temp.unread_jobs)';
/** A file by its id, or what came without one by its kind. */
const fileId = `IFNULL(import_id, 'none:' || kind)`;
const jobsOfEachKind: readonly JobKind[] = jobKinds;

/** Conditions of a range over columns of jobs. `hasEnded`: what was added before the range is not in it. */
export function conditionsOf(range: LogRange, hasEnded: boolean, byKind = true): Asked {
  const given: Given = { storeId: range.storeId, from: range.withEarlier && !hasEnded ? 0 : range.from, to: range.to };
  const at = hasEnded ? endedListedAt : 'created_at';
  const parts = [`${at} >= @from`, `${at} < @to`, readableSeq];
  const among = (column: string, name: string, values: readonly string[] | undefined) => {
    if (values === undefined) return;
    parts.push(`${column} IN (SELECT value FROM json_each(@${name}))`);
    given[name] = JSON.stringify(values);
  };
  if (byKind) among('kind', 'kinds', range.kinds);
  among(fileId, 'files', range.files);
  among('IFNULL(hold_reason, code)', 'reasons', range.reasons);
  return { sql: parts.join(' AND '), given };
}

const columns = 'seq, created_at AS listed_at, courier, tracking, target';
const endedColumns = `seq, ${endedListedAt} AS listed_at, courier, tracking, '' AS target`;
const ofStore = 'store_id = @storeId';

/**
 * The rows of a group, newest batch first and in each in the order of the sheet. Each arm comes in that order by its index
 * where the group is large (what has ended), so that a page of it sorts nothing.
 */
export function rowsOf(group: GroupRows, range: LogRange): Asked {
  const { sql: within, given } = conditionsOf(range, isOfEnded(group));
  const tasks = `SELECT ${columns} FROM jobs INDEXED BY jobs_tasks WHERE ${ofStore}`;
  const arm = (state: string, more = '') =>
    `SELECT ${columns} FROM jobs INDEXED BY jobs_states WHERE ${ofStore} AND kind IN ${anyKind}
     AND state = '${state}' ${more} AND ${within}`;
  switch (group.of) {
    case 'cancel-requests': {
      const box = group.tracking === null ? 'target = @target' : 'courier IS @courier AND tracking = @tracking';
      const { courier, tracking, target } = group;
      return {
        sql: `${tasks} AND state = 'held' AND hold_reason = 'cancel-requested' AND ${box} AND ${within}`,
        given: { ...given, ...(tracking === null ? { target } : { courier, tracking }) },
      };
    }
    case 'holds':
      return {
        sql: `${tasks} AND state = 'held' AND hold_reason = @reason AND ${within}`,
        given: { ...given, reason: group.reason },
      };
    case 'refusals':
      return {
        sql: `${tasks} AND state = 'rejected' AND kind = @kind AND code IS @code AND ${within}`,
        given: { ...given, kind: group.kind, code: group.code },
      };
    case 'unknown':
      return { sql: arm('unknown', `AND (code IS 'not-found') = ${group.isLost ? 1 : 0}`), given };
    case 'under-way':
      return { sql: group.states.map((state) => arm(state)).join(' UNION ALL '), given };
    case 'succeeded':
    case 'cancelled': {
      const withoutKinds = conditionsOf(range, true, false);
      const arms = jobsOfEachKind
        .filter((kind) => range.kinds?.includes(kind) ?? true)
        .map(
          (kind) => `SELECT ${endedColumns} FROM jobs INDEXED BY jobs_ended
            WHERE ${ofStore} AND state = '${group.of}' AND kind = '${kind}' AND ${withoutKinds.sql}`,
        );
      return { sql: arms.join(' UNION ALL '), given: withoutKinds.given };
    }
  }
}

function isOfEnded({ of }: GroupRows): boolean {
  return of === 'succeeded' || of === 'cancelled';
}
