import { lineFields, type LineField } from '../line-fields';
import type { BookLine, CheckedLine, EarlierUse, Level, Line, Remark } from '../line';
import { isBlankText } from '../clean-text';
import { koreanDay } from '../korean-time';
import { createAssessor } from './assess';
import { namesOrderOnly } from './assess-dispatch';
import type { Assessment, CheckContext } from './assessment';
import { makeRemark } from './remark-codes';
import type { RemarkCode } from './remark-codes';
import { withSide } from './line-patch';
import type { LineSide } from './line-patch';
import { targetFieldOf } from './lost-columns';
import { SheetFacts } from './sheet-facts';

/** What can be changed of a line under review. */
export interface LineChange {
  cells?: Partial<Record<LineField, string>>;
  /** The seller's tick: true also keeps a number of odd length, false takes the line out, null follows the rule again. */
  chosen?: boolean | null;
}

/** A sheet under review: the one place where its remarks are made. Rows are the sheet's own, 1-based. */
export interface Review {
  /** All lines, or those from one place in their order up to another. */
  lines(from?: number, to?: number): CheckedLine[];
  line(row: number): CheckedLine | undefined;
  /** Remarks about the whole file. */
  file(): Remark[];
  /** Changes one field as the seller typed it; answers the lines whose remarks changed, the edited one always. */
  edit(row: number, field: LineField, value: string): CheckedLine[];
  change(row: number, change: LineChange): CheckedLine[];
  changeAll(changes: readonly { row: number; change: LineChange }[]): CheckedLine[];
  /** Puts lines back to what one side of an edit says of them. */
  putBack(sides: readonly { row: number; side: LineSide }[]): CheckedLine[];
  /** What the log knows of the numbers of lines: kept until a line's number is changed. Of `rows` nothing else is known. */
  learnUses(uses: readonly EarlierUse[], rows?: readonly number[]): void;
  /** What was learnt and still holds. */
  earlierUses(): EarlierUse[];
  /** What the order book knows of lines: kept until the line is about another order. Of `rows` nothing else is known. */
  learnBook(lines: readonly BookLine[], rows?: readonly number[]): void;
  bookLines(): BookLine[];
  bookLine(row: number): BookLine | undefined;
  /**
   * Marks the cells of columns that seem to be cut, so that their lines stay held when corrections, or lines that have
   * gone out, leave too few to tell. What the seller typed is not marked.
   */
  markLost(): void;
}

/** Whether the sheet names orders only, so that product orders have to be looked up. */
function isByOrder(lines: readonly Line[]): boolean {
  const has = (field: LineField): boolean => lines.some((line) => !isBlankText(line.cells[field] ?? ''));
  return !has('productOrderId') && has('orderId');
}

function settle(context: CheckContext, lines: readonly Line[]): CheckContext {
  return context.byOrder === undefined ? { ...context, byOrder: isByOrder(lines) } : context;
}

/** As people name an order to each other: by its last digits. */
const tailDigits = 4;

function levelOf(remarks: readonly Remark[]): Level {
  let level: Level = 'ok';
  for (const remark of remarks) {
    if (remark.level === 'error') return 'error';
    if (remark.level === 'warning') level = 'warning';
  }
  return level;
}

function finish(line: Line, remarks: Remark[], job: Assessment['job']): CheckedLine {
  const level = levelOf(remarks);
  return level === 'error' || job === undefined ? { line, remarks, level } : { line, remarks, level, job };
}

function usedBefore({ at, target, recipient, is, others }: EarlierUse): Remark {
  return makeRemark('used-before', 'trackingNumber', {
    day: koreanDay(at),
    tail: target.slice(-tailDigits),
    recipient: recipient ?? '',
    others: String(others),
    is,
  });
}

const bookRemarks = {
  unknown: 'book-unknown',
  cancelled: 'book-cancelled',
  'cancel-requested': 'book-cancel-requested',
  'other-recipient': 'recipient-differs',
} as const satisfies Record<Exclude<BookLine['is'], 'open'>, RemarkCode>;

function byBook({ is, recipient }: BookLine, line: Line): Remark | undefined {
  if (is === 'open') return undefined;
  if (is !== 'other-recipient') return makeRemark(bookRemarks[is], 'productOrderId');
  return makeRemark(bookRemarks[is], 'recipient', { here: line.cells.recipient ?? '', there: recipient ?? '' });
}

function changeLine(line: Line, change: LineChange): Line {
  const next: Line = { ...line };
  if (change.chosen !== undefined) {
    if (change.chosen === null) delete next.chosen;
    else next.chosen = change.chosen;
  }
  if (change.cells === undefined) return next;
  const cells = { ...line.cells };
  const fields: LineField[] = [];
  for (const field of lineFields) {
    const value = change.cells[field];
    if (value === undefined) continue;
    cells[field] = value;
    fields.push(field);
  }
  next.cells = cells;
  next.edited = [...new Set([...(line.edited ?? []), ...fields])];
  // What was typed by hand is what it is meant for, whatever the file's columns are.
  const waits = line.waits?.filter((field) => !fields.includes(field)) ?? [];
  if (waits.length > 0) next.waits = waits;
  else delete next.waits;
  if (line.marks !== undefined) {
    // What the reader noticed was about the text that stood there before.
    const marks = { ...line.marks };
    for (const field of fields) delete marks[field];
    next.marks = marks;
  }
  return next;
}

