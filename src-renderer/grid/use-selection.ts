import { useCallback, useMemo, useRef, useState } from 'react';
import type { CellExit } from './cell-keys';
import { exitSpot, pastHeads } from './grid-moves';
import type { Spot } from './grid-moves';
import { extendTo, selectCell, underColumns } from './selection';
import type { Selection } from './selection';

interface Options {
  /** Other rows are another list: nothing of them is selected. */
  rows: object;
  /** How many of them the keyboard walks. */
  walked: number;
  /** The keys of the columns, in their order. */
  columns: readonly string[];
  /** Whether a row has no cells, as the head of a group: Enter goes past it. */
  isHead(row: number): boolean;
  scrollTo(row: number): void;
}

/** The selection of a grid, and the ways it moves: by keys, by the pointer, and on from a cell that was left. */
export interface GridSelection {
  selection: Selection | undefined;
  /** Selects, and brings the far corner of the range into view. */
  select(next: Selection): void;
  /** Goes on from a cell that was left by Enter or Tab. */
  leave(from: Spot, exit: CellExit): void;
  /** Makes the cell under the pointer the active one; nothing scrolls, or the click would miss. */
  activate(next: Spot): void;
  /** Extends the range from one cell to another as the pointer is dragged. */
  drag(from: Spot, to: Spot): void;
}

export function useSelection({ rows, walked, columns, isHead, scrollTo }: Options): GridSelection {
  const [chosen, setChosen] = useState<{ rows: object; columns: readonly string[]; selection: Selection } | undefined>(
    undefined,
  );
  // A column that comes or goes moves the others: what is selected stays where it was.
  const selection = useMemo(
    () => (chosen?.rows === rows ? underColumns(chosen.selection, chosen.columns, columns) : undefined),
    [chosen, rows, columns],
  );
  // The column in which a run of Tabs began, until the keyboard goes elsewhere by any other way.
  const tabbedFrom = useRef<number | undefined>(undefined);

  const select = useCallback(
    (next: Selection) => {
      tabbedFrom.current = undefined;
      setChosen({ rows, columns, selection: next });
      scrollTo(next.end.row);
    },
    [rows, columns, scrollTo],
  );
  const leave = useCallback(
    (from: Spot, exit: CellExit) => {
      const began = tabbedFrom.current;
      const to = exitSpot(from, exit, began, { rows: walked, columns: columns.length });
      select(selectCell(pastHeads(from, to, walked, isHead)));
      if (exit === 'left' || exit === 'right') tabbedFrom.current = began ?? from.column;
    },
    [select, walked, columns, isHead],
  );
  const activate = useCallback(
    (next: Spot) => {
      tabbedFrom.current = undefined;
      setChosen({ rows, columns, selection: selectCell(next) });
    },
    [rows, columns],
  );
  const drag = useCallback(
    (from: Spot, to: Spot) => {
      tabbedFrom.current = undefined;
      setChosen({ rows, columns, selection: extendTo(selectCell(from), to) });
    },
    [rows, columns],
  );
  return { selection, select, leave, activate, drag };
}
