import type Database from 'better-sqlite3';
import { z } from 'zod';
import { koreaMs, koreanMidnight } from '../../../src-preload/contract/korean-time';
import { jobKinds } from '../../../src-preload/contract/job-states';
import { logStates } from '../../../src-preload/contract/log-groups';
import type { GroupPlace, LogGrouping } from '../../../src-preload/contract/log-groups';
import { conditionsOf } from './log-conditions';
import type { Asked, LogRange } from './log-conditions';
import { anyKind, endedListedAt } from '../predicates';
import { rowsInOrder } from './log-rows';
import type { PlacedRow } from './log-boxes';
import type { FileCountsTable } from '../tables';

type Grouping = Exclude<LogGrouping, 'reason'>;

/** As ListedGroup (log-groups-table.ts). */
interface Listed extends GroupPlace {
  jobs: number;
  boxes: number | undefined;
  newest: number;
  rows(offset: number, limit: number): PlacedRow[];
}

const dayMs = 86_400_000;
/** The part of a key that names a group, as `groupBy` (log-groups.ts) makes it of a job. */
const parts: Record<Grouping, string> = {
  file: `IFNULL(import_id, 'none:' || kind)`,
  day: `CAST((listed_at + ${koreaMs}) / ${dayMs} AS TEXT)`,
  courier: `IFNULL(courier, '')`,
};
const countedSchema = z.array(z.object({ part: z.string(), n: z.int(), newest: z.int() }));
const boxesSchema = z.array(z.object({ part: z.string(), boxes: z.int() }));

const columns = 'seq, created_at AS listed_at, import_id, kind, courier, tracking';
const endedColumns = `seq, ${endedListedAt} AS listed_at, import_id, kind, courier, tracking`;
const everyKind = `kind IN ${anyKind}`;
const box = `IFNULL(courier, '') || ':' || tracking`;

/**
 * All jobs of a range, one arm for what each index has: what waits for the seller, what is under way, what has ended. The
 * first and the last have every column in their index.
 */
function jobsOf(range: LogRange): Asked {
  const ended = conditionsOf(range, true);
  const open = conditionsOf(range, false);
  // What has not ended may be older than the period: both beginnings are in one query, each under its own name.
  const openSql = open.sql.replace('@from', '@openFrom');
  const withoutKinds = conditionsOf(range, true, false).sql;
  const tasks = `SELECT ${columns} FROM jobs INDEXED BY jobs_tasks WHERE store_id = @storeId`;
  const underWay = (state: string) =>
    `SELECT ${columns} FROM jobs INDEXED BY jobs_states WHERE store_id = @storeId AND ${everyKind} AND state = '${state}' AND ${openSql}`;
  // By kind, so that the index has the time next.
  const done = (state: string) =>
    jobKinds
      .filter((kind) => range.kinds?.includes(kind) ?? true)
      .map(
        (kind) =>
          `SELECT ${endedColumns} FROM jobs INDEXED BY jobs_ended WHERE store_id = @storeId AND state = '${state}' AND kind = '${kind}' AND ${withoutKinds}`,
      )
      .join(' UNION ALL ');
  const arms = {
    held: `${tasks} AND state = 'held' AND hold_reason IS NOT 'by-file' AND ${openSql}`,
    'by-file': `${tasks} AND state = 'held' AND hold_reason = 'by-file' AND ${openSql}`,
    rejected: `${tasks} AND state = 'rejected' AND ${openSql}`,
    queued: underWay('queued'),
    sending: underWay('sending'),
    waiting: underWay('waiting'),
    unknown: underWay('unknown'),
    succeeded: done('succeeded'),
    cancelled: done('cancelled'),
  };
  const wanted = logStates.filter((state) => range.states?.includes(state) ?? true);
  // What is under way and what has ended have no reason.
  const some = range.reasons === undefined ? wanted : wanted.filter((state) => reasoned.has(state));
  const sql = some
    .map((state) => arms[state])
    .filter((arm) => arm !== '')
    .join(' UNION ALL ');
  return {
    sql: sql === '' ? `SELECT ${columns} FROM jobs WHERE 0` : sql,
    given: { ...open.given, ...ended.given, openFrom: open.given['from'] ?? 0 },
  };
}

const reasoned: ReadonlySet<string> = new Set(['held', 'by-file', 'rejected']);

/** The jobs of a range by file, day or courier. Boxes are counted up to so many jobs. */
export function groupedRows(
  prepared: (sql: string) => Database.Statement,
  fileCounts: FileCountsTable,
  range: LogRange,
  by: Grouping,
  mostBoxesCounted: number,
): Listed[] {
  const all = jobsOf(range);
  const part = parts[by];
  const ask = (sql: string) => prepared(sql).all(namedIn(sql, all.given));
  // Files and days are counted as they change; reasons and couriers are not.
  const groups =
    by === 'courier' || range.reasons !== undefined
      ? countedSchema.parse(
          ask(`SELECT ${part} AS part, COUNT(*) AS n, MAX(listed_at) AS newest FROM (${all.sql}) GROUP BY 1`),
        )
      : fileCounts.perPart(range, by);
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  const boxes = new Map(
    (total > mostBoxesCounted
      ? []
      : boxesSchema.parse(ask(`SELECT ${part} AS part, COUNT(DISTINCT ${box}) AS boxes FROM (${all.sql}) GROUP BY 1`))
    ).map((each) => [each.part, each.boxes]),
  );
  return groups.map((group): Listed => {
    const counted = boxes.get(group.part) ?? 0;
    return {
      key: `${by}:${group.part}`,
      rank: 0,
      jobs: group.n,
      boxes: counted === 0 ? undefined : counted,
      // Of a day its beginning: what is listed on it may all be added before.
      newest: by === 'day' ? koreanMidnight(Number(group.part)) : group.newest,
      rows: (offset, limit) => rowsInOrder(prepared, rowsOfPart(range, by, group.part), group.n, { offset, limit }),
    };
  });
}

/** The jobs of one group: a day by its bounds, which the indexes know. */
function rowsOfPart(range: LogRange, by: Grouping, part: string): Asked {
  const { sql, given } = jobsOf(range);
  if (by !== 'day') {
    return withGiven(`SELECT seq, listed_at, courier, tracking FROM (${sql}) WHERE ${parts[by]} = @part`, {
      ...given,
      part,
    });
  }
  const from = koreanMidnight(Number(part));
  const bounded = { ...given, openFrom: from, from: Math.max(range.from, from), to: Math.min(range.to, from + dayMs) };
  return withGiven(`SELECT seq, listed_at, courier, tracking FROM (${sql})`, bounded);
}

function withGiven(sql: string, given: Asked['given']): Asked {
  return { sql, given: namedIn(sql, given) };
}

/** SQLite refuses a value for a name that a text does not have. */
function namedIn(sql: string, given: Asked['given']): Asked['given'] {
  return Object.fromEntries(Object.entries(given).filter(([name]) => sql.includes(`@${name}`)));
}
