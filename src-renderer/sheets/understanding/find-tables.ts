import type { JobKind } from '../../../src-preload/contract/job-states';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Sheet } from '../reading/workbook';
import { findHeader, hasNumbers, headersOf, knownWords, scoreRow, wordOf } from './find-header';
import { isNeverTaken } from './like-headers';
import { viewOf } from './table-view';

/** Rows looked through for columns that nothing stands in. */
const rowsLookedAt = 60;
/** Rows below a header that are looked at for a number. */
const rowsOfProof = 10;

/** What a table must name, one of each, to hold lines of its own. */
const named: Readonly<Record<JobKind, readonly (readonly LineField[])[]>> = {
  dispatch: [['productOrderId', 'orderId'], ['trackingNumber']],
  confirm: [['productOrderId']],
  lookup: [['orderId']],
  stock: [['itemId']],
  delay: [],
  refund: [],
};

/** Columns of a header row whose word names one of these fields beyond doubt. */
function columnsNamed(headers: readonly string[], fields: readonly LineField[], operation: JobKind): number[] {
  const words = knownWords(operation);
  return headers.flatMap((header, column) => {
    const word = wordOf(header, words);
    return word !== undefined && word.trust > 1 && fields.includes(word.field) && !isNeverTaken(header) ? [column] : [];
  });
}

/** Whether a sheet has a header that names what a table of lines must name. */
export function namesLines(headers: readonly string[], operation: JobKind): boolean {
  return named[operation].every((fields) => columnsNamed(headers, fields, operation).length > 0);
}

/** Runs of columns with nothing but empty columns between them. */
function columnRuns(sheet: Sheet): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const rows = Math.min(sheet.rowCount, rowsLookedAt);
  for (let column = 0; column < sheet.columnCount; column += 1) {
    let isFilled = false;
    for (let row = 0; row < rows && !isFilled; row += 1) isFilled = sheet.text(row, column).trim() !== '';
    if (!isFilled) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.to === column) last.to = column + 1;
    else runs.push({ from: column, to: column + 1 });
  }
  return runs;
}

/** Where the second of two tables that stand side by side begins: behind empty columns, or where the headers begin again. */
export function findBeside(sheet: Sheet, operation: JobKind): number | undefined {
  const tables = columnRuns(sheet).filter(({ from, to }) => {
    const view = viewOf(sheet, { top: 0, left: from, right: to });
    const { row } = findHeader(view, operation);
    return row >= 0 && namesLines(headersOf(view, row), operation);
  });
  return tables[1]?.from ?? headersBeginAgain(sheet, operation);
}

function headersBeginAgain(sheet: Sheet, operation: JobKind): number | undefined {
  const { row } = findHeader(sheet, operation);
  if (row < 0) return undefined;
  const headers = headersOf(sheet, row);
  const columns = named[operation].map((fields) => columnsNamed(headers, fields, operation));
  const firsts = columns.map(([first]) => first ?? Number.POSITIVE_INFINITY);
  const seconds = columns.map(([first, ...rest]) => rest.find((column) => headers[column] === headers[first ?? -1]));
  if (seconds.some((column) => column === undefined)) return undefined;
  const from = Math.max(...firsts) + 1;
  const to = Math.min(...seconds.map((column) => column ?? 0));
  if (from > to) return undefined;
  // The first header that was there before opens the second table.
  for (let column = from; column < to; column += 1) {
    const header = headers[column] ?? '';
    if (header !== '' && headers.indexOf(header) < column) return column;
  }
  return to;
}

/**
 * Whether a row below a header is the header of another table: it names what lines need under other columns than the
 * first one does, and numbers stand below it.
 */
export function isOtherHeader(sheet: Sheet, row: number, headers: readonly string[], operation: JobKind): boolean {
  const here = headersOf(sheet, row);
  if (scoreRow(here, knownWords(operation)) === 0) return false;
  if (here.every((header, column) => header === '' || header === headers[column])) return false;
  const keys = columnsNamed(here, named[operation].flat(), operation);
  return keys.length > 0 && hasNumbers(sheet, row + 1, row + 1 + rowsOfProof, keys);
}
