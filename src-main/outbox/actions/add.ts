import type { AddOutcome } from '../../../src-preload/contract/actions';
import { batchIdSchema, jobIdSchema } from '../../../src-preload/contract/ids';
import type { BatchId, ImportId, JobId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { priorities } from '../../database/rows';
import type { JobRow, LineOfBatch } from '../../database/rows';
import { transition, transitionByChoice } from '../write/transition';
import { eraseBatch } from '../write/erase-batch';
import type { JobTransactions, Journal } from '../write/job-transaction';
import { admit } from '../decide/once-per-target';
import { noteDecided } from './take-back';
import type { Moved } from './take-back';
import { linesPerTransaction, whatIsThere } from './what-is-there';
import type { AddRequest, NewJob, UndoOutcome } from '../outbox-port';

/** What adding takes of the undo window, per line: measured at 0.09 ms, so the seller gets the whole window. */
const addingMsPerLine = 0.1;

/** The first of a run meets cold code and a cold file: a line of it takes some four times as long. */
const linesOfFirstTransaction = 25;

type Outcome = AddOutcome['lines'][number];

/**
 * Makes jobs of lines, all of them or none. They become jobs in several short transactions, each complete in itself (draft, jobs and counts together), because
 * one transaction over 10,000 lines would hold the main thread for half a second. Nothing of the batch is sent before
 * all of it is there: the engine is asked to hold the store meanwhile, and what a crash leaves of an incomplete batch
 * is taken back at the next start, so that the import is whole again.
 */
export async function addJobs(
  transactions: JobTransactions,
  request: AddRequest,
  given: AddingWith,
): Promise<AddOutcome> {
  const createdAt = given.now();
  const dueAt = createdAt + request.undoMs + Math.ceil(request.jobs.length * addingMsPerLine);
  const batchId = batchIdSchema.parse(given.newId());
  try {
    return await addBatch(transactions, request, { batchId, createdAt, dueAt }, given);
  } catch (error) {
    // A full disk, mostly. Half a sheet must not go out: it is taken back, if not now then by the next start, and nothing
    // is sent until there is one.
    await Promise.allSettled([eraseBatch(transactions, batchId, given.yieldToEventLoop)]);
    given.fault(error);
    throw error;
  }
}

export interface AddingWith {
  now: () => number;
  newId: () => string;
  yieldToEventLoop: () => Promise<void>;
  fault: (error: unknown) => void;
  /** New values for what waits can be taken back: answers the id to do it by; undefined: nothing was changed. */
  keepDecided: (decided: { moved: readonly Moved[]; linesOf: ImportId | undefined }) => string | undefined;
}

async function addBatch(
  transactions: JobTransactions,
  request: AddRequest,
  { batchId, createdAt, dueAt }: { batchId: BatchId; createdAt: number; dueAt: number },
  given: AddingWith,
): Promise<AddOutcome> {
  const lines: Outcome[] = [];
  let added = 0;
  let replaced = 0;
  let next = 0;
  const moved: Moved[] = [];
  while (next < request.jobs.length) {
    const from = next;
    if (from > 0) await given.yieldToEventLoop();
    next = from + (from === 0 ? linesOfFirstTransaction : linesPerTransaction);
    const chunk = request.jobs.slice(from, next);
    const done = await transactions.run((journal) => {
      if (from === 0) {
        const { storeId, importId } = request;
        journal.tables.batches.add({ id: batchId, storeId, importId, createdAt, dueAt, complete: false });
      }
      const adding = noteDecided(journal, 0, (noting) =>
        addChunk(noting, request, chunk, from, { batchId, createdAt, dueAt }),
      );
      moved.push(...adding.decided.moved);
      return adding.value;
    });
    lines.push(...done.lines);
    added += done.added;
    replaced += done.replaced;
  }
  if (request.jobs.length > 0) await transactions.database.batches.setComplete(batchId, true);
  const lastDueAt = await keepUndoWindow(transactions, batchId, { dueAt, undoMs: request.undoMs }, given);
  const already = lines.filter((line) => line.outcome === 'already').length;
  const undo = request.replace === true ? given.keepDecided({ moved, linesOf: request.importId }) : undefined;
  const outcome = { added: added + replaced, already, lines, ...(undo === undefined ? {} : { undo }) };
  return added > 0 ? { batchId, dueAt: lastDueAt, ...outcome } : outcome;
}

/** Moving the batch may meet the next lock; a machine on which each does is not waited for. */
const mostRounds = 3;
/** What the seller loses of the undo window without noticing. */
const unnoticedMs = 250;

/**
 * Adding may have waited for the database, for as long as another program held it: the window begins when the seller sees
 * that the lines were added. Nothing of them leaves meanwhile (the engine is asked to hold the store).
 * @returns when the batch is due, ms UTC
 */
async function keepUndoWindow(
  transactions: JobTransactions,
  batchId: BatchId,
  planned: { dueAt: number; undoMs: number },
  given: AddingWith,
): Promise<number> {
  const { undoMs } = planned;
  let { dueAt } = planned;
  const isShort = (): boolean => undoMs > 0 && given.now() + undoMs > dueAt + unnoticedMs;
  for (let round = 0; round < mostRounds && isShort(); round += 1) {
    dueAt = given.now() + undoMs;
    for (;;) {
      const moved = await transactions.database.transaction(({ batches }) =>
        batches.postpone(batchId, dueAt, given.now(), linesPerTransaction),
      );
      if (moved < linesPerTransaction) break;
      await given.yieldToEventLoop();
    }
  }
  return dueAt;
}

function addChunk(
  journal: Journal,
  request: AddRequest,
  chunk: readonly NewJob[],
  from: number,
  batch: { batchId: BatchId; createdAt: number; dueAt: number },
): { lines: Outcome[]; added: number; replaced: number } {
  const { drafts, editSteps } = journal.tables;
  const { storeId, importId } = request;
  const lines: Outcome[] = [];
  const sent: { row: number; jobId: JobId }[] = [];
  let added = 0;
  let replaced = 0;
  const plain = plainLines(journal, request, batch);
  const there = whatIsThere(journal, storeId, chunk, plain.write);
  for (const [index, line] of chunk.entries()) {
    const row = line.row ?? from + index + 1;
    const { live, done, unread } = there(line);
    // What cannot be read may be on its way: a second job of the order could send it twice.
    if (unread) {
      lines.push({ row, target: line.target, outcome: 'unread' });
      continue;
    }
    const admission = admit(line.values, live, done, request.replace ?? false);
    if (admission.do === 'refuse') {
      lines.push({ row, target: line.target, outcome: admission.outcome, jobId: admission.job.id });
      continue;
    }
    // New values for what waits is all that was asked for: other lines stay under review.
    if (request.replace === true && admission.do === 'add') continue;
    if (admission.do === 'edit') {
      const edited = replaceValues(journal, admission.job, line, batch.dueAt, request);
      if (edited === undefined) {
        lines.push({ row, target: line.target, outcome: 'in-flight', jobId: admission.job.id });
        continue;
      }
      replaced += 1;
      sent.push({ row, jobId: edited.id });
      continue;
    }
    const id = admission.do === 'add' ? plain.take(line, row) : addBehind(journal, request, line, row, batch);
    added += 1;
    sent.push({ row, jobId: id });
  }
  plain.write();
  if (importId !== undefined && sent.length > 0) {
    drafts.markSent(importId, sent);
    // What was sent is never taken back by an edit.
    editSteps.clear(importId);
  }
  if (added > 0) journal.added(storeId);
  return { lines, added, replaced };
}

/** The lines that simply become jobs, queued or put in a file, gathered so that they are written in one go per kind. */
function plainLines(
  journal: Journal,
  request: AddRequest,
  batch: { batchId: BatchId; createdAt: number; dueAt: number },
) {
  const { storeId, importId } = request;
  const byFile = request.byFile === true;
  const taken = new Map<JobKind, LineOfBatch[]>();
  return {
    take(line: NewJob, row: number): JobId {
      const id = jobIdSchema.parse(journal.newId());
      const { target, orderId, values, recipient, productName } = line;
      const lines = taken.get(values.kind) ?? [];
      taken.set(values.kind, lines);
      lines.push({ id, target, orderId, values, sheetRow: sheetRowOf(request, row), recipient, productName });
      journal.tally(storeId, values.kind, undefined, byFile ? 'held' : 'queued');
      journal.changed({ storeId, id });
      return id;
    },
    write(): void {
      const { batchId, dueAt } = batch;
      const place = byFile
        ? ({ state: 'held', holdReason: 'by-file', code: 'by-file' } as const)
        : ({ state: 'queued', dueAt } as const);
      const same = { storeId, ...place, priority: priorities.ordinary, batchId, importId, createdAt: batch.createdAt };
      for (const [kind, lines] of taken) journal.tables.jobs.addLines({ ...same, kind }, lines);
      taken.clear();
    },
  };
}

function sheetRowOf(request: AddRequest, row: number): number | undefined {
  return request.importId === undefined ? undefined : row;
}

/** A newer answer that waits behind the one in flight. */
function addBehind(
  journal: Journal,
  request: AddRequest,
  line: NewJob,
  row: number,
  { batchId }: { batchId: BatchId },
): JobId {
  const { jobs } = journal.tables;
  const { storeId, importId } = request;
  const { target, orderId, values, recipient, productName } = line;
  const { kind } = values;
  const older = jobs.behind(storeId, kind, target);
  // A third answer takes the place of the second that was still waiting behind the first.
  if (older !== undefined) transition(journal, older, 'excluded', { code: 'replaced' });
  const id = jobIdSchema.parse(journal.newId());
  const place = { state: 'waiting', wait: 'in-flight', priority: priorities.ordinary, batchId, importId } as const;
  const what = { storeId, kind, target, orderId, values, recipient, productName };
  jobs.add({ id, ...place, ...what, sheetRow: sheetRowOf(request, row), createdAt: journal.at });
  journal.tally(storeId, kind, undefined, 'waiting');
  journal.changed({ storeId, id });
  return id;
}

/** The job keeps its place and its history; the undo of the batch does not touch it, taking back this decision does. */
function replaceValues(
  journal: Journal,
  job: JobRow,
  line: NewJob,
  dueAt: number,
  request: AddRequest,
): JobRow | undefined {
  return transitionByChoice(
    journal,
    job,
    'edited',
    {
      values: line.values,
      revision: job.revision + 1,
      failures: 0,
      batchCap: undefined,
      readAt: undefined,
      finding: undefined,
      answerCode: undefined,
      answerMessage: undefined,
      batchId: undefined,
      dueAt,
      ...(request.importId === undefined ? {} : { importId: request.importId, sheetRow: line.row }),
    },
    { reason: 'replaced', detail: JSON.stringify(job.values) },
  );
}

/**
 * Takes a batch back: its jobs vanish as if they had never been added, its lines are open in the draft again.
 * The batch counts as incomplete until all of it is gone, so that a crash cannot leave half of it to be sent.
 */
export async function undoBatch(
  transactions: JobTransactions,
  batchId: BatchId,
  given: Pick<AddingWith, 'now' | 'yieldToEventLoop' | 'fault'>,
): Promise<UndoOutcome> {
  const begun = await transactions.database.transaction(({ batches }) => {
    const batch = batches.get(batchId);
    if (batch === undefined) return 'not-found' as const;
    if (batch.complete && batch.dueAt <= given.now()) return 'too-late' as const;
    batches.setComplete(batchId, false);
    return batch;
  });
  if (begun === 'not-found' || begun === 'too-late') return { ok: false, failure: { code: begun } };
  const takenBack = await eraseBatch(transactions, batchId, given.yieldToEventLoop).catch((error: unknown) => {
    // Half taken back: the other half must not go out.
    given.fault(error);
    throw error;
  });
  const { importId } = begun;
  return { ok: true, value: { takenBack, ...(importId === undefined ? {} : { importId }) } };
}
