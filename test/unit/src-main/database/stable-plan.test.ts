import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { withStablePlan } from '../../../../src-main/database/stable-plan';

it('puts an expression around every parameter, whatever it is called', () => {
  expect(withStablePlan('WHERE a = ? AND b IS @cap ORDER BY c LIMIT @limit OFFSET ?')).toBe(
    'WHERE a = +? AND b IS +@cap ORDER BY c LIMIT @limit + 0 OFFSET ? + 0',
  );
});

it('changes no answer: text, numbers, nothing and lists are compared as before', () => {
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE jobs (seq INTEGER PRIMARY KEY, target TEXT NOT NULL, due INTEGER) STRICT;
    CREATE INDEX jobs_due ON jobs (target, due);
    INSERT INTO jobs VALUES (1, '0012', 5), (2, '0012', NULL), (3, '12', 5), (4, '0012', 7), (5, '0012', 9)`);
  const answers = (rest: string, ...given: unknown[]): unknown[] => {
    const [bare, stable] = [rest, withStablePlan(rest)].map((text) =>
      db.prepare(`SELECT seq FROM jobs ${text}`).pluck(),
    );
    expect(stable?.all(...given), rest).toEqual(bare?.all(...given));
    return bare?.all(...given) ?? [];
  };
  expect(answers('INDEXED BY jobs_due WHERE target = ? AND due <= ? ORDER BY due', '0012', 7)).toEqual([1, 4]);
  expect(answers('WHERE target = ? AND due IS ? ORDER BY seq', '0012', null)).toEqual([2]);
  expect(answers('WHERE target = ? ORDER BY seq LIMIT ? OFFSET ?', '0012', 2, 1)).toEqual([2, 4]);
  expect(answers('WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq', '[3, 5]')).toEqual([3, 5]);
  db.close();
});
