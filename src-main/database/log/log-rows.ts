import type Database from 'better-sqlite3';
import { z } from 'zod';
import { bringBoxesTogether } from './log-boxes';
import type { PlacedRow } from './log-boxes';
import type { Asked } from './log-conditions';

/**
 * Up to so many jobs of a group are put in their order as a whole, boxes together; a page of more comes from the index,
 * and a box is together as far as its lines stood near each other in the sheet.
 */
const mostInOrder = 5000;

const nullable = z.string().nullable();
const rowSchema = z.array(z.object({ seq: z.int(), courier: nullable, tracking: nullable }));

/** The texts of the queries, so that a test can ask how SQLite answers them. */
export const orderedRows = {
  whole: (rows: string) => `${rows} ORDER BY listed_at DESC, seq`,
  page: (rows: string) => `${rows} ORDER BY listed_at DESC, seq LIMIT @limit OFFSET @offset`,
};

/** A part of a group's rows, newest batch first and in each in the order of the sheet. */
export function rowsInOrder(
  prepared: (sql: string) => Database.Statement,
  { sql, given }: Asked,
  count: number,
  { offset, limit }: { offset: number; limit: number },
): PlacedRow[] {
  if (count <= mostInOrder) {
    const all = bringBoxesTogether(rowSchema.parse(prepared(orderedRows.whole(sql)).all(given)));
    return all.slice(offset, offset + limit);
  }
  const page = prepared(orderedRows.page(sql)).all({ ...given, limit, offset });
  return bringBoxesTogether(rowSchema.parse(page));
}
