import type Database from 'better-sqlite3';
import { jobColumns, parseJob } from './job-record';
import type { JobRow } from './rows';
import { withStablePlan } from './stable-plan';
import type { UnreadRows } from './unread-rows';

/** A query over `jobs j`, from its FROM on, that answers the jobs that can be read; `get` the first of them. */
export function jobQuery(db: Database.Database, unread: UnreadRows, rest: string) {
  const statement = db.prepare(withStablePlan(`SELECT ${jobColumns} ${rest}`));
  return {
    all: (...given: unknown[]): JobRow[] =>
      unread.complete(() => statement.all(...given).flatMap((record) => unread.job(record, parseJob) ?? [])),
    get: (...given: unknown[]): JobRow | undefined =>
      unread.complete(() => {
        const record = statement.get(...given);
        return record === undefined ? undefined : unread.job(record, parseJob);
      }),
  };
}
