import type Database from 'better-sqlite3';
import { z } from 'zod';
import { bookFactsSchema } from '../../../src-preload/contract/book/facts';
import { isScanned } from '../../../src-preload/contract/book/rules';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import { readStored } from '../stored-json';
import type { BookSentTable, SentDay } from './book-port';

const countedSchema = z.array(z.object({ sent_at: z.int(), untracked: z.int(), stage: z.string(), facts: z.string() }));

/** What was dispatched lately, for whoever looks whether a courier has scanned it. */
export function bookSent(db: Database.Database): BookSentTable {
  const ids = db
    .prepare(
      `SELECT product_order_id FROM book_orders INDEXED BY book_orders_sent
         WHERE store_id = @storeId AND sent_at IS NOT NULL AND sent_at >= @since AND stage = 'sent'
       UNION SELECT product_order_id FROM book_orders INDEXED BY book_orders_untracked
         WHERE store_id = @storeId AND untracked = 1`,
    )
    .pluck();
  const rows = db.prepare(
    `SELECT sent_at, untracked, stage, facts FROM book_orders INDEXED BY book_orders_sent
     WHERE store_id = ? AND sent_at IS NOT NULL AND sent_at >= ? AND stage IN ('sent', 'closed')`,
  );
  return {
    sentSince: (storeId, since) => z.array(z.string()).parse(ids.all({ storeId, since })),
    sentDays(storeId, since) {
      const days = new Map<string, SentDay>();
      for (const row of countedSchema.parse(rows.all(storeId, since))) {
        const day = koreanDay(row.sent_at);
        const sums = days.get(day) ?? { day, sent: 0, scanned: 0, untracked: 0 };
        days.set(day, sums);
        sums.sent += 1;
        if (row.untracked === 1) sums.untracked += 1;
        else if (row.stage === 'closed' || wasScanned(row.facts)) sums.scanned += 1;
      }
      return [...days.values()];
    },
  };
}

/** What cannot be read is in no one's way here: its row is listed as such where it is shown (unread-rows.ts). */
function wasScanned(text: string): boolean {
  const facts = readStored(bookFactsSchema, text);
  return facts !== undefined && isScanned({ ...facts, at: facts.finding.at });
}
