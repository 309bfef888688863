import type Database from 'better-sqlite3';
import { z } from 'zod';
import { storeIdSchema } from '../../src-preload/contract/ids';
import {
  attemptSchema,
  sellerDecisionSchema,
  findingSchema,
  jobKindSchema,
  jobValuesSchema,
} from '../../src-preload/contract/job';
import type { Attempt, SellerDecision } from '../../src-preload/contract/job';
import type { CallRow } from './rows';
import { shapeSchema, storedShape } from './stored-shape';
import type { AttemptsTable, CallsTable, DecisionsTable } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

const text = z.string().nullable();
const whole = z.int().nullable();

const callSchema = z.object({
  id: z.string(),
  store_id: storeIdSchema,
  kind: z.union([jobKindSchema, z.enum(['read', 'changes', 'today-hour'])]),
  started_at: z.int(),
  ended_at: whole,
  http_status: whole,
  code: text,
  message: text,
  trace_id: text,
  jobs: z.int(),
  unasked: text,
  body: text,
  decided: z.int(),
  shape: shapeSchema,
});

function callColumns(call: CallRow) {
  return {
    id: call.id,
    store_id: call.storeId,
    kind: call.kind,
    started_at: call.startedAt,
    ended_at: call.endedAt ?? null,
    http_status: call.httpStatus ?? null,
    code: call.code ?? null,
    message: call.message ?? null,
    trace_id: call.traceId ?? null,
    jobs: call.jobs,
    unasked: call.unasked === undefined || call.unasked.length === 0 ? null : JSON.stringify(call.unasked),
    body: call.body ?? null,
    decided: call.decided ? 1 : 0,
  };
}

function parseCall(record: unknown): CallRow {
  const row = callSchema.parse(record);
  return {
    id: row.id,
    storeId: row.store_id,
    kind: row.kind,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    httpStatus: row.http_status ?? undefined,
    code: row.code ?? undefined,
    message: row.message ?? undefined,
    traceId: row.trace_id ?? undefined,
    jobs: row.jobs,
    unasked: row.unasked === null ? undefined : z.array(z.string()).parse(JSON.parse(row.unasked)),
    body: row.body ?? undefined,
    decided: row.decided === 1,
  };
}

/** The texts of the queries, so that the test can ask how SQLite answers them. */
export const bodyQueries = {
  bytes: 'SELECT TOTAL(octet_length(body)) FROM calls WHERE body IS NOT NULL',
  oldest: `SELECT id, started_at AS at, octet_length(body) AS bytes FROM calls
    WHERE body IS NOT NULL ORDER BY started_at LIMIT @most`,
} as const;

const oldestSchema = z.array(z.object({ id: z.string(), at: z.int(), bytes: z.int() }));

/** One row per request. A row is written before the request, so that a crash leaves a trace of it. */
export function callsTable(db: Database.Database, unread: UnreadRows): CallsTable {
  const put = db.prepare(
    `INSERT INTO calls (id, store_id, kind, started_at, ended_at, http_status, code, message, trace_id, jobs, unasked,
       body, decided, shape)
     VALUES (@id, @store_id, @kind, @started_at, @ended_at, @http_status, @code, @message, @trace_id, @jobs, @unasked,
       @body, @decided, ${storedShape})
     ON CONFLICT (id) DO UPDATE SET ended_at = @ended_at, http_status = @http_status, code = @code,
       message = @message, trace_id = @trace_id, unasked = @unasked, body = @body, decided = @decided`,
  );
  const get = db.prepare('SELECT * FROM calls WHERE id = ?');
  const bytes = db.prepare(bodyQueries.bytes).pluck();
  const oldest = db.prepare(bodyQueries.oldest);
  const dropBody = db.prepare('UPDATE calls SET body = NULL, body_pruned = 1 WHERE id = ?');
  const prune = db.prepare('DELETE FROM calls WHERE decided = 0 AND started_at < ?');
  return {
    put(call) {
      put.run(callColumns(call));
    },
    get(id) {
      const record = get.get(id);
      return record === undefined ? undefined : unread.row('history', `call ${id}`, record, parseCall);
    },
    prune: (before) => prune.run(before).changes,
    pruneBodies({ before, keepBytes, most }) {
      let excess = z.number().parse(bytes.get()) - keepBytes;
      let pruned = 0;
      for (const call of oldestSchema.parse(oldest.all({ most }))) {
        if (call.at >= before && excess <= 0) break;
        dropBody.run(call.id);
        excess -= call.bytes;
        pruned += 1;
      }
      return pruned;
    },
  };
}

