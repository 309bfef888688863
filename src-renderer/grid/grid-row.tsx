import { memo } from 'react';
import type { ReactNode } from 'react';
import type { CellExit } from './cell-keys';
import { GridCell } from './grid-cell';
import type { DataAttributes } from './grid-cell';
import type { Spot } from './grid-moves';
import type { RowPart } from './selection';

export type { DataAttributes } from './grid-cell';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  /** Its name can be pressed to sort by it, and its edge dragged to make it wider. */
  sortable?: boolean;
  /** What stands next to its name. */
  beside?: ReactNode;
  cell(row: Row, spot: CellSpot): ReactNode;
  /** Its text, as it is copied; absent where there is nothing to copy. */
  value?(row: Row): string;
  /** It can be typed into, pasted, cleared and filled. */
  editable?: boolean;
  /** What is only seen once the pointer or the keyboard is on the row: it comes when the rows rest. */
  late?(row: Row): ReactNode;
  /** Its cells keep nothing of their row: their elements may pass to another one. */
  isStateless?: boolean;
  /** Attributes of the cell, among them the handles for automation. */
  attributes?(row: Row): DataAttributes;
}

/** What a cell knows of the keyboard: whether it is on it, and how to leave after an edit. */
export interface CellSpot {
  active: boolean;
  leave(exit: CellExit): void;
}

interface RowProps<Row> {
  columns: readonly Column<Row>[];
  rowAttributes(row: Row): DataAttributes;
  /** What stands beneath a row's cells: its history, or all its remarks. */
  below?: ((row: Row) => ReactNode) | undefined;
  /** Another one in the same element is another row. */
  id: string;
  elementId: string;
  row: Row;
  index: number;
  /** The column the keyboard is on, if it is in this row. */
  column: number | undefined;
  /** The part of the row that is selected: columns, and where the range begins or ends. */
  left: number | undefined;
  right: number | undefined;
  edge: RowPart['edge'] | undefined;
  /** Handle of the frame around the active cell. */
  activeTestId: string | undefined;
  /** Goes on from a cell that was left by a key, and brings the next into view. */
  leave(from: Spot, exit: CellExit): void;
  /** Makes the cell under the pointer the active one; nothing scrolls, or the click would miss. */
  activate(next: Spot): void;
}

function GridRow<Row>({
  id,
  elementId,
  columns,
  row,
  index,
  column: activeColumn,
  left = Number.POSITIVE_INFINITY,
  right = -1,
  edge,
  activeTestId,
  leave,
  activate,
  rowAttributes,
  below,
}: RowProps<Row>) {
  const { className, ...attributes } = rowAttributes(row);
  const beneath = below?.(row);
  const isActive = activeColumn === undefined ? '' : 'active-row';
  return (
    <div
      id={elementId}
      className={['grid-row', isActive, className ?? ''].join(' ')}
      role="row"
      aria-rowindex={index + 2}
      {...attributes}
    >
      <div className="grid-cells" role="presentation">
        {columns.map((column, at) => {
          const active = activeColumn === at;
          const sides = `${at === left ? 'at-left' : ''} ${at === right ? 'at-right' : ''}`;
          return (
            <GridCell
              key={column.key}
              active={active}
              selected={at >= left && at <= right}
              edge={`edge-${edge} ${sides}`}
              column={at + 1}
              onActivate={() => (active ? undefined : activate({ row: index, column: at }))}
              attributes={column.attributes?.(row)}
              late={column.late && (() => column.late?.(row))}
              id={id}
              isStateless={column.isStateless ?? false}
              frame={{ 'data-testid': activeTestId, 'data-row': attributes['data-row'], 'data-field': column.key }}
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
        <div
          key={id}
          className="grid-below"
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns.length}
          data-keeps-keys=""
        >
          {beneath}
        </div>
      ) : null}
    </div>
  );
}

/** Drawn again only when its own row, or the keyboard or the range on it, changed. memo loses the type parameter; this keeps it. */
export const DrawnRow: typeof GridRow = memo(GridRow) as typeof GridRow;
