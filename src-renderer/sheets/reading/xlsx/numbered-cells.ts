import { Unfamiliar } from '../refusal';

/**
 * Some writers give a cell a number in place of its reference: its column (1 is A), or only its row once more. Which of
 * the two shows in a second cell of row 1, or in a first cell of another row that says 1. Where neither has come and
 * the two would differ, nothing is guessed.
 */
export class NumberedCells {
  private meaning: 'column' | 'row' | undefined;

  /** The 0-based column of a cell with this number, behind the cell in column `before` (-1: it is the row's first). */
  column(written: number, row: number, before: number): number {
    if (this.meaning === undefined) {
      if (row === 1 && before >= 0) this.meaning = written === 1 ? 'row' : 'column';
      else if (written !== 1 || before >= 0) throw new Unfamiliar('cell reference');
      else if (row > 1) this.meaning = 'column';
    }
    if (this.meaning !== 'row') return written - 1;
    if (written !== row) throw new Unfamiliar('cell reference');
    return before + 1;
  }
}
