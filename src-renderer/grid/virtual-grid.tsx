import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { setWidths } from './column-widths';
import { spotOf, useDragRange } from './drag-range';
import { WideRow } from './grid-cell';
import { enterHead, GridHead } from './grid-head';
import { DrawnRow } from './grid-row';
import type { GridProps, MixedProps } from './grid-props';
import type { PagedRows } from './paged-rows';
import { useFirstRows, useStepwise } from './draw-in-steps';
import { selectionAfter, shortcutLetter } from './grid-key';
import { afterLayout } from './first-layout';
import { createMotion, MotionContext } from './rest';
import { useRowSlots } from './row-slots';
import { extendTo, partOfRow, rangeOf, selectCell } from './selection';
import { usePagedRows } from './use-paged-rows';
import { useRangeActs } from './use-range-acts';
import { useSelection } from './use-selection';
import { walkControls } from './walk-controls';

/** Up to this many rows are all in the page: nothing to gain from hiding them, and searching in the page finds them all. */
const drawnWhole = 200;
/** Rows of a longer list that are drawn next to those in view, and of a short one with the list itself. */
const besideView = 8;

/** The key of the item at an index, or the index while it is on the way. */
function keyAt<Item>(rows: PagedRows<Item>, itemKey: (item: Item) => string): (index: number) => string | number {
  return (index) => {
    const item = rows.at(index);
    return item === undefined ? index : itemKey(item);
  };
}

/** The one table, of rows that all have its columns. */
export function VirtualGrid<Row>({ rowKey, ...props }: GridProps<Row>) {
  return <MixedGrid<Row, Row> {...props} itemKey={rowKey} rowOf={itself} wide={nothing} />;
}

const itself = <Row,>(row: Row): Row => row;
const nothing = (): ReactNode => null;

