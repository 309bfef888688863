import Database from 'better-sqlite3';
import { migrate } from '../../../src-main/database/file/migrate';
import { migrations } from '../../../src-main/database/migrations/index';
import { monday } from '../outbox/test-database';
import { bookRows } from './earlier-book-rows';
import { finding, ids, json, seal } from './earlier-parts';
import type { EarlierRow } from './earlier-parts';

/** The numbers of all schemas there have been, the present one among them. */
export const schemaNumbers = migrations.map(({ number }) => number);

const values: Record<string, string> = {
  dispatch: json({
    kind: 'dispatch',
    dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '680001112223' },
  }),
  confirm: json({ kind: 'confirm', confirm: {} }),
  stock: json({ kind: 'stock', stock: { available: false, reason: 'damaged', memo: '상자가 젖음' } }),
  lookup: json({ kind: 'lookup', lookup: { thenDispatch: { deliveryMethod: 'DIRECT_DELIVERY' } } }),
};

const states = ['queued', 'sending', 'waiting', 'unknown', 'held', 'rejected', 'succeeded', 'cancelled'];

/** Kinds there were in the first schema; later ones came with migration 180. */
export const kindsOfData = ['dispatch', 'confirm', 'stock', 'lookup'] as const;
/** One job of each kind in each state; targets name them. */
export const jobTargets = Object.keys(values).flatMap((kind) => states.map((state) => `${kind}-${state}`));

/** What a version of the app had written by SQL of its own; `since` is the schema that made the table or the column. */
const rows: EarlierRow[] = [
  store({ id: ids.store, label: '하늘상점', account: 'app-1', pause: null }),
  // Looking first was a pause before it stood next to the pauses.
  store({ id: ids.resting, label: '바다상점', account: 'app-2', pause: json({ cause: 'look-first', since: monday }) }),
  store({ id: ids.removed, label: '옛 상점', account: 'app-3', pause: null, removedAt: monday }),
  {
    table: 'imports',
    since: 10,
    row: {
      id: ids.import,
      store_id: ids.store,
      file_name: '아침.xlsx',
      operation: 'dispatch',
      digest: 'digest-1',
      reading: json({
        sheetName: 'Sheet1',
        headerRow: 0,
        columns: { productOrderId: 0, courier: 1 },
        headers: ['상품주문번호', '택배사'],
        skipped: { empty: 0, titles: 1, totals: 0, otherMalls: 2 },
        lineCount: 2,
      }),
      sent: 1,
      created_at: monday,
    },
  },
  {
    table: 'drafts',
    since: 10,
    row: {
      import_id: ids.import,
      row: 2,
      line: json({ row: 2, cells: { productOrderId: '2026030200000001' }, edited: ['productOrderId'], chosen: true }),
      personal: seal(json({ recipient: '김하늘' })),
      job_id: null,
    },
  },
  {
    table: 'batches',
    since: 10,
    row: {
      id: ids.batch,
      store_id: ids.store,
      import_id: ids.import,
      created_at: monday,
      due_at: monday + 5000,
      complete: 1,
    },
  },
  ...Object.keys(values).flatMap((kind) => states.map((state) => job(kind, state))),
  {
    table: 'calls',
    since: 10,
    row: {
      id: 'call-1',
      store_id: ids.store,
      kind: 'dispatch',
      started_at: monday,
      ended_at: monday + 900,
      http_status: 200,
      trace_id: 'trace-1',
      jobs: 1,
      unasked: json(['2026030200000077']),
      body: '{"data":{}}',
      decided: 1,
    },
  },
  {
    table: 'attempts',
    since: 10,
    row: {
      job_seq: seqOf('dispatch-succeeded'),
      call_id: 'call-1',
      purpose: 'send',
      at: monday,
      ended_at: monday + 900,
      values: values['dispatch'] ?? '',
      http_status: 200,
      outcome: 'succeeded',
      trace_id: 'trace-1',
    },
  },
  {
    table: 'decisions',
    since: 10,
    row: {
      job_seq: seqOf('dispatch-succeeded'),
      at: monday,
      cause: 'approved',
      reason: 'cancel-requested',
      finding,
      detail: 'claim-1',
    },
  },
  { table: 'address_flags', since: 10, row: { store_id: ids.store, target: 'dispatch-held', at: monday } },
  { table: 'mappings', since: 10, row: { signature: 'a|b', columns: json({ courier: 1 }), at: monday } },
  { table: 'courier_names', since: 10, row: { spelling: '씨제이', code: 'CJGLS', at: monday } },
  { table: 'settings', since: 10, row: { key: 'settings', value: json({ undoSeconds: 10, keepPersonalDays: 30 }) } },
  {
    table: 'orders',
    since: 20,
    row: {
      store_id: ids.store,
      order_id: '2026030200009999',
      product_orders: json([{ id: '2026030200000001' }, { id: '2026030200000002', finding: JSON.parse(finding) }]),
      found_at: monday,
      read_at: monday,
      watched_since: monday,
      watched_at: monday,
    },
  },
  {
    table: 'order_changes',
    since: 20,
    row: {
      store_id: ids.store,
      order_id: '2026030200009999',
      change: json({ at: monday, what: 'status', productOrderId: '2026030200000001', from: 'PAYED', to: 'CANCELED' }),
    },
  },
  ...['2026030200000001', '2026030200000002'].map((id) => ({
    table: 'product_orders',
    since: 50,
    row: { store_id: ids.store, product_order_id: id, order_id: '2026030200009999' },
  })),
  {
    table: 'product_names',
    since: 100,
    row: { store_id: ids.store, product_order_id: 'dispatch-held', name: seal('유자차 500g'), seen_at: monday },
  },
  ...bookRows,
];

