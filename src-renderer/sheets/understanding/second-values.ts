import { isBlankText } from '../../../src-preload/contract/clean-text';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Line } from '../../../src-preload/contract/line';
import { comparable, type Rivals } from './rival-columns';

/** A cell of another column of the same row, as makeLines reads it. */
export interface OtherCell {
  text: string;
  mark: NonNullable<Line['marks']>[LineField];
}

/**
 * Takes what further columns of a field say into a line. An empty cell is filled. A second tracking number stands next to
 * the first, so that the check asks which of the two boxes is the order's; where every line has one, and for all other
 * fields, the line waits until the seller has said which column is meant.
 */
export function takeSecondValues(
  line: Line,
  field: LineField,
  rivals: NonNullable<Rivals[LineField]>,
  read: (column: number) => OtherCell,
): void {
  const values = new Map<string, string>();
  const own = line.cells[field] ?? '';
  if (!isBlankText(own)) values.set(comparable(field, own), own);
  let waits = false;
  for (const { column, isFull } of rivals) {
    const { text, mark } = read(column);
    const value = comparable(field, text);
    if (value === '' || values.has(value)) continue;
    if (values.size === 0) {
      line.cells[field] = text;
      if (mark !== undefined) line.marks = { ...line.marks, [field]: mark };
    } else waits ||= isFull || field !== 'trackingNumber';
    values.set(value, text);
  }
  // Words where a number should stand are said as they are: no second number is meant by them.
  if (values.size > 1 && field === 'trackingNumber' && !values.has(''))
    line.cells[field] = [...values.values()].join(', ');
  if (waits && line.waits?.includes(field) !== true) line.waits = [...(line.waits ?? []), field];
}
