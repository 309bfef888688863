import { useLayoutEffect, useState } from 'react';

/** The element of each row that is drawn, as a number; a row keeps its element for as long as it is drawn. */
export interface RowSlots {
  of: ReadonlyMap<string, number>;
  /** Rows whose element goes with them: they have the keyboard, or a height of their own. */
  own: ReadonlySet<string>;
  /** The next number that no element has had. */
  next: number;
}

const noSlots: RowSlots = { of: new Map(), own: new Set(), next: 0 };

/**
 * Gives each row that comes into view the element of one that has left it, so that scrolling changes texts instead of
 * making and removing elements; a new one where none is free. An element that had the keyboard is never passed on: the
 * focus would be in another row.
 */
function assignSlots(before: RowSlots, keys: readonly string[], own: ReadonlySet<string>, mayReuse: boolean): RowSlots {
  const drawn = new Set(keys);
  const free: number[] = [];
  if (mayReuse) {
    for (const [key, slot] of before.of) if (!drawn.has(key) && !before.own.has(key)) free.push(slot);
  }
  let { next } = before;
  const of = new Map<string, number>();
  for (const key of drawn) {
    const slot = before.of.get(key) ?? free.shift() ?? next;
    if (slot === next) next += 1;
    of.set(key, slot);
  }
  return { of, own, next };
}

/** Keeps what was shown last, from which the next drawing starts. */
function createMemory() {
  let shown = noSlots;
  return {
    assign: (keys: readonly string[], own: ReadonlySet<string>, mayReuse: boolean): RowSlots =>
      assignSlots(shown, keys, own, mayReuse),
    keep(slots: RowSlots): void {
      shown = slots;
    },
  };
}

/** The slots of the rows of this drawing; a drawing that is given up changes nothing. */
export function useRowSlots(keys: readonly string[], own: ReadonlySet<string>, mayReuse: boolean): RowSlots['of'] {
  const [memory] = useState(createMemory);
  const slots = memory.assign(keys, own, mayReuse);
  useLayoutEffect(() => memory.keep(slots));
  return slots.of;
}
