import type { JobKind } from '../../../src-preload/contract/job-states';
import { lineFields, type LineField } from '../../../src-preload/contract/line-fields';
import type { Line } from '../../../src-preload/contract/line';
import type { CellKind, Sheet, Workbook } from '../reading/workbook';
import { chooseSheet, isNoticeName } from './choose-sheet';
import { lookAtColumn, samplesOf } from './column-values';
import { withCombined } from './combined-cell';
import { findHeader, headerRowsTried, headersOf, headerTexts } from './find-header';
import { findBeside, isOtherHeader, namesLines } from './find-tables';
import { recogniseLayout, type Layout, type LayoutName } from './layouts';
import { createCells, makeLines } from './make-lines';
import { matchColumns, type Candidate, type Columns, type Question } from './match-columns';
import { courierInTitles } from './named-courier';
import { countPlausible } from './plausible';
import { activeRivals, bestPair, findRivals, rivalQuestions, type Rivals } from './rival-columns';
import { refusalOf, type RefusalCode } from './sheet-refusal';
import { sortRows, type OthersIn, type Skipped } from './sort-rows';
import { viewOf } from './table-view';

/** What the seller chose in place of our guesses; absent means: guess. */
export interface Choices {
  sheet?: string | undefined;
  /** Only what stands from this row and column of the sheet's table on: a table next to or below another. */
  part?: TablePart | undefined;
  /** 0-based row of the sheet's table; -1 for a sheet without a header. */
  headerRow?: number | undefined;
  /** Names all fields once one was chosen. */
  columns?: Columns | undefined;
  /** Fields whose column the seller has named; the others that are unclear stay asked. Without it: all are. */
  answered?: readonly LineField[] | undefined;
  /** A courier's code for lines that name none. */
  wholeCourier?: string | undefined;
  /** true: hidden rows go out like the others. */
  sendHidden?: boolean | undefined;
  /** Rows of other malls that are lines of this store all the same. */
  othersIn?: OthersIn | undefined;
}

/** Rows of other malls as they stand in the sheet. */
export interface OtherRows {
  header: string[];
  /** `row` as Excel numbers it. */
  rows: { row: number; cells: string[] }[];
}

/** Where a table of its own begins within its sheet, 0-based. */
export interface TablePart {
  row: number;
  column: number;
}

/** A table that looks like lines, too, and is not among the lines. */
export interface Unread {
  sheet: string;
  hidden: boolean;
  /** Absent: the sheet's first table. */
  part?: TablePart;
  lines: number;
}

export interface UnderstandContext {
  operation: JobKind;
  /** Earlier choices of columns: header signature -> columns. */
  remembered: Readonly<Record<string, Columns>>;
}

export interface Understanding {
  sheetIndex: number;
  sheetName: string;
  /** What was looked at: the sheet, or a part of it. Rows and columns here are this one's. */
  sheet: Sheet;
  /** 0-based row of the table; -1: none. */
  headerRow: number;
  layout?: LayoutName;
  /** Headers as they are written, one a column. */
  headers: string[];
  columns: Columns;
  questions: Question[];
  /** Product order and order numbers look alike, and nothing says which these are; taken for product orders. */
  idKindUnsure: boolean;
  /** Names this set of headers, to remember a choice of columns by. */
  signature: string;
  /** The choice of columns came from `remembered`. */
  fromMemory: boolean;
  /** Chosen, or implied by a courier's own sheet that has no such column. */
  wholeCourier?: string;
  /** The only courier the file names, in a title; suggested for the whole sheet, never taken. */
  namedCourier?: string;
  skipped: Skipped;
  /** How many of the first lines carry an id, and where one is sent a number, of a plausible form. */
  plausibleLines(): number;
  /** Lines of hidden or filtered rows, or all of a hidden sheet; they stay behind (`chosen: false`) until `sendHidden`. */
  hiddenLines: number;
  lineCount: number;
  refusal?: { code: RefusalCode; detail?: string };
  /** Other tables of the file that look like lines and were not read. */
  unread: Unread[];
  /** The lines in chunks of 1,000; may be run again. */
  lines(): Generator<Line[], void, undefined>;
  /** Lines of other malls that are not in lines(). */
  otherMallRows(): OtherRows;
  /** Lines of other malls that the seller took in, as Excel numbers them. */
  othersIn: number[];
  /** A column as it is offered to the seller. */
  review(column: number): Candidate;
}

const longestSignature = 4000;
/** Beyond so many lines of a plausible form a sheet is one of lines, however many more it has. */
const linesCounted = 2000;

