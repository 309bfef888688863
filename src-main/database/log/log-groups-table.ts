import type Database from 'better-sqlite3';
import { z } from 'zod';
import { holdReasonSchema, jobKindSchema, jobStateSchema } from '../../../src-preload/contract/job';
import { anyKind, listedAt } from '../predicates';
import { isIn } from '../../../src-preload/contract/job-states';
import type { JobState } from '../../../src-preload/contract/job-states';
import { groupBy, groupOf, logStateOf } from '../../../src-preload/contract/log-groups';
import type { GroupPlace, LogState } from '../../../src-preload/contract/log-groups';
import { bringBoxesTogether } from './log-boxes';
import type { PlacedRow } from './log-boxes';
import { conditionsOf, rowsOf } from './log-conditions';
import type { Asked, GroupRows, LogRange } from './log-conditions';
import { groupedRows } from './log-groupings';
import { rowsInOrder } from './log-rows';
import type { FileCountsTable } from '../tables';

/** A group of the log with its jobs; `rows` answers a part of them in their order. */
export interface ListedGroup extends GroupPlace {
  jobs: number;
  boxes: number | undefined;
  /** Of the newest of its jobs when it is listed, of a file when it was added; groups of one rank stand newest first. */
  newest: number;
  rows(offset: number, limit: number): PlacedRow[];
}

/** Counting the boxes of more jobs than these would be felt. */
const mostBoxesCounted = 10_000;

const nullable = z.string().nullable();
const heldSchema = z.array(
  z.object({
    hold_reason: holdReasonSchema,
    courier: nullable,
    tracking: nullable,
    target: nullable,
    n: z.int(),
    boxes: z.int(),
    newest: z.int(),
  }),
);
const refusedSchema = z.array(
  z.object({ kind: jobKindSchema, code: nullable, n: z.int(), boxes: z.int(), newest: z.int() }),
);
const lostSchema = z.array(z.object({ lost: z.int(), n: z.int(), boxes: z.int(), newest: z.int() }));
const foundSchema = z.array(
  z.object({
    seq: z.int(),
    target: z.string(),
    kind: jobKindSchema,
    state: jobStateSchema,
    code: nullable,
    hold_reason: holdReasonSchema.nullable(),
    created_at: z.int(),
    listed_at: z.int(),
    import_id: nullable,
    courier: nullable,
    tracking: nullable,
  }),
);
type Found = z.infer<typeof foundSchema>[number];

const box = `IFNULL(courier, '') || ':' || tracking`;
const sums = `COUNT(*) AS n, COUNT(DISTINCT ${box}) AS boxes, MAX(created_at) AS newest`;
const ofCancel = (column: string) => `CASE WHEN hold_reason = 'cancel-requested' THEN ${column} END`;

/** The texts of the queries, so that a test can ask how SQLite answers them. */
export const groupQueries = {
  held: (within: string) =>
    `SELECT hold_reason, ${ofCancel('courier')} AS courier, ${ofCancel('tracking')} AS tracking,
       CASE WHEN hold_reason = 'cancel-requested' AND tracking IS NULL THEN target END AS target, ${sums}
     FROM jobs INDEXED BY jobs_tasks WHERE store_id = @storeId AND state = 'held' AND ${within} GROUP BY 1, 2, 3, 4`,
  refused: (within: string) =>
    `SELECT kind, code, ${sums} FROM jobs INDEXED BY jobs_tasks
     WHERE store_id = @storeId AND state = 'rejected' AND ${within} GROUP BY kind, code`,
  lost: (within: string) =>
    `SELECT (code IS 'not-found') AS lost, ${sums} FROM jobs INDEXED BY jobs_states
     WHERE store_id = @storeId AND kind IN ${anyKind} AND state = 'unknown' AND ${within} GROUP BY 1`,
  boxes: (rows: string) => `SELECT COUNT(DISTINCT ${box}) FROM (${rows})`,
  found: `SELECT seq, target, kind, state, code, hold_reason, created_at, ${listedAt()} AS listed_at, import_id, courier, tracking FROM jobs
    WHERE seq IN (SELECT value FROM json_each(?)) AND seq NOT IN (SELECT seq FROM temp.unread_jobs) ORDER BY listed_at DESC, seq`,
};

