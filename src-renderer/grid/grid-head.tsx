import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, Ref } from 'react';
import { Icon } from '../ui/icons';
import { limitWidth } from './column-widths';
import type { Column } from './grid-row';

/** The order of a grid's rows: by one column, or that of their source. */
export interface GridSort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** What the head of a grid can do with its columns; what is absent it cannot. */
export interface HeadActs {
  sort?: GridSort | undefined;
  /** A press on a column's name: ascending, then descending, then the order of the source. */
  onSort?(column: string): void;
  /** A column became so many px wide; undefined: as wide as the style sheet has it. `settled`: it stays so. */
  onWidth?(column: string, px: number | undefined, settled: boolean): void;
}

interface Props<Row> extends HeadActs {
  ref: Ref<HTMLDivElement>;
  columns: readonly Column<Row>[];
  /** Gives the keyboard back to the rows. */
  onLeave(): void;
}

/** px by which a key makes a column wider or narrower. */
const widthStep = 8;
const controls = ':is(button, input):not(:disabled)';

/** The names of the columns. It is no tab stop: the keyboard comes from the first row with the arrow up. */
export function GridHead<Row>({ ref, columns, onLeave, ...acts }: Props<Row>) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const cell = headerOf(event.target);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.altKey) {
      const key = cell?.dataset['column'];
      if (!cell || !acts.onWidth || key === undefined || step === 0) return;
      acts.onWidth(key, limitWidth(cell.getBoundingClientRect().width + step * widthStep), true);
    } else if (event.key === 'ArrowDown' || event.key === 'Escape') onLeave();
    else if (step !== 0) walkHead(event.currentTarget, event.target, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  // A box or a filter in the name of a column is walked to as the names are.
  const row = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => row.current, []);
  useLayoutEffect(() => {
    for (const each of row.current?.querySelectorAll(controls) ?? []) each.setAttribute('tabindex', '-1');
  });
  return (
    <div className="grid-head" role="row" aria-rowindex={1} ref={row} onKeyDown={onKeyDown}>
      {columns.map((column, at) => (
        <Header key={column.key} column={column} index={at + 1} acts={acts} />
      ))}
    </div>
  );
}

function Header<Row>({ column, index, acts }: { column: Column<Row>; index: number; acts: HeadActs }) {
  const { key, header, beside } = column;
  const { sort, onSort, onWidth } = acts;
  const canSort = column.sortable === true && onSort !== undefined;
  const direction = sort?.column === key ? sort.direction : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      className="grid-header"
      data-column={key}
      {...(canSort ? { 'aria-sort': direction ?? 'none' } : {})}
    >
      {canSort ? (
        <button type="button" tabIndex={-1} className="head-sort" onClick={() => onSort(key)}>
          <span className="one-line">{header}</span>
          {direction === undefined ? null : <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
        </button>
      ) : (
        header
      )}
      {beside}
      {onWidth && column.sortable === true ? <Edge onWidth={(px, settled) => onWidth(key, px, settled)} /> : null}
    </div>
  );
}

/** The right edge of a column's name: dragged it makes the column wider, pressed twice as wide as it was. */
function Edge({ onWidth }: { onWidth(px: number | undefined, settled: boolean): void }) {
  const began = useRef<{ x: number; px: number } | undefined>(undefined);
  const widthAt = ({ clientX }: PointerEvent): number | undefined =>
    began.current && limitWidth(began.current.px + clientX - began.current.x);
  return (
    <span
      className="head-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        const px = headerOf(event.target)?.getBoundingClientRect().width;
        if (px === undefined) return;
        began.current = { x: event.clientX, px };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const px = widthAt(event);
        if (px !== undefined) onWidth(px, false);
      }}
      onPointerUp={(event) => {
        const px = widthAt(event);
        const hasMoved = began.current !== undefined && began.current.x !== event.clientX;
        began.current = undefined;
        if (hasMoved) onWidth(px, true);
      }}
      onPointerCancel={() => {
        began.current = undefined;
      }}
      onDoubleClick={() => onWidth(undefined, true)}
    />
  );
}

/** Brings the keyboard from the first row to the name of a column; false where it has nothing to press. */
export function enterHead(head: HTMLElement | null, column: number): boolean {
  const cell = head?.querySelector(`[aria-colindex="${column + 1}"]`);
  const control = cell?.querySelector<HTMLElement>(controls) ?? head?.querySelector<HTMLElement>(controls);
  control?.focus();
  return control !== undefined && control !== null;
}

function headerOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role=columnheader]') : null;
}

function walkHead(head: HTMLElement, from: EventTarget, step: number): void {
  const all = [...head.querySelectorAll<HTMLElement>(controls)];
  all[all.findIndex((each) => each === from) + step]?.focus();
}
