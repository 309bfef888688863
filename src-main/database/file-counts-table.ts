import type Database from 'better-sqlite3';
import { z } from 'zod';
import { jobKindSchema } from '../../src-preload/contract/job';
import { jobStateGroups } from '../../src-preload/contract/job-states';
import { logStates } from '../../src-preload/contract/log-groups';
import { koreanDayIndex } from '../../src-preload/contract/korean-time';
import { dayOf, stateOf } from './file-counts';
import type { LogRange } from './log/log-conditions';
import type { CountedFile, FileCountsTable } from './tables';

/** Files listed of a period. */
const mostFiles = 200;

const fileId = `CASE WHEN import_id = '' THEN 'none:' || kind ELSE import_id END`;
const endedStates = jobStateGroups.ended.map((state) => `'${state}'`).join(', ');
/** What of the range's days is counted; before them only what has not ended, where the range has it. */
const ofDays = `store_id = @storeId AND day < @toDay AND (day >= @fromDay OR (@withEarlier = 1 AND state NOT IN (${endedStates})))`;
const ofFiles = `(@files IS NULL OR ${fileId} IN (SELECT value FROM json_each(@files)))`;
const ofKinds = `(@kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds)))`;

/** What this version cannot read is in no row of the log, and in none of its figures. */
const unread = `SELECT j.store_id, ${dayOf('j.')} AS day, IFNULL(j.import_id, '') AS import_id, j.kind,
    ${stateOf('j.')} AS state, -1 AS n, 0 AS at
  FROM temp.unread_jobs u CROSS JOIN jobs j ON j.seq = u.seq`;
export const counted = `(SELECT * FROM file_counts UNION ALL ${unread})`;

const stateSchema = z.object({
  kind: jobKindSchema,
  state: z.enum(logStates),
  n: z.int(),
  at: z.int(),
  early: z.int(),
});
const fileSchema = z.object({ id: z.string(), name: z.string().nullable(), kind: jobKindSchema, at: z.int() });
const partCountSchema = z.object({ part: z.string(), n: z.int(), newest: z.int() });
const partSchema = z.object({ id: z.string(), state: z.enum(logStates), n: z.int() });

/** What every row must be; a kind or state that we do not know is in no figure. */
export function known<Row>(schema: z.ZodType<Row>, records: readonly unknown[]): Row[] {
  return records.flatMap((record) => {
    const { data } = schema.safeParse(record);
    return data === undefined ? [] : [data];
  });
}

/** How many jobs of each file and day stand how, as it is kept with every change (file-counts.ts): a day is counted without reading a job. */
export function fileCountsTable(db: Database.Database): FileCountsTable {
  const perState = db.prepare(
    `SELECT kind, state, SUM(n) AS n, MAX(at) AS at, SUM(CASE WHEN day < @fromDay THEN n ELSE 0 END) AS early
     FROM ${counted} WHERE ${ofDays} AND ${ofFiles} AND ${ofKinds} GROUP BY kind, state`,
  );
  const perPart = Object.fromEntries(
    (['file', 'day'] as const).map((by) => [
      by,
      db.prepare(
        `SELECT ${by === 'file' ? fileId : 'CAST(day AS TEXT)'} AS part, SUM(n) AS n, MAX(at) AS newest FROM ${counted}
         WHERE ${ofDays} AND ${ofFiles} AND ${ofKinds} AND (@states IS NULL OR state IN (SELECT value FROM json_each(@states)))
         GROUP BY 1`,
      ),
    ]),
  );
  const newest = db.prepare(
    `SELECT ${fileId} AS id, (SELECT file_name FROM imports WHERE imports.id = c.import_id) AS name, kind, MAX(at) AS at
     FROM file_counts c WHERE ${ofDays} AND n > 0 GROUP BY 1 ORDER BY at DESC, id LIMIT ${mostFiles + 1}`,
  );
  const parts = db.prepare(
    `SELECT ${fileId} AS id, state, SUM(n) AS n FROM ${counted} c
     WHERE store_id = @storeId AND day < @toDay AND ${ofFiles}
       AND (day >= @fromDay OR (import_id, kind) IN (SELECT import_id, kind FROM file_counts WHERE ${ofDays} AND day < @fromDay AND n > 0))
     GROUP BY 1, 2`,
  );
  const givenOf = (range: LogRange) => ({
    storeId: range.storeId,
    fromDay: koreanDayIndex(range.from),
    toDay: koreanDayIndex(range.to),
    withEarlier: range.withEarlier ? 1 : 0,
    files: range.files === undefined ? null : JSON.stringify(range.files),
    kinds: range.kinds === undefined ? null : JSON.stringify(range.kinds),
  });

  return {
    perState: (range) => known(stateSchema, perState.all(givenOf(range))).filter(({ n }) => n > 0),
    perPart(range, by) {
      const states = range.states === undefined ? null : JSON.stringify(range.states);
      return known(partCountSchema, perPart[by]?.all({ ...givenOf(range), states }) ?? []).filter(({ n }) => n > 0);
    },
    files(range) {
      const given = givenOf(range);
      const files = known(fileSchema, newest.all(given));
      const shown = files.slice(0, mostFiles);
      const ids = JSON.stringify(shown.map(({ id }) => id));
      const counts = known(partSchema, parts.all({ ...given, files: ids }));
      const listed = shown.map(({ id, name, kind, at }): CountedFile => {
        const own = counts.filter((part) => part.id === id);
        const of = (...states: readonly string[]) =>
          own.reduce((sum, { state, n }) => sum + (states.length === 0 || states.includes(state) ? n : 0), 0);
        return {
          id,
          ...(name === null ? {} : { name }),
          kind,
          at,
          jobs: of(),
          done: of('succeeded'),
          held: of('held'),
          rejected: of('rejected'),
        };
      });
      return { files: listed.filter(({ jobs }) => jobs > 0), more: files.length > mostFiles };
    },
  };
}
