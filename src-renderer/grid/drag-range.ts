import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Spot } from './grid-moves';

/** px beyond the edge of the rows for which a frame scrolls by one px more. */
const pxPerStep = 4;
const leastStep = 6;

/** The cell under an element of the grid, by the attributes that assistive technology reads; undefined where there is none. */
export function spotOf(element: Element | null): Spot | undefined {
  const cell = element?.closest('[role=gridcell][aria-colindex]');
  const place = cell?.closest<HTMLElement>('[data-index]');
  if (!cell || !place) return undefined;
  return { row: Number(place.dataset['index']), column: Number(cell.getAttribute('aria-colindex')) - 1 };
}

/**
 * Extends a range while the pointer is held down: over other cells, and beyond the edge of the rows, which scroll then.
 * Answers what the grid calls when the pointer goes down on one of its cells.
 */
export function useDragRange(
  scroller: RefObject<HTMLElement | null>,
  extend: (from: Spot, to: Spot) => void,
): (from: Spot) => void {
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return (from) => {
    stop.current?.();
    let frame: number | undefined;
    let pointer = { x: 0, y: 0 };
    let last: Spot = from;
    function reach(x: number, y: number): void {
      const rows = scroller.current;
      if (!rows) return;
      const box = rows.getBoundingClientRect();
      const inside = { x: clamp(x, box.left + 1, box.right - 20), y: clamp(y, box.top + 1, box.bottom - 2) };
      const to = spotOf(document.elementFromPoint(inside.x, inside.y));
      if (!to || (to.row === last.row && to.column === last.column)) return;
      last = to;
      extend(from, to);
    }
    function scrollOn(): void {
      frame = undefined;
      const rows = scroller.current;
      if (!rows) return;
      const { top, bottom } = rows.getBoundingClientRect();
      const beyond = pointer.y > bottom ? pointer.y - bottom : pointer.y < top ? pointer.y - top : 0;
      if (beyond === 0) return;
      rows.scrollTop += Math.sign(beyond) * (leastStep + Math.abs(beyond) / pxPerStep);
      reach(pointer.x, pointer.y);
      frame = requestAnimationFrame(scrollOn);
    }
    const onMove = (event: PointerEvent): void => {
      if (event.buttons % 2 === 0) return end();
      pointer = { x: event.clientX, y: event.clientY };
      reach(pointer.x, pointer.y);
      frame ??= requestAnimationFrame(scrollOn);
    };
    function end(): void {
      if (frame !== undefined) cancelAnimationFrame(frame);
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', end);
      stop.current = undefined;
    }
    stop.current = end;
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', end);
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
