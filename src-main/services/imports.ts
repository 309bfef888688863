import { createAssessor } from '../../src-preload/contract/check/assess';
import { isBlankText } from '../../src-preload/contract/clean-text';
import { linesPerChunk } from '../../src-preload/contract/chunks';
import type { Import, SheetReading } from '../../src-preload/contract/import';
import { importIdSchema } from '../../src-preload/contract/ids';
import type { ImportId, StoreId } from '../../src-preload/contract/ids';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { DispatchValues, JobValues } from '../../src-preload/contract/job';
import type { EarlierJob, KnownBefore, Line } from '../../src-preload/contract/line';
import { marketRules } from '../../src-preload/contract/markets/rules';
import { assertNever, failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { ImportRow } from '../database/rows';
import type { AppDatabase, ImportsTable, TargetHistory } from '../database/tables';
import { isSameShipment, isSameWish } from '../outbox/decide/once-per-target';
import { bookLinesOf } from './book/book-lines';
import { findEarlierUses } from './earlier-uses';
import type { NumberedLine } from './earlier-uses';
import { latestJobs } from './latest-jobs';

interface Options {
  database: AppDatabase;
  now(): number;
  newId(): string;
}

interface ImportedFile {
  storeId: StoreId;
  fileName: string;
  operation: JobKind;
  /** Hex SHA-256 of its bytes. */
  digest: string;
}

interface Begun {
  importId: ImportId;
  /** When the same file was here before and lines of it were sent. */
  seenBefore?: { at: number; fileName: string; sent: number };
}

type NotFound<Value> = Promise<Result<Value, 'not-found'>>;

/** Files under review. Their lines live in SQLite from the first chunk on, so that no correction is lost. */
export function createImports({ database, now, newId }: Options) {
  const knownBefore = async (row: ImportRow, lines: readonly Line[]): Promise<KnownBefore> => {
    const store = await database.stores.get(row.storeId);
    if (!store) return { earlierJobs: [], earlierUses: [] };
    const { couriers } = await database.mappings.memory();
    const assess = createAssessor({ rules: marketRules[store.market], operation: row.operation, now: now(), couriers });
    const rowsOf = new Map<string, number[]>();
    const wishes = new Map<number, Wish>();
    const recipients = new Map<number, string | undefined>();
    const numbered: NumberedLine[] = [];
    for (const line of lines) {
      const { target, orderId, courier, trackingNumber, job, complete = job?.kind !== 'dispatch' } = assess(line);
      if (trackingNumber !== undefined) numbered.push({ line, number: trackingNumber, courier, target, orderId });
      if (target === undefined || target === '') continue;
      if (job !== undefined) wishes.set(line.row, { values: job.values, complete });
      if (!isBlankText(line.cells.productOrderId ?? '')) recipients.set(line.row, line.cells.recipient);
      rowsOf.set(target, [...(rowsOf.get(target) ?? []), line.row]);
    }
    const sheet = { storeId: row.storeId, importId: row.id };
    const earlierUses = await findEarlierUses(database, sheet, numbered, now());
    const known = await latestJobs(database, row.storeId, row.operation, [...rowsOf.keys()]);
    const earlierJobs = known.flatMap((past) =>
      (rowsOf.get(past.target) ?? [])
        .map((sheetRow) => ({ sheetRow, wish: asFarAsSaid(wishes.get(sheetRow), past.values) }))
        .filter(({ wish }) => standsInTheWay(past, wish))
        .map(({ sheetRow, wish }) => toHistory(sheetRow, past, wish)),
    );
    if (row.operation !== 'dispatch') return { earlierJobs, earlierUses };
    const isKnown = new Set(earlierJobs.map((one) => one.row));
    const asked = [...rowsOf].flatMap(([target, rows]) =>
      // A line that names its order only is looked up first.
      rows
        .filter((sheetRow) => recipients.has(sheetRow))
        .map((sheetRow) => ({
          row: sheetRow,
          target,
          recipient: recipients.get(sheetRow),
          dispatch: dispatchOf(wishes.get(sheetRow)),
        })),
    );
    const byBook = await bookLinesOf(database, row.storeId, asked, now());
    // What was done here says more than what the market shows.
    const further = byBook.earlierJobs.filter((one) => !isKnown.has(one.row));
    return { earlierJobs: [...earlierJobs, ...further], earlierUses, bookLines: byBook.bookLines };
  };

  return {
    async begin(input: ImportedFile): NotFound<Begun> {
      const importId = importIdSchema.parse(newId());
      return database.transaction((tables) => {
        if (!tables.stores.get(input.storeId)) return failure('not-found');
        return success(addImport(tables.imports, importId, input, now()));
      });
    },

    /** All of a small file in one commit; answers what is known of its lines, too. */
    async keep(
      input: ImportedFile & { importId?: ImportId | undefined; reading: SheetReading; lines: readonly Line[] },
    ): NotFound<Begun & KnownBefore> {
      const { importId: given, reading, lines, ...file } = input;
      const importId = given ?? importIdSchema.parse(newId());
      const kept = await database.transaction(({ stores, imports, drafts }) => {
        if (!stores.get(file.storeId)) return undefined;
        const before = given === undefined ? undefined : imports.get(given);
        if (given !== undefined && (!before || before.dropped)) return undefined;
        const begun = before ? { importId } : addImport(imports, importId, file, now());
        if (before) drafts.clear(importId);
        drafts.put(importId, lines);
        imports.finish(importId, { reading, operation: file.operation, storeId: file.storeId });
        const row = imports.get(importId);
        return row && { begun, row };
      });
      if (!kept) return failure('not-found');
      return success({ ...kept.begun, ...(await knownBefore(kept.row, lines)) });
    },

    async putLines(input: {
      importId: ImportId;
      startOver?: boolean | undefined;
      lines: readonly Line[];
    }): NotFound<KnownBefore> {
      const row = await database.imports.get(input.importId);
      if (!row || row.dropped) return failure('not-found');
      await database.transaction(({ drafts }) => {
        if (input.startOver === true) drafts.clear(input.importId);
        drafts.put(input.importId, input.lines);
      });
      return success(await knownBefore(row, input.lines));
    },

    async finish(input: {
      importId: ImportId;
      reading: SheetReading;
      operation: JobKind;
      storeId: StoreId;
    }): NotFound<Record<string, never>> {
      const row = await database.imports.get(input.importId);
      if (!row || row.dropped || !(await database.stores.get(input.storeId))) return failure('not-found');
      const { reading, operation, storeId } = input;
      await database.imports.finish(input.importId, { reading, operation, storeId });
      return success({});
    },

    /** Files with lines still open, or with jobs under way; those whose reading never ended are not drafts but left-overs of a crash. */
    async list(): Promise<Import[]> {
      const rows = await database.imports.list();
      return rows
        .filter((row) => row.reading !== undefined && (row.open > 0 || row.underWay))
        .map(({ id, storeId, fileName, operation, createdAt, reading, open, sent, underWay }) => ({
          id,
          storeId,
          fileName,
          operation,
          createdAt,
          ...(reading ? { reading } : {}),
          open,
          sent,
          underWay,
        }));
    },

    async lines(input: { importId: ImportId; afterRow: number }): NotFound<{ lines: Line[] } & KnownBefore> {
      const row = await database.imports.get(input.importId);
      if (!row || row.dropped) return failure('not-found');
      const lines = await database.drafts.page(input.importId, input.afterRow, linesPerChunk);
      return success({ lines, ...(await knownBefore(row, lines)) });
    },

    async drop(importId: ImportId): NotFound<Record<string, never>> {
      if (!(await database.imports.get(importId))) return failure('not-found');
      await database.transaction(({ imports, editSteps }) => {
        imports.drop(importId);
        editSteps.clear(importId);
      });
      return success({});
    },
  };
}

/** Makes the draft of a file; its lines follow. */
function addImport(imports: ImportsTable, importId: ImportId, file: ImportedFile, createdAt: number): Begun {
  const before = imports.lastWithDigest(file.digest);
  imports.add({ id: importId, createdAt, ...file });
  return {
    importId,
    ...(before ? { seenBefore: { at: before.createdAt, fileName: before.fileName, sent: before.sent } } : {}),
  };
}

export type ImportsService = ReturnType<typeof createImports>;

/** What a line wants done; not complete where its number or courier is missing or cannot be read. */
interface Wish {
  values: JobValues;
  complete: boolean;
}

/** The shipment a line asks for. */
function dispatchOf(wish: Wish | undefined): DispatchValues | undefined {
  return wish?.values.kind === 'dispatch' ? wish.values.dispatch : undefined;
}

/** A line that leaves something open contradicts nothing by it: what it does not say is as it was done before. */
function asFarAsSaid(wish: Wish | undefined, past: JobValues): JobValues | undefined {
  if (wish === undefined) return undefined;
  const { values, complete } = wish;
  if (complete || values.kind !== 'dispatch' || past.kind !== 'dispatch') return values;
  return { kind: 'dispatch', dispatch: { ...past.dispatch, ...values.dispatch } };
}

/**
 * What was refused stands in no one's way: the sheet that brings it again is mostly the mended one. A stock answer may
 * be repeated and changed: only the very same one needs a look before it goes out again.
 */
function standsInTheWay(past: TargetHistory, wish: JobValues | undefined): boolean {
  // Refused because another shipment is registered: the same line again is refused again.
  if (past.state === 'rejected' && past.code === 'conflict') return isOther(registeredOf(past), wish);
  if (past.state === 'rejected') return false;
  return past.values.kind !== 'stock' || (wish !== undefined && isSameWish(wish, past.values));
}

/** What stands at the market: what it showed last, or else what it was sent. */
function registeredOf({ values, finding, code }: TargetHistory): JobValues {
  // Before the sending it showed nothing yet; only what differs is told from what was sent.
  if (values.kind !== 'dispatch' || finding === undefined || code !== 'conflict') return values;
  const { deliveryCompanyCode, trackingNumber } = finding;
  return {
    kind: 'dispatch',
    dispatch: {
      ...values.dispatch,
      ...(deliveryCompanyCode === undefined ? {} : { deliveryCompanyCode }),
      ...(trackingNumber === undefined ? {} : { trackingNumber }),
    },
  };
}

function isOther(registered: JobValues, wish: JobValues | undefined): boolean {
  if (registered.kind !== 'dispatch' || wish?.kind !== 'dispatch') return false;
  return !isSameShipment(registered.dispatch, wish.dispatch);
}

/** Courier and number, for a line that has others. */
function shownAs(registered: JobValues): { registered?: NonNullable<EarlierJob['registered']> } {
  if (registered.kind !== 'dispatch') return {};
  const { deliveryCompanyCode: courier, trackingNumber: number } = registered.dispatch;
  return { registered: { ...(courier === undefined ? {} : { courier }), ...(number === undefined ? {} : { number }) } };
}

function toHistory(row: number, past: TargetHistory, wish: JobValues | undefined): EarlierJob {
  const what = whatOf(past, wish);
  return {
    row,
    what,
    ...(what === 'sent-other' ? shownAs(registeredOf(past)) : {}),
    at: past.changedAt,
    state: past.state,
    ...(past.code === undefined ? {} : { detail: past.code }),
  };
}

/** Another number for the same product order is not "dealt with already": the seller has to know. */
function whatOf(past: TargetHistory, wish: JobValues | undefined): EarlierJob['what'] {
  const { state, values } = past;
  switch (state) {
    case 'succeeded':
      return isOther(registeredOf(past), wish) ? 'sent-other' : 'sent';
    case 'cancelled':
      return 'excluded';
    case 'queued':
    case 'waiting':
    case 'held':
      return wish !== undefined && !isSameWish(wish, values) ? 'conflict' : 'live';
    // On their way: nothing can replace them before they are settled.
    case 'sending':
    case 'unknown':
      return 'live';
    case 'rejected':
      return 'sent-other';
    default:
      return assertNever(state);
  }
}