/** The groups of a range, in their order: worst first, each cause one group. */
export function groupsTable(db: Database.Database, fileCounts: FileCountsTable) {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const ask = (shape: (rows: string) => string, { sql, given }: Asked) => prepared(shape(sql)).all(given);

  const groupFrom = (place: GroupPlace, of: GroupRows, range: LogRange, n: number, boxes: number, newest: number) => {
    const asked = rowsOf(of, range);
    const listed: ListedGroup = {
      ...place,
      jobs: n,
      boxes: boxes === 0 ? undefined : boxes,
      newest,
      rows: (offset, limit) => rowsInOrder(prepared, asked, n, { offset, limit }),
    };
    return listed;
  };

  const heldGroups = (range: LogRange, wanted: (state: LogState) => boolean): ListedGroup[] =>
    heldSchema.parse(ask(groupQueries.held, conditionsOf(range, false))).flatMap((row) => {
      const { hold_reason: holdReason, courier, tracking, target, n, boxes, newest } = row;
      if (!wanted(holdReason === 'by-file' ? 'by-file' : 'held')) return [];
      const place = groupOf({
        state: 'held',
        kind: 'dispatch',
        holdReason,
        courier: courier ?? undefined,
        tracking: tracking ?? undefined,
        target: target ?? '',
      });
      const of: GroupRows =
        holdReason === 'cancel-requested'
          ? { of: 'cancel-requests', courier, tracking, target: target ?? '' }
          : { of: 'holds', reason: holdReason };
      return [groupFrom(place, of, range, n, boxes, newest)];
    });

  const refusedGroups = (range: LogRange): ListedGroup[] =>
    refusedSchema
      .parse(ask(groupQueries.refused, conditionsOf(range, false)))
      .map(({ kind, code, n, boxes, newest }) => {
        const place = groupOf({ state: 'rejected', kind, code: code ?? undefined, target: '' });
        return groupFrom(place, { of: 'refusals', kind, code }, range, n, boxes, newest);
      });

  const lostGroups = (range: LogRange): ListedGroup[] =>
    lostSchema.parse(ask(groupQueries.lost, conditionsOf(range, false))).map(({ lost, n, boxes, newest }) => {
      const isLost = lost === 1;
      const code = isLost ? 'not-found' : undefined;
      const place = groupOf({ state: 'unknown', kind: 'dispatch', code, target: '' });
      return groupFrom(place, { of: 'unknown', isLost }, range, n, boxes, newest);
    });

  const endedGroup = (of: 'succeeded' | 'cancelled', range: LogRange, n: number, newest: number): ListedGroup => {
    const asked = rowsOf({ of }, range);
    const isCounted = of === 'succeeded' && n <= mostBoxesCounted;
    const boxes = isCounted ? z.int().parse(prepared(groupQueries.boxes(asked.sql)).pluck().get(asked.given)) : 0;
    return groupFrom(groupOf({ state: of, kind: 'dispatch', target: '' }), { of }, range, n, boxes, newest);
  };

  return {
    /** Every group of a range that has a job in one of the wanted states. */
    of(range: LogRange): ListedGroup[] {
      if (range.by !== undefined && range.by !== 'reason') {
        return groupedRows(prepared, fileCounts, range, range.by, mostBoxesCounted).toSorted(inOrder);
      }
      const wanted = (state: LogState) => range.states?.includes(state) ?? true;
      const perState = fileCounts.perState(range);
      const counted = (states: readonly LogState[]) => {
        const some = perState.filter(({ state }) => states.includes(state) && wanted(state));
        return { n: some.reduce((sum, { n }) => sum + n, 0), newest: Math.max(0, ...some.map(({ at }) => at)) };
      };
      const has = (states: readonly LogState[]) => counted(states).n > 0;
      // Where a reason is asked for: what is under way and what has ended have none.
      const hasNoReason = (states: readonly LogState[]) => range.reasons === undefined && has(states);
      const underWay = (among: readonly JobState[]): ListedGroup[] => {
        const states = among.filter(wanted);
        const [state] = states;
        if (state === undefined || !hasNoReason(states)) return [];
        const { n, newest } = counted(states);
        const place = groupOf({ state, kind: 'dispatch', target: '' });
        return [groupFrom(place, { of: 'under-way', states }, range, n, 0, newest)];
      };
      const ended = (state: 'succeeded' | 'cancelled'): ListedGroup[] => {
        const { n, newest } = counted([state]);
        return hasNoReason([state]) ? [endedGroup(state, range, n, newest)] : [];
      };
      const groups = [
        ...(has(['held', 'by-file']) ? heldGroups(range, wanted) : []),
        ...(has(['rejected']) ? refusedGroups(range) : []),
        ...(hasNoReason(['unknown']) ? lostGroups(range) : []),
        ...underWay(['queued', 'sending']),
        ...underWay(['waiting']),
        ...ended('succeeded'),
        ...ended('cancelled'),
      ];
      return groups.toSorted(inOrder);
    },

    /** The groups of jobs that a search has found. */
    found(seqs: readonly number[], range: LogRange): ListedGroup[] {
      const rows = foundSchema.parse(prepared(groupQueries.found).all(JSON.stringify(seqs)));
      const groups = new Map<string, { place: GroupPlace; rows: Found[] }>();
      for (const row of rows) {
        if (!isInRange(row, range)) continue;
        const place = placeOf(row, range);
        const group = groups.get(place.key) ?? { place, rows: [] };
        group.rows.push(row);
        groups.set(place.key, group);
      }
      return [...groups.values()]
        .map(({ place, rows: own }) => {
          const placed = bringBoxesTogether(own);
          const boxes = new Set(own.flatMap((row) => (row.tracking === null ? [] : `${row.courier}:${row.tracking}`)));
          return {
            ...place,
            jobs: own.length,
            boxes: boxes.size === 0 ? undefined : boxes.size,
            newest: Math.max(...own.map((row) => (range.by === 'file' ? row.created_at : row.listed_at))),
            rows: (offset: number, limit: number) => placed.slice(offset, offset + limit),
          };
        })
        .toSorted(inOrder);
    },
  };
}

