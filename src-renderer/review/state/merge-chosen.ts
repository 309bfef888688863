import type { Chosen } from '../../sheets/protocol';

/** What is chosen after one more choice: another sheet begins again, another header row forgets the columns. */
export function mergeChosen(before: Chosen, change: Chosen): Chosen {
  if (change.sheet !== undefined) return { ...change };
  if (change.headerRow === undefined) return { ...before, ...change };
  const { columns: _columns, headerRow: _row, ...kept } = before;
  return { ...kept, ...change };
}
