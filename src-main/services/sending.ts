import { setImmediate as nextTurn } from 'node:timers/promises';
import { decisionUndoMs } from '../../src-preload/contract/actions';
import type { AddOutcome } from '../../src-preload/contract/actions';
import { checkValues } from '../../src-preload/contract/check/check-values';
import { staysBecause } from '../../src-preload/contract/check/goes-out';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { marketRules } from '../../src-preload/contract/markets/rules';
import { openReview } from '../../src-preload/contract/check/review';
import type { ImportId, StoreId } from '../../src-preload/contract/ids';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { DispatchValues, JobValues } from '../../src-preload/contract/job';
import type { CheckContext } from '../../src-preload/contract/check/assessment';
import type { CheckedLine, Line } from '../../src-preload/contract/line';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';
import { isSameWish } from '../outbox/decide/once-per-target';
import type { NewJob, Outbox } from '../outbox/outbox-port';
import { stayByBook } from './book/book-lines';
import { targetsToLeaveFirst } from './book/leave-first';
import { delaysRefusedByBook } from './book/refused-delays';
import { findEarlierUses } from './earlier-uses';
import type { NumberedLine } from './earlier-uses';
import { latestJobs } from './latest-jobs';
import type { SettingsService } from './settings';

interface Options {
  database: AppDatabase;
  outbox: Outbox;
  settings: SettingsService;
  now(): number;
}

/** An import whose lines are to become jobs of a store. */
interface ImportWish {
  importId: ImportId;
  storeId: StoreId;
  byFile?: boolean | undefined;
}

/** Lines read, checked or looked through in one turn of the event loop: a whole sheet in one go would hold the window up. */
const linesAtOnce = 500;