/** A form whose headers are none of our words (수취인명 (30 Byte)) is still recognised, to say what it is. */
function layoutAnywhere(sheet: Sheet): Layout | undefined {
  for (let row = 0; row < Math.min(headerRowsTried, sheet.rowCount); row += 1) {
    const layout = recogniseLayout(headersOf(sheet, row), sheet.name);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** Whether one of the first values of a column is a number of the market's form. */
function holdsMarketIds(sheet: Sheet, headerRow: number, column: number): boolean {
  return column >= 0 && lookAtColumn(sheet, column, headerRow).marketId > 0;
}

/** Whether a cell of this kind has a text; asking for its kind makes none. */
function holdsText(kind: CellKind): boolean {
  return kind !== 'empty' && kind !== 'formula-without-value';
}

/** Columns of a choice that the sheet has. */
function within(columns: Columns, sheet: Sheet): Columns {
  const kept: Columns = {};
  for (const field of lineFields) {
    const column = columns[field];
    if (column !== undefined && column >= 0 && column < sheet.columnCount) kept[field] = column;
  }
  return kept;
}

/**
 * Says what the sheets of a workbook mean for an operation: which sheet, which row is the header, which column is what,
 * which rows are lines, what has to be asked, and which tables were left unread. Pure; reads only the cells it needs.
 */
export function understand(workbook: Workbook, choices: Choices, context: UnderstandContext): Understanding {
  const [first, ...more] = workbook.sheets;
  if (first === undefined) throw new RangeError('a workbook without sheets is refused by reading');
  const named = workbook.sheets.findIndex((sheet) => sheet.name === choices.sheet);
  if (more.length === 0 || choices.part !== undefined) {
    const index = Math.max(0, named);
    return understandSheet(workbook.sheets[index] ?? first, index, choices, context);
  }
  const each = workbook.sheets.map((sheet, index) => understandSheet(sheet, index, {}, context));
  const sheetIndex = named >= 0 ? named : chooseSheet(each, context.operation);
  const asGuessed = isAsGuessed(choices) ? each[sheetIndex] : undefined;
  const understood = asGuessed ?? understandSheet(workbook.sheets[sheetIndex] ?? first, sheetIndex, choices, context);
  const others = each.flatMap((other, index) =>
    index === sheetIndex || other.sheet.rowCount === 0
      ? []
      : [...otherSheet(other, context.operation), ...other.unread],
  );
  return { ...understood, unread: [...understood.unread, ...others] };
}

/** Nothing was chosen but the sheet. */
function isAsGuessed(choices: Choices): boolean {
  return Object.entries(choices).every(
    ([name, choice]) => name === 'sheet' || choice === undefined || choice === false,
  );
}

/** Another sheet, if it names what lines need, and holds some. */
function otherSheet(other: Understanding, operation: JobKind): Unread[] {
  const { sheet, refusal, headerRow } = other;
  // Next to a notice stand rows of codes: only what looks like an order is informed of.
  const lines = isNoticeName(sheet.name) ? other.plausibleLines() : other.lineCount;
  if (lines === 0) return [];
  const holdsLines = refusal === undefined && headerRow >= 0 && namesLines(headersOf(sheet, headerRow), operation);
  return holdsLines ? [{ sheet: sheet.name, hidden: sheet.hidden, lines }] : [];
}

/** Another part of the same sheet. What stands there is no line of the first table, so it is told whatever it is. */
function otherPart({ sheet, lineCount, headerRow }: Understanding, part: TablePart): Unread[] {
  const lines = lineCount > 0 ? lineCount : sheet.rowCount - headerRow - 1;
  return lines > 0 ? [{ sheet: sheet.name, hidden: sheet.hidden, part, lines }] : [];
}

function understandSheet(
  whole: Sheet,
  sheetIndex: number,
  choices: Choices,
  context: UnderstandContext,
): Understanding {
  const { operation } = context;
  const start = choices.part ?? { row: 0, column: 0 };
  const all = viewOf(whole, { top: start.row, left: start.column });
  const crosses = (column: number): boolean => Object.values(choices.columns ?? {}).some((each) => each >= column);
  const found = findBeside(all, operation);
  const beside = found === undefined || crosses(found) ? undefined : found;
  const sheet = beside === undefined ? all : viewOf(whole, { top: start.row, left: start.column, right: beside });

  const chosenRow = choices.headerRow === undefined ? undefined : choices.headerRow - start.row;
  const headerRow =
    chosenRow !== undefined && chosenRow < sheet.rowCount ? Math.max(-1, chosenRow) : findHeader(sheet, operation).row;
  const written = headerRow < 0 ? Array.from({ length: all.columnCount }, () => '') : headerTexts(all, headerRow);
  const headers = headersOf(sheet, headerRow);
  const known = headerRow < 0 ? layoutAnywhere(sheet) : recogniseLayout(headers, sheet.name);
  const isOurs = known?.unlessOwnIds === true && holdsMarketIds(sheet, headerRow, headers.indexOf('상품주문번호'));
  const layout = isOurs ? undefined : known;
  const signature = headers.join('\u001f').slice(0, longestSignature);
  const remembered = Object.hasOwn(context.remembered, signature) ? context.remembered[signature] : undefined;
  const byHand = choices.columns ?? (headerRow < 0 ? undefined : remembered);
  const matched = matchColumns(sheet, headerRow, headers, written, operation, layout);
  const paired = bestPair(sheet, headerRow, matched);
  const guessed = operation === 'dispatch' ? withCombined(sheet, headerRow, paired.columns) : paired.columns;
  const columns = byHand === undefined ? guessed : within(byHand, sheet);
  const combined = columns.courier !== undefined && columns.courier === columns.trackingNumber;

  const cells = createCells(sheet, Object.values(columns));
  const rows = sortRows(
    sheet,
    headerRow,
    headers,
    columns,
    (row, column) => holdsText(sheet.kind(cells.rowOf(row, column), column)),
    (row) => headerRow >= 0 && isOtherHeader(sheet, row, headers, operation),
    choices.othersIn,
  );
  const wholeCourier = choices.wholeCourier ?? (columns.courier === undefined ? layout?.courier : undefined);
  const courierWord = columns.courier === undefined && wholeCourier === undefined ? layout?.courierWord : undefined;
  const review = (column: number): Candidate => ({
    column,
    header: written[column] ?? '',
    samples: samplesOf(all, column, headerRow),
    hidden: all.hiddenColumns.has(column),
  });
  const contest = (of: Columns): Rivals => findRivals(sheet, headerRow, of, paired.named);
  const open = [...matched.questions, ...rivalQuestions(guessed, contest(guessed), matched.questions, review)];
  const asked = byHand === undefined ? open : stillAsked(open, choices);
  const questions = combined ? asked.filter(({ field }) => !combinedFields.includes(field)) : asked;
  const waits = questions.flatMap(({ field, holds }) => (holds === true ? [field] : []));
  const rivals = activeRivals(sheet, contest(columns), questions);
  const hiddenStayBehind = choices.sendHidden !== true;
  const options = { columns, courierWord, waits, rivals, hiddenStayBehind, findsReferences: operation === 'dispatch' };
  const titled =
    operation === 'dispatch' && columns.courier === undefined && wholeCourier === undefined
      ? courierInTitles(sheet, headerRow)
      : undefined;
  const refusal = refusalOf(layout, operation, rows.lines.length);
  const parts: TablePart[] = [
    ...(beside === undefined ? [] : [{ row: start.row, column: beside }]),
    ...(rows.nextTable === undefined ? [] : [{ row: start.row + rows.nextTable, column: start.column }]),
  ];
  const unread = parts.flatMap((part) => {
    const other = understandSheet(whole, sheetIndex, { part }, context);
    return [...otherPart(other, part), ...other.unread];
  });
  return {
    sheetIndex,
    sheetName: sheet.name,
    sheet,
    headerRow,
    ...(layout === undefined ? {} : { layout: layout.name }),
    headers: written,
    columns,
    questions,
    idKindUnsure: matched.idKindUnsure && questions.some(({ field }) => field === 'productOrderId'),
    signature,
    fromMemory: choices.columns === undefined && byHand !== undefined,
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
    ...(titled === undefined ? {} : { namedCourier: titled }),
    skipped: rows.skipped,
    hiddenLines: rows.lines.filter((row) => sheet.hidden || sheet.hiddenRows.has(row)).length,
    plausibleLines: () => countPlausible(sheet, rows.lines.slice(0, linesCounted), columns, operation === 'dispatch'),
    lineCount: rows.lines.length,
    ...(refusal === undefined ? {} : { refusal }),
    unread,
    lines: () => makeLines(sheet, rows.lines, options),
    otherMallRows: () => ({
      header: written,
      rows: rows.otherMalls.map((row) => ({ row: sheet.sheetRow(row), cells: cellsOf(sheet, row) })),
    }),
    othersIn: rows.takenIn.map((row) => sheet.sheetRow(row)),
    review,
  };
}

/** Courier and number in one column are asked for no more. */
const combinedFields: readonly LineField[] = ['courier', 'trackingNumber'];

/** Naming one column answers no question about another. */
function stillAsked(questions: readonly Question[], { columns, answered }: Choices): Question[] {
  if (columns === undefined || answered === undefined) return [];
  return questions.filter(({ field }) => !answered.includes(field));
}

function cellsOf(sheet: Sheet, row: number): string[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => sheet.text(row, column));
}
