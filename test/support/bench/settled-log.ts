import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { tailOf } from '../../../src-main/database/job-record';
import { xorPersonal } from '../outbox/test-database';
import { countsTable } from '../../../src-main/database/counts-table';

/** Writes `count` dispatches that were settled over the last year straight into the file, as years of use would have. */
export function fillWithSettled(file: string, storeId: string, count: number): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.function('tail_of', { deterministic: true }, (number: unknown) => tailOf(String(number)));
  db.function('seal', { deterministic: true }, (name: unknown) => xorPersonal.seal(String(name)));
  const day = 86_400_000;
  db.transaction(() => {
    db.prepare(
      `INSERT INTO jobs (id, store_id, kind, target, order_id, "values", courier, tracking, target_tail, order_tail,
         tracking_tail, state, code, attempts, priority, recipient, created_at, changed_at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
       SELECT printf('%08x-0000-4000-8000-%012x', i, i), @storeId, 'dispatch',
         '2025' || printf('%013d', i * 7), '2025' || printf('%013d', i * 3),
         '{"kind":"dispatch","dispatch":{"deliveryMethod":"DELIVERY","deliveryCompanyCode":"CJGLS","trackingNumber":"'
           || printf('%012d', 600000000000 + i) || '"}}',
         'CJGLS', printf('%012d', 600000000000 + i),
         tail_of('2025' || printf('%013d', i * 7)), tail_of('2025' || printf('%013d', i * 3)),
         tail_of(printf('%012d', 600000000000 + i)),
         CASE WHEN i % 50 = 0 THEN 'rejected' WHEN i % 70 = 0 THEN 'cancelled' ELSE 'succeeded' END,
         CASE WHEN i % 50 = 0 THEN '104443' END, 1, 1, seal('김바다' || (i % 1000)),
         @now - @day - (@count - i) * 30000, @now - @day - (@count - i) * 30000
       FROM n`,
    ).run({ count, storeId, now: Date.now(), day });
    countsTable(db).recount();
  })();
  db.close();
  // What years of use wrote is on the disk long since: without this, the first commit to be measured would wait for all of it.
  const written = openSync(file, 'r+');
  fsyncSync(written);
  closeSync(written);
}