/** The one table: rows come in pages, only those in view exist, the keyboard walks the cells. */
export function MixedGrid<Item, Row>(props: MixedProps<Item, Row>) {
  const { rows, columns, estimate, acts, handle, onSpot, onRange, rowOf } = props;
  usePagedRows(rows);
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (grid.current ? setWidths(grid.current, props.widths ?? {}) : undefined), [props.widths]);
  // What is folded away at the end is in the page, without height and out of the keyboard's way.
  const walked = rows.total - rows.foldedCount;
  const scrollTo = useRef<(row: number) => void>(undefined);
  const { selection, select, leave, activate, drag } = useSelection({
    rows,
    walked,
    columns: useMemo(() => columns.map(({ key }) => key), [columns]),
    isHead: useCallback(
      (row: number) => {
        const item = rows.at(row);
        return item !== undefined && rowOf(item) === undefined;
      },
      [rows, rowOf],
    ),
    scrollTo: useCallback((row: number) => scrollTo.current?.(row), []),
  });
  const spot = selection?.active;
  const activeRow = spot?.row;
  const selected = selection && rangeOf(selection);

  const short = rows.total <= drawnWhole;
  const beside = useStepwise(rows, short ? rows.total : besideView);

  function guess(index: number): number {
    const item = props.heightOf ? rows.at(index) : undefined;
    return item !== undefined && props.heightOf ? props.heightOf(item) : estimate;
  }

  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index < walked ? guess(index) : 0),
    // New rows push the others down: a height belongs to its row, not to its place. Keys of 100,000 rows, most of them
    // not read, would be worked out again with each drawing; there the few in view are measured as they come.
    ...(short ? { getItemKey: keyAt(rows, props.itemKey) } : {}),
    overscan: beside,
    ...afterLayout,
    // The row with the keyboard stays in the page, so that scrolling with the wheel never drops the focus.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (activeRow === undefined || activeRow >= range.count || shown.includes(activeRow)) return shown;
      return [...shown, activeRow].toSorted((one, other) => one - other);
    },
  });
  /** As high as its item says: nothing is read from the page. */
  function isExact(item: Item, size: number, beneath: ReactNode): boolean {
    return props.isMeasured?.(item) === false && !beneath && props.heightOf?.(item) === size;
  }
  const items = virtual.getVirtualItems();
  // The places of 100,000 rows are worked out a frame before the first of them are drawn; the active row waits for none.
  const mayDraw = useFirstRows(rows, short ? besideView : 0, items.length);
  const drawn = items.flatMap((place, at) => {
    if (at >= mayDraw && place.index !== activeRow) return [];
    const item = rows.at(place.index);
    const row = item === undefined ? undefined : rowOf(item);
    const fixed = item === undefined || isExact(item, place.size, row && props.below?.(row));
    return [{ place, item, fixed, key: item === undefined ? `waiting ${place.index}` : props.itemKey(item) }];
  });
  const own = new Set(drawn.filter(({ place, fixed }) => !fixed || place.index === activeRow).map(({ key }) => key));
  const slots = useRowSlots(
    drawn.map(({ key }) => key),
    own,
    !short,
  );
  // An element that is moved within the page is built again by the browser: where elements pass from row to row they stay
  // where they are.
  const inOrder = short
    ? drawn
    : drawn.toSorted((one, other) => (slots.get(one.key) ?? 0) - (slots.get(other.key) ?? 0));
  const gridId = useId();
  const idOf = (key: string): string => `${gridId}${slots.get(key)}`;
  // Read out in the order they are seen in; while they move nothing is read out.
  useEffect(() => {
    if (short) scroller.current?.removeAttribute('aria-owns');
    else if (!virtual.isScrolling) {
      scroller.current?.setAttribute('aria-owns', drawn.map(({ key }) => idOf(key)).join(' '));
    }
  });
  const [motion] = useState(() => createMotion(() => virtual.isScrolling));
  useEffect(() => (virtual.isScrolling ? undefined : motion.rest()), [motion, virtual.isScrolling]);
  const first = short ? 0 : (virtual.range?.startIndex ?? 0);
  const last = short ? Math.max(0, rows.total - 1) : (virtual.range?.endIndex ?? 0) + besideView;
  useEffect(() => rows.look(first, last), [rows, first, last]);
  scrollTo.current = (row) => virtual.scrollToIndex(row, { align: 'auto' });
  const spotColumn = spot === undefined ? undefined : columns[spot.column]?.key;
  // With the cell itself: a key that follows at once is meant for the row that is seen to be active.
  useLayoutEffect(() => onSpot?.(activeRow, spotColumn), [onSpot, activeRow, spotColumn]);
  useEffect(() => onRange?.(selection && rangeOf(selection)), [onRange, selection]);
  const focusRows = useCallback(() => {
    const stop = scroller.current?.querySelector<HTMLElement>(
      '[role=gridcell][tabindex="0"], [role=gridcell] [tabindex="0"]',
    );
    (stop ?? scroller.current)?.focus({ preventScroll: true });
  }, []);
  useImperativeHandle(
    handle,
    () => ({
      goTo(index, column) {
        const at = column === undefined ? (spot?.column ?? 0) : columns.findIndex(({ key }) => key === column);
        select(selectCell({ row: index, column: Math.max(0, at) }));
      },
      focus: focusRows,
    }),
    [columns, select, spot?.column, focusRows],
  );
  const rangeEvents = useRangeActs({ acts, selection, select, rows, rowOf: props.rowOf, columns });
  const startDrag = useDragRange(scroller, drag);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing || event.defaultPrevented || event.altKey) return;
    const origin = event.target instanceof HTMLElement ? event.target : undefined;
    if (origin?.closest('[data-keeps-keys]')) return;
    if (origin && !event.shiftKey && !event.ctrlKey && !event.metaKey && walkControls(origin, event.key)) {
      return event.preventDefault();
    }
    if (event.key === 'ArrowUp' && (activeRow ?? 0) === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      if (enterHead(head.current, spot?.column ?? 0)) return event.preventDefault();
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? estimate) / estimate) - 1);
    const key = {
      key: event.key,
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      letter: shortcutLetter(event),
    };
    const next = selectionAfter(key, selection, { rows: walked, columns: columns.length, page }, acts !== undefined);
    if (next) {
      event.preventDefault();
      select(next);
      return;
    }
    const item = rows.at(activeRow ?? 0);
    const row = item === undefined ? undefined : props.rowOf(item);
    if (
      row !== undefined &&
      props.onOpen &&
      (event.key === 'Enter' || event.key === ' ') &&
      // Enter means nothing to a box that is ticked.
      !origin?.closest(event.key === 'Enter' ? 'button,a,select,input:not([type=checkbox])' : 'button,a,input,select')
    ) {
      event.preventDefault();
      props.onOpen(row);
    }
  }

  function onMouseDown(event: MouseEvent<HTMLDivElement>): void {
    const origin = event.target instanceof Element ? event.target : null;
    if (!acts || event.button !== 0 || origin?.closest('.cell-input.editing, select, [data-keeps-keys]')) return;
    const to = spotOf(origin);
    if (!to) return;
    if (!event.shiftKey) return startDrag(to);
    // The keyboard stays where the range began.
    event.preventDefault();
    if (selection) select(extendTo(selection, to));
    else select(selectCell(to));
  }

  return (
    <div
      ref={grid}
      className={`grid ${props.className}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={walked + 1}
      aria-colcount={columns.length}
      {...(acts ? { 'aria-multiselectable': true } : {})}
    >
      <GridHead ref={head} columns={columns} {...props.head} onLeave={focusRows} />
      <div
        className={acts ? 'grid-scroll with-ranges' : 'grid-scroll'}
        role="rowgroup"
        ref={scroller}
        // The active cell is the one tab stop; before there is one, the rows as a whole.
        tabIndex={selection ? -1 : 0}
        data-testid={props.testId}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        {...rangeEvents}
      >
        <div className="grid-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          <MotionContext value={motion}>
            {inOrder.map(({ place, key, item, fixed }) => {
              const top = { transform: `translateY(${place.start}px)` };
              const slot = slots.get(key);
              if (item === undefined) {
                return (
                  <div
                    key={slot}
                    className="grid-row waiting"
                    role="presentation"
                    style={{ ...top, height: place.size }}
                  />
                );
              }
              const row = props.rowOf(item);
              const column = spot?.row === place.index ? spot.column : undefined;
              const part = selected && partOfRow(selected, place.index);
              return (
                <div
                  key={slot}
                  ref={fixed ? undefined : virtual.measureElement}
                  data-index={place.index}
                  className={fixed ? 'grid-place fixed' : 'grid-place'}
                  role="presentation"
                  style={fixed ? { ...top, height: place.size } : top}
                  hidden={place.index >= walked}
                >
                  {row === undefined ? (
                    <WideRow
                      key={key}
                      elementId={idOf(key)}
                      index={place.index}
                      columns={columns.length}
                      active={column !== undefined}
                      activate={activate}
                    >
                      {props.wide(item)}
                    </WideRow>
                  ) : (
                    <DrawnRow
                      id={key}
                      elementId={idOf(key)}
                      columns={columns}
                      row={row}
                      index={place.index}
                      column={column}
                      left={part?.left}
                      right={part?.right}
                      edge={part?.edge}
                      activeTestId={props.activeTestId}
                      rowAttributes={props.rowAttributes}
                      below={props.below}
                      leave={leave}
                      activate={activate}
                    />
                  )}
                </div>
              );
            })}
          </MotionContext>
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
