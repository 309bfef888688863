import type { Line, Remark } from '../line';
import type { LineField } from '../line-fields';
import { makeRemark } from './remark-codes';

/** A cell that Excel shows but the file has no value for. */
export function markRemark(line: Line, field: LineField): Remark | undefined {
  const mark = line.marks?.[field];
  if (mark === 'formula-without-value') return makeRemark('cell-without-value', field);
  return mark === 'error-cell' ? makeRemark('cell-error', field, { value: line.cells[field] ?? '' }) : undefined;
}