/** Checks one line by itself; what only other lines can tell is left out, except its check digit. */
export function checkLine(line: Line, context: CheckContext): CheckedLine {
  return createReview([line], context).lines()[0] ?? { line, remarks: [], level: 'ok' };
}

/** Checks a whole sheet: every line by itself and among the others. */
export function checkAll(lines: readonly Line[], context: CheckContext): CheckedLine[] {
  return createReview(lines, context).lines();
}

/** Remarks about the whole file. */
export function checkSheet(lines: readonly Line[], context: CheckContext): Remark[] {
  return createReview(lines, context).file();
}

/** Opens a review over lines and checks them all. An edit afterwards costs only the lines it touches. */
export function createReview(given: readonly Line[], context: CheckContext): Review {
  const opening = openReview(given, context, Number.POSITIVE_INFINITY);
  for (;;) {
    const step = opening.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of so many lines, for a thread that has others to serve between them. */
export function* openReview(
  given: readonly Line[],
  context: CheckContext,
  linesAtOnce: number,
): Generator<undefined, Review> {
  const settled = settle(context, given);
  const assess = createAssessor(settled);
  const lines = [...given];
  const assessments: Assessment[] = [];
  const target = targetFieldOf(settled);
  const hasLookups = settled.operation === 'dispatch' && target === 'productOrderId' && lines.some(namesOrderOnly);
  const facts = new SheetFacts(lines, assessments, target, hasLookups);
  for (const [index, line] of lines.entries()) {
    assessments.push(assess(line));
    facts.note(index);
    if (assessments.length % linesAtOnce === 0) yield;
  }
  let indexByRow: Map<number, number> | undefined;
  const checked: (CheckedLine | undefined)[] = [];
  const uses = new Map<number, EarlierUse>();
  const books = new Map<number, BookLine>();

  function indexOf(row: number): number | undefined {
    indexByRow ??= new Map(lines.map((line, index) => [line.row, index]));
    return indexByRow.get(row);
  }

  function compose(index: number): CheckedLine {
    const { line, assessment } = facts.at(index);
    const remarks = facts.remarksOf(index);
    if (line.chosen === false) return finish(line, remarks, assessment.job);
    const use = uses.get(line.row);
    if (use !== undefined && assessment.trackingNumber !== undefined) remarks.push(usedBefore(use));
    const known = books.get(line.row);
    const ofBook = known && byBook(known, line);
    if (ofBook !== undefined) remarks.push(ofBook);
    return finish(line, remarks, assessment.job);
  }

  function at(index: number): CheckedLine {
    const known = checked[index];
    if (known !== undefined) return known;
    const made = compose(index);
    checked[index] = made;
    return made;
  }

  function markLost(): void {
    for (const field of facts.lostFields()) {
      for (const [index, line] of lines.entries()) {
        if (line.edited?.includes(field) === true || line.marks?.[field] === 'cut-column') continue;
        if (!facts.isLost(index, field)) continue;
        const next: Line = { ...line, marks: { ...line.marks, [field]: 'cut-column' } };
        facts.replace(index, next, assess(next));
        checked[index] = undefined;
      }
    }
  }

  function replaceAll(rows: readonly { row: number; next(line: Line): Line }[]): CheckedLine[] {
    const touched = new Set<number>();
    const named = new Set<number>();
    for (const { row, next: nextOf } of rows) {
      const index = indexOf(row);
      if (index === undefined) continue;
      const { line } = facts.at(index);
      const next = nextOf(line);
      if (next.cells.trackingNumber !== line.cells.trackingNumber) uses.delete(row);
      if (next.cells.productOrderId !== line.cells.productOrderId) books.delete(row);
      for (const each of facts.replace(index, next, assess(next))) touched.add(each);
      named.add(index);
    }
    const answers: CheckedLine[] = [];
    for (const index of touched) {
      const before = checked[index];
      const after = compose(index);
      if (!named.has(index) && before !== undefined && sameRemarks(before.remarks, after.remarks)) continue;
      checked[index] = after;
      answers.push(after);
    }
    return answers;
  }

  function changeAll(changes: readonly { row: number; change: LineChange }[]): CheckedLine[] {
    return replaceAll(changes.map(({ row, change }) => ({ row, next: (line) => changeLine(line, change) })));
  }

  function learn<Known extends { row: number }>(
    known: Map<number, Known>,
    found: readonly Known[],
    rows: readonly number[] = [],
  ): void {
    for (const row of rows) known.delete(row);
    for (const one of found) known.set(one.row, one);
    for (const row of [...rows, ...found.map((one) => one.row)]) {
      const index = indexOf(row);
      if (index !== undefined) checked[index] = undefined;
    }
  }

  return {
    lines: (from = 0, to = lines.length) => lines.slice(from, to).map((_, index) => at(from + index)),
    line: (row) => {
      const index = indexOf(row);
      return index === undefined ? undefined : at(index);
    },
    file: () => facts.fileRemarks(),
    edit: (row, field, value) => changeAll([{ row, change: { cells: { [field]: value } } }]),
    change: (row, change) => changeAll([{ row, change }]),
    changeAll,
    putBack: (sides) => replaceAll(sides.map(({ row, side }) => ({ row, next: (line) => withSide(line, side) }))),
    learnUses: (found, rows) => learn(uses, found, rows),
    earlierUses: () => [...uses.values()],
    learnBook: (found, rows) => learn(books, found, rows),
    bookLines: () => [...books.values()],
    bookLine: (row) => books.get(row),
    markLost,
  };
}

function sameRemarks(one: readonly Remark[], other: readonly Remark[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
