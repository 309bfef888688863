import { cleanText } from '../clean-text';
import type { Line } from '../line';

/**
 * What one tracking number on several product orders means: `together` when they share an order, a recipient or an
 * address, or nothing tells them apart; `strangers` when recipients or addresses differ; `orders` when only the orders
 * are known and differ.
 */
export type Bundle = 'together' | 'strangers' | 'orders';

const shared = ['orderId', 'recipient', 'address'] as const;

const fold = (text: string): string => cleanText(text).replace(/\s/gu, '').toLowerCase();

function rootOf(parents: Int32Array, index: number): number {
  let root = index;
  while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
  let step = index;
  while (step !== root) {
    const next = parents[step] ?? root;
    parents[step] = root;
    step = next;
  }
  return root;
}

/** Judges the lines of one number; two or more are expected. */
export function judgeBundle(lines: readonly Line[]): Bundle {
  const parents = Int32Array.from(lines.keys());
  const seen = new Map<string, number>();
  const values = shared.map((field) => lines.map((line) => fold(line.cells[field] ?? '')));
  for (const [kind, column] of values.entries()) {
    for (const [index, value] of column.entries()) {
      if (value === '') continue;
      const key = `${kind}${value}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else parents[rootOf(parents, index)] = rootOf(parents, first);
    }
  }
  // A kind of fact tells strangers apart only where two groups both have it and it differs.
  const groupsWith = (kind: number): number =>
    new Set((values[kind] ?? []).flatMap((value, index) => (value === '' ? [] : [rootOf(parents, index)]))).size;
  if (groupsWith(1) > 1 || groupsWith(2) > 1) return 'strangers';
  return groupsWith(0) > 1 ? 'orders' : 'together';
}
