import { Fragment, useLayoutEffect, useRef } from 'react';
import type { HTMLAttributes, ReactNode, RefObject } from 'react';
import type { Spot } from './grid-moves';
import { isLedFromOutside } from './led-from-outside';
import { useRested } from './rest';

/** data-… attributes next to those React knows. */
export type DataAttributes = HTMLAttributes<HTMLDivElement> & {
  [name: `data-${string}`]: string | number | undefined;
};

const controls = 'button, input, select, textarea, a[href]';

/** What can have the keyboard in a cell, in order: its field, buttons, boxes. */
export function controlsOf(cell: Element): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>(controls)].filter((each) => !each.matches(':disabled'));
}

/**
 * One tab stop for the whole grid (ARIA Authoring Practices, "Grid"): of all cells only the active one can be reached
 * with Tab, by its field, its first control, or itself. A cell that becomes the active one takes the focus, unless
 * something in it has it already.
 */
function useRoving(place: RefObject<HTMLElement | null>, active: boolean): void {
  useLayoutEffect(() => {
    const cell = place.current;
    if (!cell) return;
    const all = controlsOf(cell);
    const stop = active ? stopOf(cell, all) : undefined;
    for (const each of [cell, ...all]) {
      const index = each === stop ? '0' : '-1';
      if (each.getAttribute('tabindex') !== index) each.setAttribute('tabindex', index);
    }
  });
  useLayoutEffect(() => {
    const cell = place.current;
    if (!active || !cell || cell.contains(document.activeElement) || isLedFromOutside()) return;
    stopOf(cell, controlsOf(cell)).focus({ preventScroll: true });
  }, [active, place]);
}

function stopOf(cell: HTMLElement, all: readonly HTMLElement[]): HTMLElement {
  return all.find((each) => each.matches('.cell-input')) ?? all[0] ?? cell;
}

interface CellProps {
  active: boolean;
  selected: boolean;
  /** Names of the borders of the range that this cell is at. */
  edge: string;
  /** 1-based, as aria-colindex counts. */
  column: number;
  onActivate(): void;
  attributes: DataAttributes | undefined;
  /** Handles of the frame around the active cell. */
  frame: DataAttributes;
  /** What comes when the rows rest; at once where the keyboard is. */
  late: (() => ReactNode) | undefined;
  /** The row. */
  id: string;
  /** Another row may have what is in it. */
  isStateless: boolean;
  children: ReactNode;
}

/** A cell of a row. */
export function GridCell({ active, selected, column, onActivate, attributes, ...props }: CellProps) {
  const { edge, frame, late, id, isStateless, children } = props;
  const cell = useRef<HTMLDivElement>(null);
  const { className = '', ...rest } = attributes ?? {};
  const isRested = useRested(late && id);
  useRoving(cell, active);
  return (
    <div
      ref={cell}
      role="gridcell"
      className={['grid-cell', active ? 'active' : '', selected ? `selected ${edge}` : '', className].join(' ')}
      tabIndex={-1}
      aria-colindex={column}
      aria-selected={active || selected}
      onFocus={(event) => {
        onActivate();
        // A click next to the text of a cell that is edited means its editor.
        if (event.target === event.currentTarget)
          event.currentTarget.querySelector<HTMLInputElement>('input.cell-input')?.focus();
      }}
      {...rest}
    >
      {isStateless ? children : <Fragment key={id}>{children}</Fragment>}
      {late && (isRested || active) ? <Fragment key={`late ${id}`}>{late()}</Fragment> : null}
      {active ? <span className="active-frame" aria-hidden="true" {...frame} /> : null}
    </div>
  );
}

interface WideProps {
  elementId: string;
  index: number;
  columns: number;
  /** The keyboard is on it. */
  active: boolean;
  activate(next: Spot): void;
  children: ReactNode;
}

/** A row without columns: one cell over all of them, as the head of a group has. The keyboard goes to its first button. */
export function WideRow({ elementId, index, columns, active, activate, children }: WideProps) {
  const cell = useRef<HTMLDivElement>(null);
  useRoving(cell, active);
  return (
    <div id={elementId} className="grid-row wide" role="row" aria-rowindex={index + 2}>
      <div
        ref={cell}
        className="grid-wide"
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        tabIndex={-1}
        onFocus={() => (active ? undefined : activate({ row: index, column: 0 }))}
      >
        {children}
      </div>
    </div>
  );
}
