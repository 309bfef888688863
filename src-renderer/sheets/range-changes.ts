import { bareNumber } from '../../src-preload/contract/bare-number';
import { cleanText } from '../../src-preload/contract/clean-text';
import { ticksNeeded } from '../../src-preload/contract/check/goes-out';
import type { LineChange } from '../../src-preload/contract/check/review';
import type { CheckedLine, Line } from '../../src-preload/contract/line';
import type { LineField } from '../../src-preload/contract/line-fields';
import { assertNever } from '../../src-preload/contract/result';
import { writeTsv } from '../../src-preload/contract/tsv';

/** A change of one line, as the review takes it. */
export interface RowChange {
  row: number;
  change: LineChange;
}

/** An act on the rows of a range, from `top` to `bottom` as shown, both included. */
export type RangeAct =
  | { do: 'clear'; top: number; bottom: number; fields: readonly LineField[] }
  | { do: 'fill'; top: number; bottom: number; fields: readonly LineField[] }
  /** `ticked` undefined: all of them, or none where all that may go do so already. */
  | { do: 'tick'; top: number; bottom: number; ticked: boolean | undefined }
  | { do: 'paste'; top: number; fields: readonly LineField[]; table: readonly (readonly string[])[] };

/** A cell holds so many characters (lineSchema). */
const longestCell = 2000;

/** Fields that are numbers to copy without the signs between their digits. */
const numbers: readonly LineField[] = ['productOrderId', 'orderId', 'trackingNumber', 'itemId'];

/** A cell as it is copied: without signs that cannot be seen, a number as its plain digits. */
export function plainCell(field: string, cell: string | undefined): string {
  const text = cleanText(cell ?? '');
  const isNumber = numbers.some((each) => each === field) && /^\d[\d\s-]*$/u.test(text);
  return isNumber ? bareNumber(text) : text;
}

/** The changes that an act makes to these lines: those that are shown from its first row to its last. */
export function changesOf(act: RangeAct, lines: readonly TickedLine[]): RowChange[] {
  switch (act.do) {
    case 'clear':
      return clearCells(lines, act.fields);
    case 'fill':
      return fillDown(lines, act.fields);
    case 'paste':
      return pasteCells(lines, act.fields, act.table);
    case 'tick':
      return tickLines(lines, act.ticked);
    default:
      return assertNever(act);
  }
}

/** Cells of lines as tab-separated text. */
export function textOf(lines: readonly Line[], fields: readonly string[]): string {
  return writeTsv(
    lines.map(({ cells }) => {
      const byName: Readonly<Record<string, string | undefined>> = cells;
      return fields.map((field) => plainCell(field, byName[field]));
    }),
  );
}

/** Empties cells. */
function clearCells(lines: readonly TickedLine[], fields: readonly LineField[]): RowChange[] {
  return lines.flatMap(({ checked: { line } }) => {
    const filled = fields.filter((field) => (line.cells[field] ?? '') !== '');
    return filled.length === 0 ? [] : [cellsChange(line.row, filled, () => '')];
  });
}

/** Writes the cells of the first line over those of the others. */
function fillDown(lines: readonly TickedLine[], fields: readonly LineField[]): RowChange[] {
  const [first, ...others] = lines;
  if (!first) return [];
  const valueOf = (field: LineField): string => first.checked.line.cells[field] ?? '';
  return others.map(({ checked: { line } }) => cellsChange(line.row, fields, valueOf));
}

/**
 * Writes a table over lines, row by row; a cell that says what stands there already is left as it is, edited or not.
 * Answers the changes; rows of the table beyond the lines are the caller's to tell of.
 */
function pasteCells(
  lines: readonly TickedLine[],
  fields: readonly LineField[],
  table: readonly (readonly string[])[],
): RowChange[] {
  return table.slice(0, lines.length).flatMap((cells, at) => {
    const line = lines[at]?.checked.line;
    if (!line) return [];
    const given = fields.slice(0, cells.length);
    const valueOf = (field: LineField): string => cleanText(cells[fields.indexOf(field)] ?? '').slice(0, longestCell);
    const others = given.filter((field) => valueOf(field) !== (line.cells[field] ?? ''));
    return others.length === 0 ? [] : [cellsChange(line.row, others, valueOf)];
  });
}

function cellsChange(row: number, fields: readonly LineField[], valueOf: (field: LineField) => string): RowChange {
  const cells: Partial<Record<LineField, string>> = {};
  for (const field of fields) cells[field] = valueOf(field);
  return { row, change: { cells } };
}

/** What ticking asks of a line: the check of it, whether it goes now, and whether a job stands for it from before. */
export interface TickedLine {
  checked: CheckedLine;
  goes: boolean;
  hasEarlierJob: boolean;
}

/** Whether a line goes by the rule alone, without the seller's word. */
export function goesByRule({ checked, hasEarlierJob }: Omit<TickedLine, 'goes'>): boolean {
  return ticksNeeded(checked.remarks).length === 0 && !hasEarlierJob;
}

/** Whether a line can be ticked, or its tick taken away. One with an error can only be put back in. */
export function mayTick({ checked: { line, level } }: Pick<TickedLine, 'checked'>): boolean {
  return level !== 'error' || line.chosen === false;
}

/**
 * The seller's choice after a tick is set or taken away: back to the rule where the rule says the same, so that a later
 * correction is judged again. undefined: the line stands so already, or has no tick to set.
 */
export function chosenAfter(line: TickedLine, ticked: boolean): boolean | null | undefined {
  if (line.goes === ticked || !mayTick(line)) return undefined;
  const byRule = goesByRule(line);
  const { chosen } = line.checked.line;
  if (ticked) return byRule ? null : true;
  // Untouched, a line that does not go by the rule would wait for its look again.
  return chosen === true && !byRule ? null : chosen === false ? undefined : false;
}

/** Ticks of many lines at once. */
function tickLines(lines: readonly TickedLine[], ticked: boolean | undefined): RowChange[] {
  const wanted = ticked ?? lines.some((line) => !line.goes && mayTick(line));
  return lines.flatMap((line) => {
    const chosen = chosenAfter(line, wanted);
    return chosen === undefined ? [] : [{ row: line.checked.line.row, change: { chosen } }];
  });
}

/**
 * The box above all lines: ticks those that go by the rule, or takes all ticks away where all of them go. What waits for
 * a look is left to the seller's eye.
 */
export function tickAll(lines: readonly TickedLine[]): RowChange[] {
  const rest = lines.filter((line) => !line.goes && mayTick(line) && goesByRule(line));
  return rest.length > 0 ? tickLines(rest, true) : tickLines(lines, false);
}
