import type { KeyboardEvent } from 'react';
import {
  boxOf,
  chooseBox,
  dropLine,
  isTicked,
  joinLifted,
  liftLine,
  lookAt,
  pointAt,
  redoJoin,
  undoJoin,
  type Join,
} from './joins-state';

/** Where the join has keys of its own. */
export const joinPlaces = ['send'] as const;

/** Rows of boxes that are drawn, in their order: what is folded, or not drawn yet, is not worked by keys. */
function drawnRows(list: Element): number[] {
  return [...list.querySelectorAll<HTMLElement>('.join-row[data-row]')].map(({ dataset }) => Number(dataset['row']));
}

/** Open orders that are drawn, likewise. */
function drawnOrders(list: Element): string[] {
  const rows = [...list.querySelectorAll<HTMLElement>('.join-row[data-taken=false]')];
  return rows.flatMap(({ dataset }) => dataset['productOrderId'] ?? []);
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

function at<Item>(list: readonly Item[], from: number, by: number): Item | undefined {
  return list[Math.min(list.length - 1, Math.max(0, from + by))];
}

/**
 * The keys of the list: arrows walk the lines, Space ticks, Enter lifts a line; while one is lifted arrows walk the orders
 * without a number, Enter joins and Escape puts it down. A key that is held down decides once. Answers whether the key meant
 * something.
 * @param list what is drawn
 */
export function takeJoinKey(key: string, join: Join, event: KeyboardEvent, list: Element): boolean {
  const { active, lifted, target } = join;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key.toLowerCase() === 'z') {
    if (event.shiftKey) redoJoin(key);
    else undoJoin(key);
    return true;
  }
  if (isCommand && event.key.toLowerCase() === 'y') {
    redoJoin(key);
    return true;
  }
  if (isCommand || event.altKey) return false;
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) return true;
  const step = steps[event.key];
  if (lifted !== undefined) {
    if (event.key === 'Escape') dropLine(key);
    else if (event.key === 'Enter') joinLifted(key);
    else if (step !== undefined) {
      const orders = drawnOrders(list);
      const next = at(orders, orders.indexOf(target ?? ''), step);
      if (next !== undefined) pointAt(key, next);
    } else return false;
    return true;
  }
  const rows = drawnRows(list);
  if (step !== undefined) {
    const next = at(rows, active === undefined ? -1 : rows.indexOf(active), step);
    if (next !== undefined) lookAt(key, next);
  } else if (active === undefined || !rows.includes(active)) return false;
  else if (event.key === 'Enter') liftLine(key, active);
  else if (event.key === ' ') {
    const box = boxOf(join, active);
    if (box === undefined) return false;
    chooseBox(key, active, { ticked: !isTicked(box, join.choices.now.get(active)) });
  } else return false;
  return true;
}
