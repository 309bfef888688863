/**
 * What two values of one kind say about each other. `near`: they agree as far as they can be compared (a covered name, the
 * end of a phone number, a building without its flat). `unknown`: one side says nothing that could be compared; never
 * proof, and never against it.
 */
export type Likeness = 'same' | 'near' | 'unknown' | 'different';

const order: readonly Likeness[] = ['unknown', 'different', 'near', 'same'];

/** The more telling of two: same, near, different, unknown. */
export function likelier(one: Likeness, other: Likeness): Likeness {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

/** Signs that stand for covered letters and digits, inside a character class. */
export const coverSigns = '*○●◯〇◎#';
