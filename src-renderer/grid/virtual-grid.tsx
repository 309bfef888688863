import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import type { PagedRows } from './paged-rows';
import { useStepwise } from './draw-in-steps';
import { usePagedRows } from './use-paged-rows';
import { moveSpot } from './grid-moves';
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
  leave(key: 'Enter' | 'Escape'): void;
}

/** data-… attributes beside those React knows. */
export type DataAttributes = HTMLAttributes<HTMLDivElement> & {
  [name: `data-${string}`]: string | number | undefined;
};

interface Props<Row> {
  label: string;
  testId: string;
  /** Sets `--columns`: the tracks of the grid, fixed or minmax and never auto, so that columns do not jump. */
  className: string;
  rows: PagedRows<Row>;
  columns: readonly Column<Row>[];
  rowKey(row: Row): string;
  rowAttributes(row: Row): DataAttributes;
  /** What stands beneath a row's cells: its history, or all its remarks. */
  below?: ((row: Row) => ReactNode) | undefined;
  /** Guess of a row's height in px before it is measured. */
  estimate: number;
  /** Enter or the space bar on a cell that edits nothing. */
  onOpen?(row: Row): void;
  empty: ReactNode;
}

/** Up to this many rows are all in the page: nothing to gain from hiding them, and searching in the page finds them all. */
const drawnWhole = 200;
/** Rows of a longer list that are drawn beside those in view. */
const besideView = 8;

/** The key of the row at an index, or the index while the row is on the way. */
function keyAt<Row>(rows: PagedRows<Row>, rowKey: (row: Row) => string): (index: number) => string | number {
  return (index) => {
    const row = rows.at(index);
    return row === undefined ? index : rowKey(row);
  };
}

/** The one table: rows come in pages, only those in view exist, the keyboard walks the cells. */
export function VirtualGrid<Row>(props: Props<Row>) {
  const { rows, columns, estimate } = props;
  usePagedRows(rows);
  const scroller = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | undefined>(undefined);
  const activeRow = spot?.row;

  const short = rows.total <= drawnWhole;
  const beside = useStepwise(rows, short ? rows.total : besideView);

  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    // New rows push the others down: a height belongs to its row, not to its place. Keys of 100,000 rows, most of them
    // not read, would be worked out anew with each drawing; there the few in view are measured as they come.
    ...(short ? { getItemKey: keyAt(rows, props.rowKey) } : {}),
    overscan: beside,
    // The row with the keyboard stays in the page, so that scrolling with the wheel never drops the focus.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (activeRow === undefined || activeRow >= range.count || shown.includes(activeRow)) return shown;
      return [...shown, activeRow].toSorted((one, other) => one - other);
    },
  });
  const items = virtual.getVirtualItems();
  const first = short ? 0 : (virtual.range?.startIndex ?? 0);
  const last = short ? Math.max(0, rows.total - 1) : (virtual.range?.endIndex ?? 0) + besideView;
  useEffect(() => rows.look(first, last), [rows, first, last]);
  useEffect(() => setSpot(undefined), [rows]);

  const move = useCallback(
    (next: Spot) => {
      setSpot(next);
      virtual.scrollToIndex(next.row, { align: 'auto' });
    },
    [virtual],
  );

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing || event.defaultPrevented || event.altKey) return;
    const origin = event.target instanceof HTMLElement ? event.target : undefined;
    if (origin?.closest('[data-keeps-keys]')) return;
    const from = spot ?? { row: 0, column: 0 };
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? estimate) / estimate) - 1);
    const to = moveSpot(from, event.key, event.ctrlKey || event.metaKey, {
      rows: rows.total,
      columns: columns.length,
      page,
    });
    if (to) {
      event.preventDefault();
      move(spot ? to : from);
      return;
    }
    const row = rows.at(from.row);
    if (
      row !== undefined &&
      props.onOpen &&
      (event.key === 'Enter' || event.key === ' ') &&
      !origin?.closest('button,a,input,select')
    ) {
      event.preventDefault();
      props.onOpen(row);
    }
  }

  return (
    <div
      className={`grid ${props.className}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-colcount={columns.length}
    >
      <div className="grid-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className="grid-header">
            {column.header}
          </div>
        ))}
      </div>
      <div
        className="grid-scroll"
        role="rowgroup"
        ref={scroller}
        tabIndex={0}
        data-testid={props.testId}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows.at(item.index);
            const top = { transform: `translateY(${item.start}px)` };
            if (row === undefined) {
              return (
                <div
                  key={item.index}
                  className="grid-row waiting"
                  role="presentation"
                  style={{ ...top, height: item.size }}
                />
              );
            }
            return (
              <div
                key={props.rowKey(row)}
                ref={virtual.measureElement}
                data-index={item.index}
                className="grid-place"
                role="presentation"
                style={top}
              >
                <DrawnRow
                  columns={columns}
                  row={row}
                  index={item.index}
                  total={rows.total}
                  column={spot?.row === item.index ? spot.column : undefined}
                  rowAttributes={props.rowAttributes}
                  below={props.below}
                  move={move}
                  activate={setSpot}
                />
              </div>
            );
          })}
        </div>
        {rows.known && rows.total === 0 ? (
          <div className="grid-empty" role="row">
            <div role="gridcell">{props.empty}</div>
          </div>
        ) : null}
      </div>
    </div>
  );
}

interface RowProps<Row> extends Pick<Props<Row>, 'columns' | 'rowAttributes' | 'below'> {
  row: Row;
  index: number;
  total: number;
  /** The column the keyboard is on, if it is in this row. */
  column: number | undefined;
  /** Goes to a cell and brings it into view: for the keyboard. */
  move(next: Spot): void;
  /** Makes the cell under the pointer the active one; nothing scrolls, or the click would miss. */
  activate(next: Spot): void;
}

function GridRow<Row>({
  columns,
  row,
  index,
  total,
  column: activeColumn,
  move,
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
                leave: (key) => move({ row: key === 'Enter' ? Math.min(index + 1, total - 1) : index, column: at }),
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
const DrawnRow: typeof GridRow = memo(GridRow) as typeof GridRow;

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
        // A click beside the text of a cell that is edited means its editor.
        if (event.target === event.currentTarget)
          event.currentTarget.querySelector<HTMLInputElement>('input.cell-input')?.focus();
      }}
      {...rest}
    >
      {children}
    </div>
  );
}
