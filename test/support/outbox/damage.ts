import Database from 'better-sqlite3';

/** Texts that no version of the app writes into a column. */
const broken: Record<string, readonly (string | number)[]> = {
  values: ['{', '', '[]', '{"kind":"parcel"}', '{"kind":"dispatch","dispatch":{"deliveryMethod":"DRONE"}}'],
  finding: ['{', '{"at":"yesterday"}', '7'],
  approved: ['[', '{}', '[1]'],
  state: ['parked'],
  kind: ['parcel'],
  hold_reason: ['because'],
  wait: ['for-rain'],
  id: ['no-id'],
  store_id: ['no-store'],
  batch_id: ['no-batch'],
  after_job: ['no-job'],
  created_at: [Number.MAX_SAFE_INTEGER * 2],
  read_at: [-(2 ** 60)],
  reread: [3],
};

/** The columns of a job that can be damaged so that it cannot be read. */
export const damagedColumns = Object.keys(broken);

/** Writes what no app wrote into the columns of jobs, past every check of the schema. `pick` chooses among the texts. */
export function damageJobs(file: string, harm: readonly { target: string; column: string; pick: number }[]): void {
  const db = new Database(file);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    for (const { target, column, pick } of harm) {
      const texts = broken[column] ?? [];
      const value = texts[pick % texts.length];
      db.prepare(`UPDATE jobs SET "${column}" = ? WHERE target = ?`).run(
        typeof value === 'number' ? BigInt(value) : column === 'id' ? `${value ?? ''} ${target}` : value,
        target,
      );
    }
  } finally {
    db.close();
  }
}

/** Every column of these jobs as it lies in the file. */
export function rawJobs(file: string, targets: readonly string[]): unknown[] {
  const db = new Database(file, { readonly: true });
  try {
    return db
      .prepare('SELECT * FROM jobs WHERE target IN (SELECT value FROM json_each(?)) ORDER BY seq')
      .safeIntegers()
      .all(JSON.stringify(targets));
  } finally {
    db.close();
  }
}