/** A column that is NULL is a key that is absent. */
function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

/** One job's part in the calls that decided it, or may have. */
export function attemptsTable(db: Database.Database, unread: UnreadRows): AttemptsTable {
  const columns = 'job_seq call_id purpose at ended_at values http_status outcome code message trace_id'.split(' ');
  const quoted = columns.map((name) => `"${name}"`).join(', ');
  // One text of JSON for the thirty rows of a call, as in save-all.ts. WHERE true: or ON would be taken for a join's.
  const put = db.prepare(
    `INSERT INTO attempts (${quoted}, shape) SELECT ${columns.map((_, n) => `value->>${n}`).join(', ')}, ${storedShape} FROM json_each(?)
     WHERE true ON CONFLICT (job_seq, at, call_id, purpose) DO UPDATE SET ended_at = excluded.ended_at,
       http_status = excluded.http_status, outcome = excluded.outcome, code = excluded.code,
       message = excluded.message, trace_id = excluded.trace_id`,
  );
  const of = db.prepare(
    `SELECT call_id AS callId, at, ended_at AS endedAt, purpose, "values", http_status AS httpStatus, outcome, code,
       message, trace_id AS traceId, (SELECT body_pruned FROM calls WHERE calls.id = call_id) AS answerPruned, shape
     FROM attempts WHERE job_seq = ? ORDER BY at`,
  );
  const recordSchema = z.object({ values: text, answerPruned: whole, shape: shapeSchema }).loose();
  const parse = (record: unknown): Attempt => {
    const row = recordSchema.parse(record);
    const values = row.values === null ? {} : { values: jobValuesSchema.parse(JSON.parse(row.values)) };
    const { answerPruned, shape: _shape, ...said } = withoutNulls(row);
    return attemptSchema.parse({ ...said, ...values, ...(answerPruned === 1 ? { answerPruned: true } : {}) });
  };
  return {
    put(attempts) {
      const rows = attempts.map(({ jobSeq, attempt }) => [
        jobSeq,
        attempt.callId,
        attempt.purpose,
        attempt.at,
        attempt.endedAt,
        attempt.values === undefined ? null : JSON.stringify(attempt.values),
        attempt.httpStatus,
        attempt.outcome,
        attempt.code,
        attempt.message,
        attempt.traceId,
      ]);
      if (rows.length > 0) put.run(JSON.stringify(rows));
    },
    of: (seq): Attempt[] =>
      of
        .all(seq)
        .flatMap((record) => unread.row('history', `attempt ${seq} ${keyOf(record, 'at')}`, record, parse) ?? []),
  };
}

/** What the seller decided, with what was known then. */
export function decisionsTable(db: Database.Database, unread: UnreadRows): DecisionsTable {
  const insert = db.prepare(
    `INSERT INTO decisions (job_seq, at, cause, reason, finding, detail, shape) VALUES (?, ?, ?, ?, ?, ?, ${storedShape})`,
  );
  const of = db.prepare('SELECT at, cause, reason, finding, shape FROM decisions WHERE job_seq = ? ORDER BY n');
  const recordSchema = z.object({ finding: text, shape: shapeSchema }).loose();
  const parse = (record: unknown): SellerDecision => {
    const row = recordSchema.parse(record);
    const finding = row.finding === null ? {} : { finding: findingSchema.parse(JSON.parse(row.finding)) };
    const { shape: _shape, ...said } = withoutNulls(row);
    return sellerDecisionSchema.parse({ ...said, ...finding });
  };
  return {
    add(seq, decision) {
      const finding = decision.finding === undefined ? null : JSON.stringify(decision.finding);
      insert.run(seq, decision.at, decision.cause, decision.reason ?? null, finding, decision.detail ?? null);
    },
    of: (seq): SellerDecision[] =>
      of
        .all(seq)
        .flatMap((record) => unread.row('history', `decision ${seq} ${keyOf(record, 'at')}`, record, parse) ?? []),
  };
}
