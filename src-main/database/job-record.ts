import { bareNumber } from '../../src-preload/contract/bare-number';
import { z } from 'zod';
import { batchIdSchema, importIdSchema, jobIdSchema, storeIdSchema } from '../../src-preload/contract/ids';
import {
  findingSchema,
  holdReasonSchema,
  jobKindSchema,
  jobStateSchema,
  jobValuesSchema,
} from '../../src-preload/contract/job';
import { waits } from '../../src-preload/contract/job-states';
import type { JobValues } from '../../src-preload/contract/job';
import type { JobRow, LineOfBatch, NewJobRow, SameInBatch } from './rows';
import { shapeSchema, storedShape } from './stored-shape';
import type { Personal } from './tables';

const text = z.string().nullable();
const whole = z.int().nullable();
const flag = z.union([z.literal(0), z.literal(1)]);
const sealed = z.instanceof(Uint8Array<ArrayBufferLike>).nullable();

/** A row of `jobs` as SQLite answers it. Parsed like everything that crosses a border. */
const recordSchema = z.object({
  seq: z.int(),
  id: jobIdSchema,
  store_id: storeIdSchema,
  kind: jobKindSchema,
  target: z.string(),
  order_id: text,
  values: z.string(),
  state: jobStateSchema,
  code: text,
  message: text,
  hold_reason: holdReasonSchema.nullable(),
  finding: text,
  read_at: whole,
  reread: flag,
  revision: z.int(),
  failures: z.int(),
  attempts: z.int(),
  batch_cap: whole,
  priority: z.int(),
  approved: z.string(),
  wait: z.enum(waits).nullable(),
  due_at: whole,
  planned_at: whole,
  after_job: jobIdSchema.nullable(),
  call_id: text,
  answer_code: text,
  answer_message: text,
  in_circuit: flag,
  batch_id: batchIdSchema.nullable(),
  import_id: importIdSchema.nullable(),
  sheet_row: whole,
  recipient: sealed,
  product_name: sealed,
  created_at: z.int(),
  changed_at: z.int(),
  shape: shapeSchema,
});

const approvedSchema = z.array(z.string());

/** The columns of `recordSchema`, for a SELECT. */
export const jobColumns = Object.keys(recordSchema.shape)
  .map((name) => `j."${name}"`)
  .join(', ');

const given = <Value>(value: Value | null): Value | undefined => value ?? undefined;

/** @throws ZodError when the file holds what no version of the app wrote. */
export function parseJob(record: unknown): JobRow {
  const row = recordSchema.parse(record);
  return {
    seq: row.seq,
    id: row.id,
    storeId: row.store_id,
    kind: row.kind,
    target: row.target,
    orderId: given(row.order_id),
    values: jobValuesSchema.parse(JSON.parse(row.values)),
    state: row.state,
    code: given(row.code),
    message: given(row.message),
    holdReason: given(row.hold_reason),
    finding: row.finding === null ? undefined : findingSchema.parse(JSON.parse(row.finding)),
    readAt: given(row.read_at),
    reread: row.reread === 1,
    revision: row.revision,
    failures: row.failures,
    attempts: row.attempts,
    batchCap: given(row.batch_cap),
    priority: row.priority,
    approved: approvedSchema.parse(JSON.parse(row.approved)),
    wait: given(row.wait),
    dueAt: given(row.due_at),
    plannedAt: given(row.planned_at),
    afterJob: given(row.after_job),
    callId: given(row.call_id),
    answerCode: given(row.answer_code),
    answerMessage: given(row.answer_message),
    inCircuit: row.in_circuit === 1,
    batchId: given(row.batch_id),
    importId: given(row.import_id),
    sheetRow: given(row.sheet_row),
    recipient: given(row.recipient),
    productName: given(row.product_name),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** Reversed, so that "ends with 5064" is a range of an index. */
export function tailOf(number: string): string {
  let tail = '';
  for (let at = number.length - 1; at >= 0; at -= 1) tail += number.charAt(at);
  return tail;
}

/** The columns derived from the values and the target: parcel and search. */
export function derivedColumns(job: { target: string; orderId?: string | undefined; values: JobValues }) {
  const shipment = job.values.kind === 'dispatch' ? job.values.dispatch : undefined;
  const tracking = shipment?.trackingNumber === undefined ? null : bareNumber(shipment.trackingNumber);
  return {
    values: JSON.stringify(job.values),
    order_id: job.orderId ?? null,
    courier: shipment?.deliveryCompanyCode ?? null,
    tracking,
    target_tail: tailOf(job.target),
    order_tail: job.orderId === undefined ? null : tailOf(job.orderId),
    tracking_tail: tracking === null ? null : tailOf(tracking),
  };
}

/** The columns of a new row. */
export function newColumns(job: NewJobRow, personal: Personal) {
  return { ...lineColumns(job, personal), ...batchColumns(job) };
}

/** What differs from line to line of a batch. */
export function lineColumns(job: LineOfBatch, personal: Personal) {
  return {
    id: job.id,
    target: job.target,
    ...derivedColumns(job),
    sheet_row: job.sheetRow ?? null,
    recipient: job.sealed?.recipient ?? (job.recipient ? personal.seal(job.recipient) : null),
    product_name: job.sealed?.productName ?? (job.productName ? personal.seal(job.productName) : null),
  };
}

/** What all lines of a batch have in common. */
export function batchColumns(job: SameInBatch) {
  return {
    store_id: job.storeId,
    kind: job.kind,
    state: job.state,
    code: job.code ?? null,
    hold_reason: job.holdReason ?? null,
    priority: job.priority,
    wait: job.wait ?? null,
    due_at: job.dueAt ?? null,
    planned_at: job.dueAt === undefined ? null : job.createdAt,
    after_job: job.afterJob ?? null,
    batch_id: job.batchId ?? null,
    import_id: job.importId ?? null,
    created_at: job.createdAt,
    changed_at: job.createdAt,
    shape: storedShape,
  };
}

/** The columns `save` writes: all that may change without the values changing. */
export const stateNames = [
  'state',
  'code',
  'message',
  'hold_reason',
  'finding',
  'read_at',
  'reread',
  'revision',
  'failures',
  'attempts',
  'batch_cap',
  'priority',
  'approved',
  'wait',
  'due_at',
  'planned_at',
  'after_job',
  'call_id',
  'answer_code',
  'answer_message',
  'in_circuit',
  'changed_at',
] as const;

/** A job in those columns. */
export function stateColumns(job: JobRow): Record<(typeof stateNames)[number], string | number | null> {
  return {
    state: job.state,
    code: job.code ?? null,
    message: job.message ?? null,
    hold_reason: job.holdReason ?? null,
    finding: job.finding === undefined ? null : JSON.stringify(job.finding),
    read_at: job.readAt ?? null,
    reread: job.reread ? 1 : 0,
    revision: job.revision,
    failures: job.failures,
    attempts: job.attempts,
    batch_cap: job.batchCap ?? null,
    priority: job.priority,
    approved: JSON.stringify(job.approved),
    wait: job.wait ?? null,
    due_at: job.dueAt ?? null,
    planned_at: job.plannedAt ?? null,
    after_job: job.afterJob ?? null,
    call_id: job.callId ?? null,
    answer_code: job.answerCode ?? null,
    answer_message: job.answerMessage ?? null,
    in_circuit: job.inCircuit ? 1 : 0,
    changed_at: job.changedAt,
  };
}
