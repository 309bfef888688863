import { dayMs, koreaMs } from '../../../src-preload/contract/korean-time';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import { readSearch } from '../../../src-preload/contract/book/search';
import { unscannedDeliveries } from '../../../src-preload/contract/book/rules';
import { isSentPeriod } from '../../../src-preload/contract/book/tabs';
import type { BookFilter, BookTab, SentPeriod } from '../../../src-preload/contract/book/tabs';
import type { StoreId } from '../../../src-preload/contract/ids';
import { numberedTargets, numberOf } from './book-numbered';
import { live } from '../predicates';
import { noDueDate } from './book-due';
import { wordDigests } from './book-words';
import type { BookPageRow, BookPagesTable, BookQuestion, DuePart, NumberedOrder } from './book-port';
import type { Personal } from '../tables';

const mostFound = 2_000;

const pulledOut = `FROM book_changes INDEXED BY book_changes_open
    WHERE store_id = @storeId AND pull_out = 1 AND seen_at IS NULL`;

const tabConditions = {
  new: `b.stage = 'new'`,
  waiting: `b.stage = 'waiting'`,
  'pull-out': `b.product_order_id IN (SELECT product_order_id ${pulledOut})`,
  sent: `b.stage = 'sent'`,
  untracked: `b.untracked = 1`,
} as const satisfies Record<BookTab, string>;

/** Days before today at which a period begins, and at which it ends. */
const periodDays = {
  'sent-today': [0, 0],
  'sent-yesterday': [1, 1],
  'sent-week': [6, 0],
} as const satisfies Record<SentPeriod, readonly [number, number]>;

/** As `isScanned` of the rules has it. */
const scanned = `(CASE WHEN NOT json_valid(b.facts) THEN 0 WHEN b.facts ->> '$.pickedUpAt' IS NOT NULL THEN 1
    WHEN b.facts ->> '$.deliveryStatus' IS NULL THEN 0
    ELSE b.facts ->> '$.deliveryStatus' NOT IN (${unscannedDeliveries.map((status) => `'${status}'`).join(', ')}) END)`;

/** All that is open; a search looks at all of the book. */
const openOnly = `b.stage IN ('new', 'waiting')`;

const filterConditions = {
  today: 'b.must_send = 1 AND b.due_at BETWEEN @now AND @endOfToday',
  late: 'b.must_send = 1 AND b.due_at < @now',
  'without-number': `b.product_order_id NOT IN ${numberedTargets}`,
  'not-registered': `b.product_order_id IN ${numberedTargets}`,
  'sent-today': 'b.sent_at BETWEEN @sentFrom AND @sentTo',
  'sent-yesterday': 'b.sent_at BETWEEN @sentFrom AND @sentTo',
  'sent-week': 'b.sent_at BETWEEN @sentFrom AND @sentTo',
} as const satisfies Record<BookFilter, string>;

const foundRows = 'json_each(@rows) r CROSS JOIN book_orders b ON b.n = r.value';

/**
 * Where a list is read from: the index that answers it by itself, named because SQLite, without statistics, may choose one
 * that reads every row of a store.
 */
function listOf(tab: BookTab | undefined, filter: BookFilter | undefined): string {
  if (tab === 'sent' && isSentPeriod(filter)) return 'book_orders b INDEXED BY book_orders_sent';
  switch (tab) {
    case 'pull-out':
      return `(SELECT DISTINCT product_order_id AS id ${pulledOut}) c
        CROSS JOIN book_orders b INDEXED BY book_orders_id ON b.store_id = @storeId AND b.product_order_id = c.id`;
    case 'untracked':
      return 'book_orders b INDEXED BY book_orders_untracked';
    case 'new':
    case 'waiting':
    case 'sent':
      return 'book_orders b INDEXED BY book_orders_stage';
    case undefined:
      return filter === 'today' || filter === 'late'
        ? 'book_orders b INDEXED BY book_orders_due'
        : 'book_orders b INDEXED BY book_orders_stage';
  }
}

const pendingSchema = z
  .object({ number: z.string().nullable(), courier: z.string().nullable() })
  .transform(({ number, courier }) => ({ number: number ?? '', courier: courier ?? '' }));
const nextSchema = z.object({ at: z.int(), count: z.int() });
const partsSchema = z.object({ scanned: z.int(), notScanned: z.int() });
const partSchema = z.object({ part: z.string(), count: z.int(), mustSend: z.int() });

/** What a row of `bookDues` says: `late:` and a day, `until:` and a moment, or the name of the rest. */
function partOf(record: unknown): DuePart {
  const { part, ...counts } = partSchema.parse(record);
  const [due = '', at = ''] = part.split(':');
  if (due === 'late') return { due, day: Number(at), ...counts };
  if (due === 'until') return { due, at: Number(at), ...counts };
  return { due: due === 'later' ? 'later' : 'no-date', ...counts };
}

