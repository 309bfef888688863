import { memo, useLayoutEffect, useRef } from 'react';
import type { HTMLAttributes, ReactNode } from 'react';
import type { CellExit } from './cell-keys';
import type { Spot } from './grid-moves';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell(row: Row, spot: CellSpot): ReactNode;
  /** Attributes of the cell, among them the handles for automation. */
  attributes?(row: Row): DataAttributes;
}

/** What a cell knows of the keyboard: whether it is on it, and how to leave after an edit. */
export interface CellSpot {
  active: boolean;
  leave(exit: CellExit): void;
}

/** data-… attributes next to those React knows. */
export type DataAttributes = HTMLAttributes<HTMLDivElement> & {
  [name: `data-${string}`]: string | number | undefined;
};

interface RowProps<Row> {
  columns: readonly Column<Row>[];
  rowAttributes(row: Row): DataAttributes;
  /** What stands beneath a row's cells: its history, or all its remarks. */
  below?: ((row: Row) => ReactNode) | undefined;
  row: Row;
  index: number;
  /** The column the keyboard is on, if it is in this row. */
  column: number | undefined;
  /** Goes on from a cell that was left by a key, and brings the next into view. */
  leave(from: Spot, exit: CellExit): void;
  /** Makes the cell under the pointer the active one; nothing scrolls, or the click would miss. */
  activate(next: Spot): void;
}

function GridRow<Row>({
  columns,
  row,
  index,
  column: activeColumn,
  leave,
  activate,
  rowAttributes,
  below,
}: RowProps<Row>) {
  const { className, ...attributes } = rowAttributes(row);
  const beneath = below?.(row);
  return (
    <div
      className={className ? `grid-row ${className}` : 'grid-row'}
      role="row"
      aria-rowindex={index + 2}
      {...attributes}
    >
      <div className="grid-cells" role="presentation">
        {columns.map((column, at) => {
          const active = activeColumn === at;
          return (
            <GridCell
              key={column.key}
              active={active}
              onActivate={() => (active ? undefined : activate({ row: index, column: at }))}
              attributes={column.attributes?.(row)}
            >
              {column.cell(row, {
                active,
                leave: (exit) => leave({ row: index, column: at }, exit),
              })}
            </GridCell>
          );
        })}
      </div>
      {beneath ? (
        <div className="grid-below" role="gridcell" data-keeps-keys="">
          {beneath}
        </div>
      ) : null}
    </div>
  );
}

/** Drawn again only when its own row, or the keyboard on it, changed. memo loses the type parameter; this keeps it. */
export const DrawnRow: typeof GridRow = memo(GridRow) as typeof GridRow;

interface CellProps {
  active: boolean;
  onActivate(): void;
  attributes: DataAttributes | undefined;
  children: ReactNode;
}

/** A cell takes the focus when it becomes the active one, unless something in it (an editor, a button) has it. */
function GridCell({ active, onActivate, attributes, children }: CellProps) {
  const cell = useRef<HTMLDivElement>(null);
  const { className = '', ...rest } = attributes ?? {};
  useLayoutEffect(() => {
    if (active && cell.current && !cell.current.contains(document.activeElement))
      cell.current.focus({ preventScroll: true });
  }, [active]);
  return (
    <div
      ref={cell}
      role="gridcell"
      className={`grid-cell ${active ? 'active' : ''} ${className}`}
      tabIndex={-1}
      onFocus={(event) => {
        onActivate();
        // A click next to the text of a cell that is edited means its editor.
        if (event.target === event.currentTarget)
          event.currentTarget.querySelector<HTMLInputElement>('input.cell-input')?.focus();
      }}
      {...rest}
    >
      {children}
    </div>
  );
}

interface WideProps {
  index: number;
  columns: number;
  /** The keyboard is on it. */
  active: boolean;
  activate(next: Spot): void;
  children: ReactNode;
}

/** A row without columns: one cell over all of them, as the head of a group has. The keyboard goes to its first button. */
export function WideRow({ index, columns, active, activate, children }: WideProps) {
  const cell = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = cell.current;
    if (!active || !place || place.contains(document.activeElement)) return;
    (place.querySelector('button') ?? place).focus({ preventScroll: true });
  }, [active]);
  return (
    <div className="grid-row wide" role="row" aria-rowindex={index + 2}>
      <div
        ref={cell}
        className="grid-wide"
        role="gridcell"
        aria-colspan={columns}
        tabIndex={-1}
        onFocus={() => (active ? undefined : activate({ row: index, column: 0 }))}
      >
        {children}
      </div>
    </div>
  );
}