function inOrder(one: ListedGroup, other: ListedGroup): number {
  return one.rank - other.rank || other.newest - one.newest || (one.key < other.key ? -1 : 1);
}

function placeOf(row: Found, { by = 'reason' }: LogRange): GroupPlace {
  if (by === 'reason') return groupOf(factsOf(row));
  const { kind, courier, listed_at: at, import_id: importId } = row;
  return groupBy(by, { kind, courier: courier ?? undefined, listedAt: at, importId: importId ?? undefined });
}

function factsOf(row: Found) {
  return {
    state: row.state,
    kind: row.kind,
    code: row.code ?? undefined,
    holdReason: row.hold_reason ?? undefined,
    courier: row.courier ?? undefined,
    tracking: row.tracking ?? undefined,
    target: row.target,
  };
}

/** What `conditionsOf` says in SQL, of a row that is at hand. */
function isInRange(row: Found, range: LogRange): boolean {
  const from = range.withEarlier && !isIn('ended', row.state) ? 0 : range.from;
  const reason = row.hold_reason ?? row.code ?? '';
  return (
    row.listed_at >= from &&
    row.listed_at < range.to &&
    (range.states?.includes(logStateOf(factsOf(row))) ?? true) &&
    (range.kinds?.includes(row.kind) ?? true) &&
    (range.files?.includes(row.import_id ?? `none:${row.kind}`) ?? true) &&
    (range.reasons === undefined || (isIn('tasks', row.state) && range.reasons.includes(reason)))
  );
}
