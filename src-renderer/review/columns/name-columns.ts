import { lineFields } from '../../../src-preload/contract/line-fields';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Understood } from '../../sheets/protocol';
import { rememberColumns } from './remember-columns';
import { reviewControllers } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';

type Named = Partial<Record<LineField, number | undefined>>;

/**
 * The seller says which columns are meant (undefined: none): all lines are checked again at once. What is still unclear
 * next to it stays asked, and only a set of columns without an open question is remembered for files with these headers.
 */
export function nameColumns(review: ReviewState, understood: Understood, field: LineField, named: Named): void {
  const columns = { ...understood.reading.columns };
  for (const each of lineFields) {
    if (!(each in named)) continue;
    const column = named[each];
    if (column === undefined) delete columns[each];
    else columns[each] = column;
  }
  const open = understood.questions.filter((question) => question.field !== field);
  const answered = lineFields.filter((each) => !open.some((question) => question.field === each));
  void reviewControllers.get(review.key)?.choose({ columns, answered });
  if (open.length === 0) void rememberColumns(understood.signature, columns);
}