/** From lines under review, or from pasted numbers, to jobs. Lines are checked again here, whatever the window showed. */
export function createSending({ database, outbox, settings, now }: Options) {
  const draft = async (importId: ImportId): Promise<Line[]> => {
    const lines: Line[] = [];
    for (;;) {
      const page = await database.drafts.page(importId, lines.at(-1)?.row ?? 0, linesAtOnce);
      lines.push(...page);
      if (page.length < linesAtOnce) return lines;
    }
  };

  /**
   * Targets the window shows unselected, and whose doubles the outbox would not refuse by itself: what the seller took
   * out, and what was confirmed or answered already. Such a line goes out only when it was ticked by hand.
   */
  const dealtWithBefore = async (storeId: StoreId, checked: readonly CheckedLine[]): Promise<Set<string>> => {
    // A sheet of product orders may have lines that only name an order: those are looked up.
    const byKind = new Map<JobKind, Map<string, JobValues>>();
    await inTurns(checked, ({ job }) => {
      if (job === undefined) return;
      const wishes = byKind.get(job.kind) ?? new Map<string, JobValues>();
      byKind.set(job.kind, wishes.set(job.target, job.values));
    });
    const dealtWith = new Set<string>();
    for (const [kind, wishes] of byKind) {
      for (const target of await dealtWithOfKind(storeId, kind, wishes)) dealtWith.add(target);
    }
    return dealtWith;
  };

  const dealtWithOfKind = async (
    storeId: StoreId,
    kind: JobKind,
    wishes: ReadonlyMap<string, JobValues>,
  ): Promise<string[]> => {
    const past = await latestJobs(database, storeId, kind, [...wishes.keys()]);
    const isWanted = ({ target, values }: (typeof past)[number]): boolean => {
      // Another stock answer than the one that was taken out is a new wish.
      const wish = wishes.get(target);
      return kind === 'stock' && wish !== undefined && !isSameWish(wish, values);
    };
    const isAlreadyHandled = ({ state }: (typeof past)[number]): boolean =>
      state === 'cancelled' || (state === 'succeeded' && kind !== 'dispatch');
    return past.filter((one) => isAlreadyHandled(one) && !isWanted(one)).map(({ target }) => target);
  };

  /** Rows whose number another parcel has: the window may have shown them before that parcel went. */
  const usedByOthers = async (
    sheet: { storeId: StoreId; importId: ImportId },
    checked: readonly CheckedLine[],
  ): Promise<Set<number>> => {
    const going = checked.filter((one) => one.line.chosen !== true && staysBecause(one) === undefined);
    const numbered: NumberedLine[] = [];
    await inTurns(going, ({ line, job }) => {
      const shipment = shipmentOf(job?.values);
      if (shipment?.trackingNumber === undefined) return;
      const { trackingNumber: number, deliveryCompanyCode: courier } = shipment;
      const orderId = job?.kind === 'lookup' ? job.target : job?.orderId;
      numbered.push({ line, number, courier, target: job?.target, orderId });
    });
    const uses = await findEarlierUses(database, sheet, numbered, now());
    return new Set(uses.map(({ row }) => row));
  };

  /** The lines of an import that become jobs, and why others stay; checked again, whatever the window showed. */
  const gather = async (
    input: ImportWish,
  ): Promise<Result<{ jobs: NewJob[]; kept: AddOutcome['lines'] }, 'not-found' | 'nothing-to-send'>> => {
    const [row, store] = await Promise.all([database.imports.get(input.importId), database.stores.get(input.storeId)]);
    if (!row || row.dropped || !store) return failure('not-found');
    const lines = await draft(input.importId);
    if (lines.length === 0) return failure('nothing-to-send');
    const memory = await database.mappings.memory();
    const rules = marketRules[store.market];
    const checked = await checkInTurns(lines, {
      rules,
      operation: row.operation,
      couriers: memory.couriers,
      wholeCourier: row.reading?.wholeCourier,
      now: now(),
    });
    const dealtWith = await dealtWithBefore(input.storeId, checked);
    const usedBefore = await usedByOthers(input, checked);
    const byBook = await stayByBook(database, input.storeId, checked, now());
    const kept: AddOutcome['lines'] = [];
    const jobs: NewJob[] = [];
    await inTurns(checked, (one) => {
      const why =
        staysBecause(one) ?? byBook.get(one.line.row) ?? (usedBefore.has(one.line.row) ? 'needs-tick' : undefined);
      const isAsked = one.line.chosen === true || !dealtWith.has(one.job?.target ?? '');
      if (one.job !== undefined && why === undefined && isAsked) {
        if (input.byFile !== true || isForFile(one.job, rules)) jobs.push(toJob(one.line, one.job));
        else kept.push({ row: one.line.row, target: one.job.target, outcome: 'not-by-file' });
      } else if (why === 'error' || why === 'needs-tick') {
        kept.push({ row: one.line.row, target: one.job?.target ?? '', outcome: why });
      }
    });
    // What has to leave today leaves first; the rest in the order of the sheet.
    const today = await targetsToLeaveFirst(database, input.storeId, jobs, now());
    const first = jobs.filter(({ target }) => today.has(target));
    return success({
      jobs: first.length === 0 ? jobs : [...first, ...jobs.filter((job) => !today.has(job.target))],
      kept,
    });
  };

  return {
    /** How many jobs `addImport` would add now; nothing is changed. */
    async countImport(input: ImportWish): Promise<Result<{ jobs: number }, 'not-found'>> {
      const gathered = await gather(input);
      if (gathered.ok) return success({ jobs: await outbox.countNew(input.storeId, gathered.value.jobs) });
      return gathered.failure.code === 'not-found' ? failure('not-found') : success({ jobs: 0 });
    },

    async addImport(
      input: ImportWish & { replace?: boolean | undefined },
    ): Promise<Result<AddOutcome, 'not-found' | 'nothing-to-send'>> {
      const gathered = await gather(input);
      if (!gathered.ok) return gathered;
      const { jobs, kept } = gathered.value;
      const { undoSeconds } = await settings.get();
      const outcome = await outbox.add({
        storeId: input.storeId,
        importId: input.importId,
        replace: input.replace ?? false,
        byFile: input.byFile ?? false,
        // A file has no moment of leaving, and new values are a decision: the time to think is that of every decision.
        undoMs: input.byFile === true || input.replace === true ? decisionUndoMs : undoSeconds * 1000,
        jobs,
      });
      return success({ ...outcome, lines: [...outcome.lines, ...kept] });
    },

    /** Confirms these product orders. */
    confirmAll(storeId: StoreId, targets: readonly string[]): Promise<Result<AddOutcome, 'not-found'>> {
      const values = { kind: 'confirm' as const, confirm: {} };
      return this.addTargets({ storeId, jobs: targets.map((target) => ({ target, values, chosen: true })) });
    },

    /** Targets added by hand pass the check of a sheet's row: what it refuses is answered, and not added. */
    async addTargets(input: {
      storeId: StoreId;
      jobs: readonly { target: string; values: JobValues; chosen?: boolean | undefined }[];
    }): Promise<Result<AddOutcome, 'not-found'>> {
      const store = await database.stores.get(input.storeId);
      if (!store) return failure('not-found');
      const rules = marketRules[store.market];
      const jobs: NewJob[] = [];
      /** Of each job its place among those that were asked for: lines are named by it. */
      const rows: number[] = [];
      const kept: AddOutcome['lines'] = [];
      const against = await delaysRefusedByBook(database, input.storeId, input.jobs);
      await inTurns([...input.jobs.entries()], ([index, { target, values, chosen }]) => {
        const code = against.get(target);
        if (code !== undefined && values.kind === 'delay') {
          kept.push({ row: index + 1, target, outcome: 'refused', code });
          return;
        }
        const { staysBecause: why, wish } = checkValues(rules, { target, values }, { now: now(), chosen });
        if (wish === undefined) kept.push({ row: index + 1, target, outcome: why ?? 'error' });
        else {
          jobs.push({ target: wish.target, values: wish.values });
          rows.push(index + 1);
        }
      });
      const { undoSeconds } = await settings.get();
      const named = await withNames(database, input.storeId, jobs);
      const outcome = await outbox.add({
        storeId: input.storeId,
        // A lookup only reads: there is nothing to take back.
        undoMs: input.jobs.every(({ values }) => values.kind === 'lookup') ? 0 : undoSeconds * 1000,
        jobs: named,
      });
      const added = outcome.lines.map((line) => ({ ...line, row: rows[line.row - 1] ?? line.row }));
      return success({ ...outcome, lines: [...added, ...kept] });
    },
  };
}

