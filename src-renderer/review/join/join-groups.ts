import { isTicked, ordersOf, type Join, type JoinBox } from './joins-state';

export const joinGroups = ['asked', 'suggested', 'alone', 'orders', 'found'] as const;
export type JoinGroup = (typeof joinGroups)[number];

/** What a row of a group shows of its state, until it is decided. */
export const groupShapes = { asked: 'look', suggested: 'look', alone: 'yet', orders: 'yet', found: 'ready' } as const;

/** Rows of one group that are drawn at first, and with each press for more. */
export const drawnAtFirst = 200;

/** Where a box stands, as it was suggested: a decision does not move the row under the pointer. */
export function groupOf({ is, ticked }: JoinBox): Exclude<JoinGroup, 'orders'> {
  if (is === 'asked') return 'asked';
  if (is === 'alone') return 'alone';
  return ticked ? 'found' : 'suggested';
}

export interface JoinSums {
  groups: Record<Exclude<JoinGroup, 'orders'>, JoinBox[]>;
  /** Boxes that go with the next press, their lines and the orders in them. */
  boxes: number;
  lines: number;
  orders: number;
  /** Lines that stay as they are. */
  left: number;
  /** Lines of asked and suggested boxes that are still to be decided. */
  toChoose: number;
  /** Lines of boxes without a pair, that got none by hand either. */
  alone: number;
}

/** Lines of boxes: what is counted where 줄 is said. */
export function linesOf(boxes: readonly JoinBox[]): number {
  return boxes.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The boxes of a join by group, and what the next press does. */
export function sumsOf({ suggested, choices }: Join): JoinSums {
  const groups: JoinSums['groups'] = { asked: [], suggested: [], alone: [], found: [] };
  const sums = { boxes: 0, lines: 0, orders: 0, left: 0, toChoose: 0, alone: 0 };
  for (const box of suggested?.boxes ?? []) {
    const choice = choices.now.get(box.rows[0] ?? 0);
    const group = groupOf(box);
    groups[group].push(box);
    if (isTicked(box, choice)) {
      sums.boxes += 1;
      sums.lines += box.rows.length;
      sums.orders += ordersOf(box, choice).length;
    } else {
      sums.left += box.rows.length;
      if (group === 'alone') sums.alone += box.rows.length;
      else if (group !== 'found' && choice?.ticked === undefined) sums.toChoose += box.rows.length;
    }
  }
  return { groups, ...sums };
}
