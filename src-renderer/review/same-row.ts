import type { ReviewItem } from '../sheets/protocol';

/** Rows cross from the worker as copies; what they say decides. */
export function isSameRow(one: ReviewItem, other: ReviewItem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
