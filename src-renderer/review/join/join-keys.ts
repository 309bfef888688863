import type { KeyboardEvent } from 'react';
import { joinGroups, sumsOf } from './join-groups';
import {
  chooseBox,
  dropLine,
  isTicked,
  joinLifted,
  liftLine,
  lookAt,
  openOrders,
  pointAt,
  redoJoin,
  undoJoin,
  type Join,
} from './joins-state';

/** Rows of boxes in the order they are shown. */
export function rowsInOrder(join: Join): number[] {
  const { groups } = sumsOf(join);
  return joinGroups.flatMap((group) =>
    group === 'orders' ? [] : groups[group].flatMap(({ rows: [first] }) => first ?? []),
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

function at<Item>(list: readonly Item[], from: number, by: number): Item | undefined {
  return list[Math.min(list.length - 1, Math.max(0, from + by))];
}

/**
 * The keys of the list: arrows walk the lines, Space ticks, Enter lifts a line; while one is lifted arrows walk the orders
 * without a number, Enter joins and Escape puts it down. Answers whether the key meant something.
 */
export function takeJoinKey(key: string, join: Join, event: KeyboardEvent): boolean {
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
  const step = steps[event.key];
  if (lifted !== undefined) {
    if (event.key === 'Escape') dropLine(key);
    else if (event.key === 'Enter') joinLifted(key);
    else if (step !== undefined) {
      const orders = openOrders(join);
      const next = at(orders, orders.indexOf(target ?? ''), step);
      if (next !== undefined) pointAt(key, next);
    } else return false;
    return true;
  }
  if (step !== undefined) {
    const rows = rowsInOrder(join);
    const next = at(rows, active === undefined ? -1 : rows.indexOf(active), step);
    if (next !== undefined) lookAt(key, next);
  } else if (active === undefined) return false;
  else if (event.key === 'Enter') liftLine(key, active);
  else if (event.key === ' ') {
    const box = join.suggested?.boxes.find(({ rows: [first] }) => first === active);
    if (box === undefined) return false;
    chooseBox(key, active, { ticked: !isTicked(box, join.choices.now.get(active)) });
  } else return false;
  return true;
}
