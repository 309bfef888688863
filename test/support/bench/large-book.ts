import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { wordDigests } from '../../../src-main/database/book/book-words';
import { sealingWith } from '../../../src-main/secrets/personal';
import { wordsOfPerson } from '../../../src-preload/contract/book/search';
import type { StoreId } from '../../../src-preload/contract/ids';

const families = '김이박최정강조윤장임한오서신권황안송전홍';
const given = ['민준', '서연', '도윤', '하은', '지호', '수아', '예준', '지우', '시우', '서윤', '하준', '다은'];
const people = 5_000;
const dayMs = 86_400_000;

/** The keys under which a bench seals. */
export const personalOfBench = (() => {
  const key = Buffer.alloc(32, 7);
  return sealingWith({ key, all: [key], lasts: true, state: 'works' }, randomBytes);
})();

/** Person number `n` of the bench: names come back as often as names do. */
function personOf(n: number): { recipient: string; phones: string[]; address: string; product: string } {
  const family = families[(n * n) % families.length] ?? '김';
  return {
    recipient: family + (given[n % given.length] ?? ''),
    phones: [`010-${String(1000 + ((n * 37) % 9000))}-${String((n * 7919) % 10_000).padStart(4, '0')}`],
    address: `서울 어느 구 어느 길 ${n}`,
    product: '유기농 현미 5kg',
  };
}

/**
 * Writes `open` product orders due over three days and `past` settled ones straight into the file, as a year of use would
 * have, with `numbered` of the open ones in the queue and as many in a draft.
 */
export function fillBook(
  file: string,
  storeId: StoreId,
  { open, past, numbered, now }: { open: number; past: number; numbered: number; now: number },
): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec(`CREATE TEMP TABLE people (who INTEGER PRIMARY KEY, sealed BLOB);
    CREATE TEMP TABLE words (who INTEGER, digest BLOB); CREATE INDEX words_who ON words (who);`);
  db.transaction(() => {
    const addPerson = db.prepare('INSERT INTO people VALUES (?, ?)');
    const addWord = db.prepare('INSERT INTO words VALUES (?, ?)');
    for (let i = 0; i < people; i += 1) {
      const person = personOf(i);
      addPerson.run(i, personalOfBench.seal(JSON.stringify(person)));
      for (const word of wordsOfPerson(person)) addWord.run(i, wordDigests(personalOfBench, storeId, word)[0]);
    }
    db.prepare(
      `INSERT INTO book_orders (n, store_id, product_order_id, order_id, stage, due_at, must_send, untracked, sent_at,
         settled_at, feed_at, feed_type, read_at, facts, personal)
       WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < @count)
       SELECT i + 1, @storeId, '2026' || printf('%012d', i * 7 + 1), '2026' || printf('%012d', i * 7),
         CASE WHEN i >= @open THEN 'closed' WHEN i % 3 = 0 THEN 'new' ELSE 'waiting' END,
         @now + (i * 61 % 259200 - 21600) * 1000 - CASE WHEN i >= @open THEN @day * (i % 365) ELSE 0 END,
         i < @open, 0, NULL, CASE WHEN i >= @open THEN @now - @day * (i % 365) END, @now, 'PAYED', @now,
         '{"finding":{"at":1,"productOrderStatus":"' || CASE WHEN i >= @open THEN 'PURCHASE_DECIDED' ELSE 'PAYED' END
           || '","placeOrderStatus":"OK","deliveryAttributeType":"NORMAL","expectedDeliveryMethod":"DELIVERY"},"quantity":1}',
         people.sealed
       FROM c JOIN people ON people.who = c.i % ${people}`,
    ).run({ count: open + past, open, storeId, now, day: dayMs });
    db.exec(
      `INSERT OR IGNORE INTO book_words (digest, n)
       SELECT words.digest, b.n FROM words JOIN book_orders b ON (b.n - 1) % ${people} = words.who ORDER BY words.digest, b.n`,
    );
    db.prepare(
      `INSERT INTO jobs (id, store_id, kind, target, target_tail, "values", state, code, hold_reason, attempts, priority,
         created_at, changed_at)
       SELECT printf('%08x-0000-4000-8000-%012x', n, n), @storeId, 'dispatch', product_order_id, n,
         '{"kind":"dispatch","dispatch":{"deliveryMethod":"DELIVERY"}}', 'held', 'restored', 'restored', 0, 1, 1, 1
       FROM book_orders WHERE n <= @numbered`,
    ).run({ storeId, numbered });
    db.prepare(
      `INSERT INTO imports (id, file_name, digest, operation, store_id, created_at)
       VALUES ('6f1de1a2-3c44-4c1f-9d07-3f2f3b0f7a10', 'a.xlsx', '1', 'dispatch', ?, 1)`,
    ).run(storeId);
    db.prepare(
      `INSERT INTO drafts (import_id, row, line)
       SELECT '6f1de1a2-3c44-4c1f-9d07-3f2f3b0f7a10', n,
         '{"row":' || n || ',"cells":{"productOrderId":"' || product_order_id || '","trackingNumber":"640000000001"}}'
       FROM book_orders WHERE n BETWEEN @numbered + 1 AND 2 * @numbered`,
    ).run({ numbered });
  })();
  db.close();
  // What years of use wrote is on the disk long since: without this, what is measured first would wait for all of it.
  const written = openSync(file, 'r+');
  fsyncSync(written);
  closeSync(written);
}