/** The name a column of a table has in the present schema. */
export function nameNow(table: string, column: string): string {
  return rows.find((each) => each.table === table)?.renamed?.[column]?.to ?? column;
}

function store(given: { id: string; label: string; account: string; pause: string | null; removedAt?: number }) {
  return {
    table: 'stores',
    since: 10,
    row: {
      id: given.id,
      market: 'naver',
      label: given.label,
      practice: 0,
      account_id: given.account,
      secret_saved_at: monday,
      confirm_first: 'always',
      pause: given.pause,
      not_confirmed_seen_at: monday,
      done: 3,
      created_at: monday,
      removed_at: given.removedAt ?? null,
    },
    more: [{ since: 70, row: { test_address: given.account === 'app-2' ? 'http://127.0.0.1:1' : null } }],
  };
}

function seqOf(target: string): number {
  return jobTargets.indexOf(target) + 1;
}

function job(kind: string, state: string) {
  const target = `${kind}-${state}`;
  return {
    table: 'jobs',
    since: 10,
    row: {
      seq: seqOf(target),
      id: ids.job(target),
      store_id: ids.store,
      kind,
      target,
      order_id: '2026030200009999',
      values: values[kind] ?? '',
      courier: kind === 'dispatch' ? 'CJGLS' : null,
      tracking: kind === 'dispatch' ? '680001112223' : null,
      target_tail: Array.from(target).toReversed().join(''),
      state,
      code: state === 'rejected' ? '104120' : null,
      message: state === 'rejected' ? '이미 발송된 주문' : null,
      hold_reason: state === 'held' ? 'cancel-requested' : null,
      finding: kind === 'dispatch' ? finding : null,
      read_at: monday,
      priority: 1,
      approved: json(['claim-1']),
      wait: state === 'waiting' ? 'back-off' : null,
      due_at: ['queued', 'waiting', 'unknown'].includes(state) ? monday + 60_000 : null,
      planned_at: monday,
      call_id: state === 'sending' ? 'call-1' : null,
      batch_id: ids.batch,
      import_id: ids.import,
      sheet_row: 2,
      recipient: seal('김하늘'),
      product_name: seal('유자차'),
      created_at: monday,
      changed_at: monday,
    },
  };
}

/** The tables that have rows at a schema, in the order they are filled. */
export function tablesAt(schema: number): string[] {
  return [...new Set(rows.filter(({ since }) => since <= schema).map(({ table }) => table))];
}

/** Makes the file of an app of this schema, by its own migrations, with rows in every table that schema has. */
export function makeEarlierFile(file: string, schema: number): void {
  const db = new Database(file);
  try {
    const outcome = migrate(
      db,
      migrations.filter(({ number }) => number <= schema),
    );
    if (!outcome.ok) throw new Error(outcome.detail);
    for (const { table, since, row, more = [], renamed = {} } of rows) {
      if (since > schema) continue;
      const whole = Object.assign({}, row, ...more.filter((each) => each.since <= schema).map((each) => each.row));
      const names = Object.keys(whole).map((name) => {
        const later = renamed[name];
        return later !== undefined && later.since <= schema ? later.to : name;
      });
      const quoted = names.map((name) => `"${name}"`).join(', ');
      db.prepare(`INSERT INTO ${table} (${quoted}) VALUES (${names.map(() => '?').join(', ')})`).run(
        ...Object.values(whole),
      );
    }
    db.exec(`INSERT INTO counts (store_id, kind, state, n)
      SELECT store_id, kind, state, COUNT(*) FROM jobs GROUP BY store_id, kind, state`);
    // Kept by the app itself since then, next to the counts.
    if (schema >= 140) {
      db.exec(`INSERT INTO file_counts (store_id, day, import_id, kind, state, n, at)
        SELECT store_id, (created_at + 32400000) / 86400000, IFNULL(import_id, ''), kind, state, COUNT(*), MAX(created_at)
        FROM jobs GROUP BY 1, 2, 3, 4, 5`);
    }
  } finally {
    db.close();
  }
}
