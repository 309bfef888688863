/** What the seller said of a box; what is absent is as suggested. */
export interface BoxChoice {
  ticked?: boolean;
  /** The product orders that are in it. */
  orders?: readonly string[];
}

/** What the seller said of boxes, by their first rows, with the way back and forth through it. */
export interface Choices {
  now: ReadonlyMap<number, BoxChoice>;
  past: readonly ReadonlyMap<number, BoxChoice>[];
  future: readonly ReadonlyMap<number, BoxChoice>[];
}

export const noChoices: Choices = { now: new Map(), past: [], future: [] };

/** The choices with one more said. */
export function withChoice({ now, past }: Choices, row: number, choice: BoxChoice): Choices {
  return { now: new Map(now).set(row, { ...now.get(row), ...choice }), past: [...past, now], future: [] };
}

/** One step back; the same where there is none. */
export function stepBack(choices: Choices): Choices {
  const last = choices.past.at(-1);
  if (last === undefined) return choices;
  return { now: last, past: choices.past.slice(0, -1), future: [choices.now, ...choices.future] };
}

/** One step forth again. */
export function stepForth(choices: Choices): Choices {
  const [next, ...rest] = choices.future;
  if (next === undefined) return choices;
  return { now: next, past: [...choices.past, choices.now], future: rest };
}
