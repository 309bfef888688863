import { joinLines } from '../../../src-preload/contract/join/join';
import type { InventedDay } from './make-parcels';

/** What became of a day's lines. */
export interface JoinFigures {
  parcels: number;
  lines: number;
  orders: number;
  /** Ticked boxes with an order that is not theirs: what would go out wrong without a look. */
  wrong: number;
  /** Of all pairs of a line and a product order: those in the first candidate, ticked or not. */
  foundShare: number;
  /**
   * What is left to the seller: each box that has an order, or is offered one, and is not ticked; two boxes for one product
   * order are one question.
   */
  questions: number;
  questionsPer100: number;
  /** Ticked boxes that lack one of their orders. */
  incomplete: number;
}

/** Joins a day and compares with the truth. */
export function measureJoin({ lines, orders, truth, parcels }: InventedDay): JoinFigures {
  let [pairs, found, wrong, incomplete] = [0, 0, 0, 0];
  const questions = new Set<string>();
  for (const { rows, is, ticked, candidates } of joinLines(lines, orders).boxes) {
    const own = new Set(rows.flatMap((row) => truth.get(row) ?? []));
    const offered = is === 'alone' ? [] : (candidates[0]?.orders ?? []);
    const taken = offered.filter((each) => each.ticked).map(({ productOrderId }) => productOrderId);
    pairs += own.size;
    found += taken.filter((id) => own.has(id)).length;
    if (ticked) {
      if (taken.some((id) => !own.has(id))) wrong += 1;
      else if (taken.length < own.size) incomplete += 1;
    } else if (own.size > 0 || is !== 'alone') questions.add(taken.length > 0 ? taken.join(' ') : `row ${rows[0]}`);
  }
  return {
    parcels,
    lines: lines.length,
    orders: orders.length,
    wrong,
    foundShare: found / pairs,
    questions: questions.size,
    questionsPer100: (questions.size / parcels) * 100,
    incomplete,
  };
}
