import type { ReviewRow } from '../../sheets/protocol';

/** Rows cross from the worker as copies; what they say decides. */
export function isSameRow(one: ReviewRow, other: ReviewRow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
