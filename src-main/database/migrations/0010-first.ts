import type { Migration } from '../file/migrate';

/**
 * The first schema. What keeps a million settled jobs from slowing the engine is that everything it asks goes through
 * partial indexes over unsettled states; what the log asks goes through (store, kind, state) and (store), both in
 * order of seq, because an index ends with the rowid and seq is the rowid.
 *
 * A job that waits behind one in flight (stock only) has an index of its own: it is live, and yet the second of its
 * target.
 */
export const first: Migration = {
  number: 10,
  name: 'first',
  up: (db) => db.exec(schema),
};

/** Reversed numbers fall anywhere in their index: a page each. Ten thousand new lines must not pay that at once. */
const settled = `state IN ('succeeded', 'rejected', 'cancelled')`;

const live = `state IN ('queued', 'sending', 'waiting', 'unknown', 'held')`;

const schema = `
CREATE TABLE stores (
  id TEXT NOT NULL PRIMARY KEY,
  market TEXT NOT NULL,
  label TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  account_id TEXT NOT NULL,
  secret_saved_at INTEGER,
  confirm_first TEXT NOT NULL CHECK (confirm_first IN ('ask', 'always', 'never')),
  pause TEXT,
  not_confirmed_seen_at INTEGER,
  done INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX stores_account ON stores (market, account_id) WHERE removed_at IS NULL;

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES stores (id),
  file_name TEXT NOT NULL,
  operation TEXT NOT NULL,
  digest TEXT NOT NULL,
  reading TEXT,
  sent INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1))
) STRICT;
CREATE INDEX imports_open ON imports (created_at) WHERE dropped = 0;
CREATE INDEX imports_digest ON imports (digest, created_at);

CREATE TABLE drafts (
  import_id TEXT NOT NULL REFERENCES imports (id),
  row INTEGER NOT NULL,
  line TEXT NOT NULL,
  personal BLOB,
  job_id TEXT,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_open ON drafts (import_id, row) WHERE job_id IS NULL;
CREATE INDEX drafts_job ON drafts (job_id) WHERE job_id IS NOT NULL;

CREATE TABLE batches (
  id TEXT NOT NULL PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES stores (id),
  import_id TEXT REFERENCES imports (id),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;
CREATE INDEX batches_due ON batches (store_id, due_at);
CREATE INDEX batches_incomplete ON batches (id) WHERE complete = 0;

CREATE TABLE jobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  store_id TEXT NOT NULL REFERENCES stores (id),
  kind TEXT NOT NULL CHECK (kind IN ('dispatch', 'confirm', 'stock', 'lookup')),
  target TEXT NOT NULL,
  order_id TEXT,
  "values" TEXT NOT NULL,
  courier TEXT,
  tracking TEXT,
  target_tail TEXT NOT NULL,
  order_tail TEXT,
  tracking_tail TEXT,
  state TEXT NOT NULL CHECK (${live} OR ${settled}),
  code TEXT,
  message TEXT,
  hold_reason TEXT,
  finding TEXT,
  read_at INTEGER,
  reread INTEGER NOT NULL DEFAULT 0 CHECK (reread IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  batch_cap INTEGER,
  priority INTEGER NOT NULL,
  approved TEXT NOT NULL DEFAULT '[]',
  wait TEXT,
  due_at INTEGER,
  planned_at INTEGER,
  after_job TEXT,
  call_id TEXT,
  answer_code TEXT,
  answer_message TEXT,
  in_circuit INTEGER NOT NULL DEFAULT 0 CHECK (in_circuit IN (0, 1)),
  batch_id TEXT REFERENCES batches (id),
  import_id TEXT REFERENCES imports (id),
  sheet_row INTEGER,
  recipient BLOB,
  product_name BLOB,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK (state <> 'sending' OR call_id IS NOT NULL),
  CHECK (state <> 'held' OR hold_reason IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX jobs_one_live ON jobs (store_id, kind, target) WHERE ${live} AND wait IS NOT 'in-flight';
CREATE UNIQUE INDEX jobs_one_behind ON jobs (store_id, kind, target) WHERE state = 'waiting' AND wait = 'in-flight';
CREATE INDEX jobs_queue ON jobs (store_id, kind, priority, seq, due_at, batch_cap, read_at) WHERE state = 'queued';
CREATE INDEX jobs_queued_due ON jobs (store_id, due_at) WHERE state = 'queued';
CREATE INDEX jobs_queued_batch ON jobs (batch_id) WHERE state = 'queued';
CREATE INDEX jobs_waiting_due ON jobs (store_id, due_at) WHERE state = 'waiting';
CREATE INDEX jobs_waiting_on ON jobs (store_id, wait) WHERE state = 'waiting';
CREATE INDEX jobs_unknown_due ON jobs (store_id, due_at) WHERE state = 'unknown';
CREATE INDEX jobs_sending ON jobs (call_id) WHERE state = 'sending';
CREATE INDEX jobs_reread ON jobs (store_id) WHERE reread = 1;
CREATE INDEX jobs_after ON jobs (after_job) WHERE after_job IS NOT NULL;
CREATE INDEX jobs_target ON jobs (store_id, target, kind);
CREATE INDEX jobs_order ON jobs (store_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX jobs_tracking ON jobs (store_id, tracking, courier) WHERE tracking IS NOT NULL;
CREATE INDEX jobs_target_tail ON jobs (target_tail) WHERE ${settled};
CREATE INDEX jobs_order_tail ON jobs (order_tail) WHERE ${settled} AND order_tail IS NOT NULL;
CREATE INDEX jobs_tracking_tail ON jobs (tracking_tail) WHERE ${settled} AND tracking_tail IS NOT NULL;
CREATE INDEX jobs_store ON jobs (store_id);
CREATE INDEX jobs_states ON jobs (store_id, kind, state);
CREATE INDEX jobs_personal ON jobs (created_at) WHERE recipient IS NOT NULL OR product_name IS NOT NULL;

CREATE TABLE counts (
  store_id TEXT NOT NULL REFERENCES stores (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (store_id, kind, state)
) STRICT, WITHOUT ROWID;

CREATE TABLE calls (
  id TEXT NOT NULL PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES stores (id),
  kind TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  http_status INTEGER,
  code TEXT,
  message TEXT,
  trace_id TEXT,
  jobs INTEGER NOT NULL,
  unasked TEXT,
  body TEXT,
  decided INTEGER NOT NULL CHECK (decided IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX calls_idle ON calls (started_at) WHERE decided = 0;

CREATE TABLE attempts (
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  call_id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('send', 'read')),
  at INTEGER NOT NULL,
  ended_at INTEGER,
  "values" TEXT,
  http_status INTEGER,
  outcome TEXT,
  code TEXT,
  message TEXT,
  trace_id TEXT,
  PRIMARY KEY (job_seq, at, call_id, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  n INTEGER PRIMARY KEY,
  job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  cause TEXT NOT NULL,
  reason TEXT,
  finding TEXT,
  detail TEXT
) STRICT;
CREATE INDEX decisions_job ON decisions (job_seq);

CREATE TABLE address_flags (
  store_id TEXT NOT NULL REFERENCES stores (id),
  target TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (store_id, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE mappings (
  signature TEXT NOT NULL PRIMARY KEY,
  columns TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE courier_names (
  spelling TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
