import { bareNumber } from '../../src-preload/contract/bare-number';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { importIdSchema, jobIdSchema } from '../../src-preload/contract/ids';
import type { JobId } from '../../src-preload/contract/ids';
import { earlierUses } from '../../src-preload/contract/line';
import { readStored } from './stored-json';
import { live, settled, unsettled } from './predicates';
import { openPieces } from './sealed-pieces';
import type { NumberUse, Person, Personal, UsedNumbersTable } from './tables';

/** A box holds a few product orders; a number that stands on thousands is a slip, told by its first two hundred. */
const mostUses = 200;
const columns = `id, target, COALESCE(order_id, IIF(json_valid(finding), finding ->> 'orderId', NULL)) AS order_id, courier, import_id, tracking AS number`;
// What the seller saw in the market's own centre went out, too, though its job counts as taken out.
const reachedMarket = `(state <> 'cancelled' OR code = 'settled-by-hand') AND changed_at >= @since`;
// A text that is no JSON would end the whole question.
const then = `IIF(json_valid("values"), "values", '{}') ->> '$.lookup.thenDispatch`;
const thenNumber = `${then}.trackingNumber'`;
const boxOf = (number: string): string => `store_id = @storeId AND tracking = ${number} AND tracking IS NOT NULL`;

/** The texts of the queries, so that the test can ask how SQLite answers them. */
export const usedNumberQueries = {
  /** Of a chunk's numbers those that some job has: mostly none. */
  known: `SELECT wanted.value FROM json_each(@numbers) wanted
    WHERE EXISTS (SELECT 1 FROM jobs INDEXED BY jobs_tracking WHERE ${boxOf('wanted.value')} AND ${settled} AND ${reachedMarket})
    OR EXISTS (SELECT 1 FROM jobs INDEXED BY jobs_live_box WHERE ${boxOf('wanted.value')} AND ${unsettled})`,
  done: `SELECT ${columns}, changed_at AS at, IIF(state = 'rejected', 'refused', 'done') AS "is" FROM jobs INDEXED BY jobs_tracking
    WHERE ${boxOf('@number')} AND ${settled} AND ${reachedMarket} LIMIT ${mostUses}`,
  waiting: `SELECT ${columns}, created_at AS at, 'waiting' AS "is" FROM jobs INDEXED BY jobs_live_box
    WHERE ${boxOf('@number')} AND ${unsettled} LIMIT ${mostUses}`,
  /** Orders whose product orders are still to be looked up: mostly none, and then the numbers are not even listed. */
  lookups: `SELECT ${thenNumber} AS number, id, target, target AS order_id, ${then}.deliveryCompanyCode' AS courier,
    import_id, created_at AS at, 'waiting' AS "is" FROM jobs INDEXED BY jobs_one_live
    WHERE store_id = @storeId AND kind = 'lookup' AND ${live} AND ${thenNumber} IN (SELECT value FROM json_each(@numbers))
    LIMIT ${mostUses}`,
} as const;

const useSchema = z.object({
  number: z.string(),
  id: jobIdSchema,
  target: z.string(),
  order_id: z.string().nullable(),
  courier: z.string().nullable(),
  import_id: importIdSchema.nullable(),
  at: z.int(),
  is: z.enum(earlierUses),
});
const sealedSchema = z.instanceof(Uint8Array<ArrayBufferLike>).nullable();
const personSchema = z.object({ recipient: sealedSchema, personal: sealedSchema });
const cellsSchema = z.object({ recipient: z.string().optional(), address: z.string().optional() });

/** Who has a tracking number already. Asked for whole chunks of a sheet. */
export function usedNumbersTable(db: Database.Database, personal: Personal): UsedNumbersTable {
  const known = db.prepare(usedNumberQueries.known).pluck();
  const done = db.prepare(usedNumberQueries.done);
  const waiting = db.prepare(usedNumberQueries.waiting);
  const lookups = db.prepare(usedNumberQueries.lookups);
  // A job stores no address; the line it was made of does, as long as its file is not put away.
  const person = db.prepare(
    `SELECT jobs.recipient AS recipient, drafts.personal AS personal
     FROM jobs LEFT JOIN drafts ON drafts.job_id = jobs.id WHERE jobs.id = ?`,
  );
  const order = db.prepare('SELECT order_id FROM product_orders WHERE store_id = ? AND product_order_id = ?').pluck();

  const openPerson = (jobId: JobId): Person => {
    const { recipient, personal: line } = personSchema.parse(person.get(jobId));
    const cells = openPieces(personal, line).flatMap((piece) => readStored(cellsSchema, piece) ?? []);
    const address = cells.findLast((piece) => piece.address !== undefined)?.address;
    // Registered while the keychain was locked, the job has no name, and its line keeps it sealed.
    const name =
      openPieces(personal, recipient).at(-1) ?? cells.findLast((piece) => piece.recipient !== undefined)?.recipient;
    return { ...(name === undefined ? {} : { recipient: name }), ...(address === undefined ? {} : { address }) };
  };

  return {
    usesOf(storeId, numbers, since) {
      const bare = [...new Set(numbers.map(bareNumber))];
      const asked = JSON.stringify(bare);
      const some = z.array(z.string()).parse(known.all({ storeId, since, numbers: asked }));
      const rows = [
        ...some.flatMap((number) => [...done.all({ storeId, since, number }), ...waiting.all({ storeId, number })]),
        ...lookups.all({ storeId, numbers: asked }),
      ];
      return rows.flatMap((row): NumberUse[] => {
        const { data } = useSchema.safeParse(row);
        // Its job is listed once it is met by itself; of its number nothing can be told.
        if (data === undefined) return [];
        const { id, order_id, courier, import_id, ...use } = data;
        return [
          {
            jobId: id,
            ...use,
            ...(order_id === null ? {} : { orderId: order_id }),
            ...(courier === null ? {} : { courier }),
            ...(import_id === null ? {} : { importId: import_id }),
          },
        ];
      });
    },
    peopleOf: (jobIds) => new Map([...new Set(jobIds)].map((jobId) => [jobId, openPerson(jobId)])),
    ordersOf: (storeId, productOrderIds) =>
      new Map(
        [...new Set(productOrderIds)].flatMap((id): [string, string][] => {
          const found = order.get(storeId, id);
          return found === undefined ? [] : [[id, z.string().parse(found)]];
        }),
      ),
  };
}