export type SendingService = ReturnType<typeof createSending>;

/** Whose each product order is and of what, as far as the order book knows: for the eye alone. */
async function withNames(database: AppDatabase, storeId: StoreId, jobs: readonly NewJob[]): Promise<NewJob[]> {
  const named: NewJob[] = [];
  for (let first = 0; first < jobs.length; first += linesAtOnce) {
    const some = jobs.slice(first, first + linesAtOnce);
    const more = await database.transaction(({ book }) =>
      some.map((job) => {
        const { orderId, personal: { recipient, product, option } = {} } = book.get(storeId, job.target) ?? {};
        const productName = [product, option].filter(Boolean).join(' ');
        return {
          ...(orderId === undefined ? {} : { orderId }),
          ...(recipient === undefined ? {} : { recipient }),
          ...(productName === '' ? {} : { productName }),
          ...job,
        };
      }),
    );
    named.push(...more);
  }
  return named;
}

/** Every line by itself and among the others, with turns for everything else between. */
async function checkInTurns(lines: readonly Line[], context: CheckContext): Promise<CheckedLine[]> {
  const opening = openReview(lines, context, linesAtOnce);
  let step = opening.next();
  while (step.done !== true) {
    await nextTurn();
    step = opening.next();
  }
  const review = step.value;
  const checked: CheckedLine[] = [];
  await inTurns(lines, ({ row }) => {
    const line = review.line(row);
    if (line !== undefined) checked.push(line);
  });
  return checked;
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    work(item);
    if (index % linesAtOnce === linesAtOnce - 1) await nextTurn();
  }
}

function shipmentOf(values: JobValues | undefined): DispatchValues | undefined {
  if (values?.kind === 'dispatch') return values.dispatch;
  return values?.kind === 'lookup' ? values.lookup.thenDispatch : undefined;
}

/** Whether the market's 일괄발송 file can say it. */
function isForFile({ target, values }: NonNullable<CheckedLine['job']>, { bulkFile }: MarketRules): boolean {
  return values.kind === 'dispatch' && bulkFile?.row(target, values.dispatch) !== undefined;
}

function toJob(line: Line, job: NonNullable<CheckedLine['job']>): NewJob {
  const { recipient, productName } = line.cells;
  return {
    row: line.row,
    target: job.target,
    values: job.values,
    ...(job.orderId === undefined ? {} : { orderId: job.orderId }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(productName === undefined ? {} : { productName }),
  };
}