/** The first and the last moment of a period, ms UTC. */
function periodOf(period: SentPeriod, endOfToday: number): { sentFrom: number; sentTo: number } {
  const [first, last] = periodDays[period];
  return { sentFrom: endOfToday - (first + 1) * dayMs + 1, sentTo: endOfToday - last * dayMs };
}

const duePart = `CASE WHEN b.due_at < @now THEN 'late:' || ((b.due_at + ${koreaMs}) / ${dayMs})
    WHEN b.due_at <= @endOfToday THEN 'until:' || b.due_at
    WHEN b.due_at < ${noDueDate} THEN 'later' ELSE 'no-date' END`;

const count = z.int();
const ids = z.array(z.int());

/** Pages, searches and counts of the book. */
export function bookPages(
  db: Database.Database,
  personal: Personal,
  of: { read(record: unknown): NumberedOrder | undefined; inMemory: ReadonlyMap<number, OrderPersonal> },
): BookPagesTable {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const byWord = db.prepare(`SELECT n FROM book_words WHERE digest = ? ORDER BY n DESC LIMIT ${mostFound}`).pluck();
  const byNumber = db
    .prepare(
      `SELECT n FROM book_orders WHERE store_id = @storeId AND product_order_id BETWEEN @digits AND @end
       UNION SELECT n FROM book_orders WHERE store_id = @storeId AND order_id BETWEEN @digits AND @end LIMIT ${mostFound}`,
    )
    .pluck();
  const byRow = db.prepare('SELECT * FROM book_orders WHERE n = ? AND store_id = ?');
  const number = db.prepare(numberOf);
  const stages = db.prepare(
    `SELECT stage, COUNT(*) AS count FROM book_orders INDEXED BY book_orders_stage
     WHERE store_id = @storeId AND stage IN ('new', 'waiting', 'sent') GROUP BY stage`,
  );
  const untracked = db.prepare('SELECT COUNT(*) FROM book_orders WHERE store_id = @storeId AND untracked = 1').pluck();
  const pullOuts = db.prepare(`SELECT COUNT(DISTINCT product_order_id) ${pulledOut} AND pulled_at IS NULL`).pluck();
  const today = db
    .prepare(
      'SELECT COUNT(*) FROM book_orders WHERE store_id = @storeId AND must_send = 1 AND due_at BETWEEN @now AND @until',
    )
    .pluck();
  const late = db.prepare(
    `SELECT (due_at + ${koreaMs}) / ${dayMs} AS day, COUNT(*) AS count FROM book_orders
     WHERE store_id = @storeId AND must_send = 1 AND due_at < @now GROUP BY day`,
  );
  const withoutNumber = db
    .prepare(
      `SELECT COUNT(*) FROM book_orders WHERE store_id = @storeId AND must_send = 1 AND due_at <= @until
         AND product_order_id NOT IN ${numberedTargets}`,
    )
    .pluck();

  const notRegistered = db
    .prepare(
      `SELECT COUNT(DISTINCT b.product_order_id) FROM ${numberedTargets} t
       CROSS JOIN book_orders b INDEXED BY book_orders_id ON b.store_id = @storeId AND b.product_order_id = t.target
       WHERE b.must_send = 1`,
    )
    .pluck();
  const confirmable = `FROM book_orders b INDEXED BY book_orders_stage
    WHERE b.store_id = @storeId AND b.stage = 'new' AND b.must_send = 1 AND NOT EXISTS (
      SELECT 1 FROM jobs j INDEXED BY jobs_one_live WHERE j.store_id = @storeId AND j.kind = 'confirm'
        AND j.target = b.product_order_id AND ${live})`;
  const toConfirm = db.prepare(`SELECT b.product_order_id ${confirmable} ORDER BY b.due_at, b.n`).pluck();
  const countToConfirm = db.prepare(`SELECT COUNT(*) ${confirmable}`).pluck();
  const next = db.prepare(
    `SELECT due_at AS at, COUNT(*) AS count FROM book_orders INDEXED BY book_orders_due
     WHERE store_id = @storeId AND must_send = 1 AND due_at BETWEEN @now AND @until GROUP BY due_at ORDER BY due_at LIMIT 1`,
  );

  const withNumber = (storeId: StoreId, record: unknown): BookPageRow[] => {
    const order = of.read(record);
    if (order === undefined) return [];
    return [{ ...order, pending: pendingOf(storeId, order.productOrderId) }];
  };
  const pendingOf = (storeId: StoreId, id: string): BookPageRow['pending'] => {
    const found = number.get({ storeId, id });
    return found === undefined ? undefined : pendingSchema.parse(found);
  };

  /** Rows a search means, before tab and filter. */
  const found = (storeId: StoreId, text: string): number[] => {
    const search = readSearch(text);
    if (search.is === 'nothing') return [];
    if (search.is === 'number') {
      return ids.parse(byNumber.all({ storeId, digits: search.digits, end: `${search.digits}:` }));
    }
    const fromFile = wordDigests(personal, storeId, search.word).flatMap((digest) => ids.parse(byWord.all(digest)));
    const rows = fromFile.filter((n) => {
      if (search.isWhole) return true;
      const record = byRow.get(n, storeId);
      const person = record === undefined ? undefined : of.read(record)?.personal;
      return person !== undefined && search.fits(person);
    });
    const unsealed = [...of.inMemory].flatMap(([n, person]) =>
      search.fits(person) && byRow.get(n, storeId) !== undefined ? [n] : [],
    );
    return [...new Set([...rows, ...unsealed])].slice(0, mostFound);
  };

  /** The FROM and WHERE of a list, and what they are given; undefined: nothing can match. */
  const scopeOf = (
    { storeId, tab, filter, search, now, endOfToday }: Omit<BookQuestion, 'offset' | 'limit'>,
    withDays: boolean,
  ): { from: string; where: string; given: Record<string, unknown> } | undefined => {
    const rows = search === undefined ? undefined : found(storeId, search);
    if (rows?.length === 0) return undefined;
    const conditions = [
      ...(tab === undefined ? (rows === undefined ? [openOnly] : []) : [tabConditions[tab]]),
      ...(filter === undefined ? [] : [filterConditions[filter]]),
    ];
    // What a search found is gone through by its rows; the store's other million must not be.
    const from = rows === undefined ? listOf(tab, filter) : foundRows;
    const where = [rows === undefined ? 'b.store_id = @storeId' : '+b.store_id = @storeId', ...conditions].join(
      ' AND ',
    );
    const given = {
      storeId,
      ...(withDays || filter === 'today' ? { endOfToday } : {}),
      ...(withDays || filter === 'today' || filter === 'late' ? { now } : {}),
      ...(rows === undefined ? {} : { rows: JSON.stringify(rows) }),
      ...(isSentPeriod(filter) ? periodOf(filter, endOfToday) : {}),
    };
    return { from, where, given };
  };

  return {
    bookPage({ offset, limit, ...question }) {
      const scope = scopeOf(question, false);
      if (scope === undefined) return { orders: [], total: 0 };
      const { from, where, given } = scope;
      const { storeId, tab, filter } = question;
      const total = count.parse(prepare(`SELECT COUNT(*) FROM ${from} WHERE ${where}`).pluck().get(given));
      const order = isSentPeriod(filter)
        ? `${scanned}, b.sent_at DESC, b.n DESC`
        : tab === 'sent'
          ? 'b.due_at DESC, b.n DESC'
          : 'b.due_at, b.n';
      // Numbers first, rows after: an offset must not read what it passes over.
      const page = prepare(
        `SELECT o.* FROM (SELECT b.n FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset) p
         CROSS JOIN book_orders o ON o.n = p.n`,
      ).all({ ...given, limit, offset });
      return { orders: page.flatMap((record) => withNumber(storeId, record)), total };
    },
    bookDues(question) {
      const scope = scopeOf(question, true);
      if (scope === undefined) return [];
      const { from, where, given } = scope;
      const parts = prepare(
        `SELECT ${duePart} AS part, COUNT(*) AS count, SUM(b.must_send) AS mustSend FROM ${from} WHERE ${where}
         GROUP BY part ORDER BY MIN(b.due_at)`,
      ).all(given);
      return parts.map(partOf);
    },
    sentParts(question) {
      const scope = scopeOf(question, false);
      if (scope === undefined) return { scanned: 0, notScanned: 0 };
      const { from, where, given } = scope;
      return partsSchema.parse(
        prepare(
          `SELECT coalesce(SUM(${scanned}), 0) AS scanned, coalesce(SUM(1 - ${scanned}), 0) AS notScanned
           FROM ${from} WHERE ${where}`,
        ).get(given),
      );
    },
    pendingOf,
    toConfirm: (storeId) => z.array(z.string()).parse(toConfirm.all({ storeId })),
    tabCounts(storeId) {
      const perStage = z.array(z.object({ stage: z.string(), count })).parse(stages.all({ storeId }));
      const inStage = (stage: string): number => perStage.find((each) => each.stage === stage)?.count ?? 0;
      return {
        new: inStage('new'),
        waiting: inStage('waiting'),
        'pull-out': count.parse(pullOuts.get({ storeId })),
        sent: inStage('sent'),
        untracked: count.parse(untracked.get({ storeId })),
      };
    },
    dueCounts: (storeId, now, until) => ({
      today: count.parse(today.get({ storeId, now, until })),
      withoutNumber: count.parse(withoutNumber.get({ storeId, until })),
      notRegistered: count.parse(notRegistered.get({ storeId })),
      toConfirm: count.parse(countToConfirm.get({ storeId })),
      next: nextSchema.optional().parse(next.get({ storeId, now, until })),
      late: z.array(z.object({ day: count, count })).parse(late.all({ storeId, now })),
    }),
  };
}
