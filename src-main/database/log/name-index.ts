import type Database from 'better-sqlite3';
import { z } from 'zod';
import { cleanText } from '../../../src-preload/contract/clean-text';
import type { StoreId } from '../../../src-preload/contract/ids';
import { openPieces } from '../sealed-pieces';
import type { Personal } from '../tables';

/** Jobs opened between two looks at the clock. */
const jobsAtOnce = 50;
/** A search that finds more is too short to be of use. */
const mostFound = 2000;
/** Older jobs than so many are found by their numbers alone; names are kept for months, not for years. */
const mostKept = 300_000;

const sealed = z.instanceof(Uint8Array<ArrayBufferLike>).nullable();
const jobsSchema = z.array(
  z.object({ seq: z.int(), store_id: z.string(), target: z.string(), recipient: sealed, product_name: sealed }),
);
const namesSchema = z.array(
  z.object({ seen_at: z.int(), store_id: z.string(), product_order_id: z.string(), name: sealed }),
);

interface Named {
  seq: number;
  storeId: string;
  target: string;
  /** Recipient and product as the sheet has them, folded; empty where neither is known. */
  words: string;
}

/**
 * The names of recipients and products, opened in memory so that a search can look through them: on the disk they stay
 * sealed, and nothing made of them is written (resources/docs/domain.md, "Searching by name"). Opened in portions, newest
 * first, once the log is looked at; what was added since is opened with the next search.
 */
export interface NameIndex {
  /** Opens names for about `ms`. Answers whether all are opened. */
  open(ms: number): boolean;
  /** Jobs of a store that have every word of `wanted` in their recipient or product, the newest first. */
  find(storeId: StoreId, wanted: string): number[];
  /** Names that were taken out of the file must not be found any more. */
  forget(): void;
}

/** As names are compared: one spelling of a syllable, no capitals. */
function folded(text: string): string {
  return cleanText(text).toLowerCase();
}

export function nameIndex(db: Database.Database, personal: Personal): NameIndex {
  const older = db.prepare(
    `SELECT seq, store_id, target, recipient, product_name FROM jobs WHERE seq < ? ORDER BY seq DESC LIMIT ${jobsAtOnce}`,
  );
  const newer = db.prepare(
    `SELECT seq, store_id, target, recipient, product_name FROM jobs WHERE seq > ? ORDER BY seq LIMIT ${jobsAtOnce}`,
  );
  const marketNames = db.prepare(
    `SELECT seen_at, store_id, product_order_id, name FROM product_names
     WHERE (seen_at, store_id, product_order_id) > (?, ?, ?) ORDER BY seen_at, store_id, product_order_id LIMIT ${jobsAtOnce}`,
  );
  const newestSeq = db.prepare('SELECT IFNULL(MAX(seq), 0) FROM jobs').pluck();
  // Ascending by seq in two halves: `late` grows at its end, `early` grows downwards.
  let late: Named[] = [];
  let early: Named[] = [];
  let highest: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  let hasAllOlder = false;
  /** What the market calls the product of a target, by store. */
  let products = new Map<string, Map<string, string>>();
  let marketNamesUntil: [number, string, string] = [0, '', ''];

  const namedOf = (records: readonly unknown[]): Named[] =>
    jobsSchema.parse(records).map((row) => ({
      seq: row.seq,
      storeId: row.store_id,
      target: row.target,
      words: folded([...openPieces(personal, row.recipient), ...openPieces(personal, row.product_name)].join('\n')),
    }));

  const openNewer = (): boolean => {
    highest ??= z.int().parse(newestSeq.get());
    const rows = namedOf(newer.all(highest));
    highest = rows.at(-1)?.seq ?? highest;
    late.push(...rows);
    return rows.length < jobsAtOnce;
  };
  const openOlder = (): boolean => {
    if (lowest === Number.POSITIVE_INFINITY) lowest = (highest ?? 0) + 1;
    const rows = namedOf(older.all(lowest));
    lowest = rows.at(-1)?.seq ?? lowest;
    early.push(...rows);
    return rows.length < jobsAtOnce || early.length >= mostKept;
  };
  const openMarketNames = (): boolean => {
    const rows = namesSchema.parse(marketNames.all(...marketNamesUntil));
    for (const row of rows) {
      const ofStore = products.get(row.store_id) ?? new Map<string, string>();
      products.set(row.store_id, ofStore);
      ofStore.set(row.product_order_id, folded(openPieces(personal, row.name).at(-1) ?? ''));
      marketNamesUntil = [row.seen_at, row.store_id, row.product_order_id];
    }
    return rows.length < jobsAtOnce;
  };

  return {
    open(ms) {
      const until = performance.now() + ms;
      let isDone = false;
      do {
        const hasNewer = openNewer();
        const hasMarketNames = openMarketNames();
        if (hasNewer && hasMarketNames && !hasAllOlder) hasAllOlder = openOlder();
        isDone = hasNewer && hasMarketNames && hasAllOlder;
      } while (!isDone && performance.now() < until);
      return isDone;
    },
    find(storeId, wanted) {
      const words = folded(wanted).split(/\s+/u).filter(Boolean);
      const found: number[] = [];
      if (words.length === 0) return found;
      const ofStore = products.get(storeId);
      const look = ({ seq, storeId: of, target, words: own }: Named): void => {
        if (of !== storeId) return;
        const product = ofStore?.get(target);
        const all = product === undefined ? own : `${own}\n${product}`;
        if (words.every((word) => all.includes(word))) found.push(seq);
      };
      for (let at = late.length - 1; at >= 0 && found.length < mostFound; at -= 1) {
        const named = late[at];
        if (named) look(named);
      }
      for (const named of early) {
        if (found.length >= mostFound) break;
        look(named);
      }
      return found;
    },
    forget() {
      late = [];
      early = [];
      products = new Map();
      highest = undefined;
      lowest = Number.POSITIVE_INFINITY;
      hasAllOlder = false;
      marketNamesUntil = [0, '', ''];
    },
  };
}
