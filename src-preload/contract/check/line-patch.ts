import { lineFields, type LineField } from '../line-fields';
import type { CellMark, Line } from '../line';

/** What one side of an edit says of a line: only what the edit changed. null: it was absent. */
export interface LineSide {
  cells?: Partial<Record<LineField, string | null>> | undefined;
  marks?: Partial<Record<LineField, CellMark>> | null | undefined;
  waits?: LineField[] | null | undefined;
  edited?: LineField[] | null | undefined;
  chosen?: boolean | null | undefined;
}

/** One line of an edit: how it was, and how it became. */
export interface LinePatch {
  /** The row of the sheet, 1-based. */
  row: number;
  before: LineSide;
  after: LineSide;
}

/** What tells two states of one line apart; undefined where nothing does. */
export function patchBetween(before: Line, after: Line): LinePatch | undefined {
  const patch: LinePatch = { row: before.row, before: {}, after: {} };
  for (const field of lineFields) {
    const [one, other] = [before.cells[field], after.cells[field]];
    if (one === other) continue;
    (patch.before.cells ??= {})[field] = one ?? null;
    (patch.after.cells ??= {})[field] = other ?? null;
  }
  for (const name of ['marks', 'waits', 'edited', 'chosen'] as const) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    Object.assign(patch.before, { [name]: before[name] ?? null });
    Object.assign(patch.after, { [name]: after[name] ?? null });
  }
  const isEmpty = Object.keys(patch.before).length === 0;
  return isEmpty ? undefined : patch;
}

/** The line with one side of an edit put back; what that edit did not change stays as it is now. */
export function withSide(line: Line, side: LineSide): Line {
  const next: Line = { ...line, cells: { ...line.cells } };
  for (const field of lineFields) {
    const cell = side.cells?.[field];
    if (cell === undefined) continue;
    if (cell === null) delete next.cells[field];
    else next.cells[field] = cell;
  }
  const { marks, waits, edited, chosen } = side;
  if (marks === null) delete next.marks;
  else if (marks !== undefined) next.marks = marks;
  if (waits === null) delete next.waits;
  else if (waits !== undefined) next.waits = waits;
  if (edited === null) delete next.edited;
  else if (edited !== undefined) next.edited = edited;
  if (chosen === null) delete next.chosen;
  else if (chosen !== undefined) next.chosen = chosen;
  return next;
}
