import { rememberColumns } from './remember-columns';
import { reviewControllers } from './review-controller';
import type { ReviewState } from './reviews-state';

/** Everything that was chosen for the file is taken back: sheet, header row and columns as when it was opened. */
export function chooseAsOpened({ key, opened }: ReviewState): void {
  if (!opened) return;
  const { columns, sheetName, headerRow } = opened.reading;
  void rememberColumns(opened.signature, columns);
  void reviewControllers.get(key)?.choose({ sheet: sheetName, headerRow, columns });
}
