import type Database from 'better-sqlite3';
import { z } from 'zod';
import { stateColumns, stateNames } from './job-record';
import type { JobsTable } from './tables';

type Column = (typeof stateNames)[number];

const seqsSchema = z.array(z.int());

/**
 * Jobs of one call change nearly alike. What is the same in all of them is handed over once, the rest as one text of
 * JSON: handing over two dozen values for each row costs as much as changing it.
 */
export function saveAll(db: Database.Database): JobsTable['saveAll'] {
  // By what differs: a handful of combinations in the life of an app.
  const statements = new Map<string, Database.Statement>();
  const statementOf = (differing: readonly Column[]): Database.Statement => {
    const key = differing.join(' ');
    const known = statements.get(key);
    if (known !== undefined) return known;
    const assigned = stateNames.map((name) => {
      const place = differing.indexOf(name);
      return place === -1 ? `"${name}" = @${name}` : `"${name}" = row.value->>${3 + place}`;
    });
    const made = db
      .prepare(
        `UPDATE jobs SET ${assigned.join(', ')} FROM json_each(@rows) row
         WHERE jobs.seq = row.value->>0 AND jobs.state = row.value->>1 AND jobs.revision = row.value->>2
         RETURNING jobs.seq`,
      )
      .pluck();
    statements.set(key, made);
    return made;
  };

  return (changes) => {
    const rows = changes.map(({ job, was }) => ({ job, was, columns: stateColumns(job) }));
    const [first] = rows;
    if (first === undefined) return new Set();
    const differing = stateNames.filter((name) => rows.some(({ columns }) => columns[name] !== first.columns[name]));
    const texts = rows.map(({ job, was, columns }) => [
      job.seq,
      was.state,
      was.revision,
      ...differing.map((name) => columns[name]),
    ]);
    const given = { ...first.columns, rows: JSON.stringify(texts) };
    return new Set(seqsSchema.parse(statementOf(differing).all(given)));
  };
}
