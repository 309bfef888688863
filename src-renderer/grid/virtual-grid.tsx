import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { DrawnRow, WideRow } from './grid-row';
import type { Column, DataAttributes } from './grid-row';
import type { PagedRows } from './paged-rows';
import { useFrameAfter, useStepwise } from './draw-in-steps';
import { usePagedRows } from './use-paged-rows';
import type { CellExit } from './cell-keys';
import { exitSpot, moveSpot } from './grid-moves';
import type { Spot } from './grid-moves';

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

/** Leads the keyboard from outside the grid. */
export interface GridHandle {
  /** To the row at an index, in a column by its key; without one, in the column the keyboard was in. */
  goTo(index: number, column?: string): void;
}

interface MixedProps<Item, Row> extends Omit<Props<Row>, 'rows' | 'rowKey'> {
  handle?: Ref<GridHandle>;
  /** px of one item, where they differ by more than what is measured. */
  heightOf?(item: Item): number;
  /** The keyboard came to a row, in a column by its key, or left the grid's rows. */
  onSpot?(index: number | undefined, column: string | undefined): void;
  rows: PagedRows<Item>;
  itemKey(item: Item): string;
  /** The row with columns that an item is; undefined for one that goes over all columns. */
  rowOf(item: Item): Row | undefined;
  wide(item: Item): ReactNode;
}

/** Up to this many rows are all in the page: nothing to gain from hiding them, and searching in the page finds them all. */
const drawnWhole = 200;
/** Rows of a longer list that are drawn next to those in view. */
const besideView = 8;

/** The key of the item at an index, or the index while it is on the way. */
function keyAt<Item>(rows: PagedRows<Item>, itemKey: (item: Item) => string): (index: number) => string | number {
  return (index) => {
    const item = rows.at(index);
    return item === undefined ? index : itemKey(item);
  };
}

/** The one table, of rows that all have its columns. */
export function VirtualGrid<Row>({ rowKey, ...props }: Props<Row>) {
  return <MixedGrid<Row, Row> {...props} itemKey={rowKey} rowOf={itself} wide={nothing} />;
}

const itself = <Row,>(row: Row): Row => row;
const nothing = (): ReactNode => null;

/** The one table: rows come in pages, only those in view exist, the keyboard walks the cells. */
export function MixedGrid<Item, Row>(props: MixedProps<Item, Row>) {
  const { rows, columns, estimate } = props;
  usePagedRows(rows);
  const scroller = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | undefined>(undefined);
  const activeRow = spot?.row;

  const short = rows.total <= drawnWhole;
  const beside = useStepwise(rows, short ? rows.total : besideView);

  function guess(index: number): number {
    const item = props.heightOf ? rows.at(index) : undefined;
    return item !== undefined && props.heightOf ? props.heightOf(item) : estimate;
  }

  // What is folded away at the end is in the page, without height and out of the keyboard's way.
  const walked = rows.total - rows.away;
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index < walked ? guess(index) : 0),
    // New rows push the others down: a height belongs to its row, not to its place. Keys of 100,000 rows, most of them
    // not read, would be worked out again with each drawing; there the few in view are measured as they come.
    ...(short ? { getItemKey: keyAt(rows, props.itemKey) } : {}),
    overscan: beside,
    // The row with the keyboard stays in the page, so that scrolling with the wheel never drops the focus.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (activeRow === undefined || activeRow >= range.count || shown.includes(activeRow)) return shown;
      return [...shown, activeRow].toSorted((one, other) => one - other);
    },
  });
  const items = virtual.getVirtualItems();
  // The places of 100,000 rows are worked out in one frame, and the first of them drawn in the next.
  const mayDraw = useFrameAfter(short ? undefined : rows);
  const first = short ? 0 : (virtual.range?.startIndex ?? 0);
  const last = short ? Math.max(0, rows.total - 1) : (virtual.range?.endIndex ?? 0) + besideView;
  useEffect(() => rows.look(first, last), [rows, first, last]);
  useEffect(() => setSpot(undefined), [rows]);

  // The column in which a run of Tabs began, until the keyboard goes elsewhere by any other way.
  const tabbedFrom = useRef<number | undefined>(undefined);
  const move = useCallback(
    (next: Spot) => {
      tabbedFrom.current = undefined;
      setSpot(next);
      virtual.scrollToIndex(next.row, { align: 'auto' });
    },
    [virtual],
  );
  const columnCount = columns.length;
  const leave = useCallback(
    (from: Spot, exit: CellExit) => {
      const began = tabbedFrom.current;
      move(exitSpot(from, exit, began, { rows: walked, columns: columnCount }));
      if (exit === 'left' || exit === 'right') tabbedFrom.current = began ?? from.column;
    },
    [move, walked, columnCount],
  );
  const activate = useCallback((next: Spot) => {
    tabbedFrom.current = undefined;
    setSpot(next);
  }, []);

  const spotRow = spot?.row;
  const spotColumn = spot === undefined ? undefined : columns[spot.column]?.key;
  const { onSpot, handle } = props;
  useEffect(() => onSpot?.(spotRow, spotColumn), [onSpot, spotRow, spotColumn]);
  useImperativeHandle(
    handle,
    () => ({
      goTo(index, column) {
        const at = column === undefined ? (spot?.column ?? 0) : columns.findIndex(({ key }) => key === column);
        move({ row: index, column: Math.max(0, at) });
      },
    }),
    [columns, move, spot?.column],
  );

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing || event.defaultPrevented || event.altKey) return;
    const origin = event.target instanceof HTMLElement ? event.target : undefined;
    if (origin?.closest('[data-keeps-keys]')) return;
    const from = spot ?? { row: 0, column: 0 };
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? estimate) / estimate) - 1);
    const to = moveSpot(from, event.key, event.ctrlKey || event.metaKey, {
      rows: walked,
      columns: columns.length,
      page,
    });
    if (to) {
      event.preventDefault();
      move(spot ? to : from);
      return;
    }
    const item = rows.at(from.row);
    const row = item === undefined ? undefined : props.rowOf(item);
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
      aria-rowcount={walked + 1}
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
          {(mayDraw ? items : []).map((place) => {
            const item = rows.at(place.index);
            const top = { transform: `translateY(${place.start}px)` };
            if (item === undefined) {
              return (
                <div
                  key={place.index}
                  className="grid-row waiting"
                  role="presentation"
                  style={{ ...top, height: place.size }}
                />
              );
            }
            const row = props.rowOf(item);
            const column = spot?.row === place.index ? spot.column : undefined;
            return (
              <div
                key={props.itemKey(item)}
                ref={virtual.measureElement}
                data-index={place.index}
                className="grid-place"
                role="presentation"
                style={top}
                hidden={place.index >= walked}
              >
                {row === undefined ? (
                  <WideRow
                    index={place.index}
                    columns={columns.length}
                    active={column !== undefined}
                    activate={activate}
                  >
                    {props.wide(item)}
                  </WideRow>
                ) : (
                  <DrawnRow
                    columns={columns}
                    row={row}
                    index={place.index}
                    column={column}
                    rowAttributes={props.rowAttributes}
                    below={props.below}
                    leave={leave}
                    activate={activate}
                  />
                )}
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
