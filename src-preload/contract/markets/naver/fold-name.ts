import { foldText } from '../../fold-text';

const tails = ['택배', '로지스', 'logistics', 'express'] as const;

/** A spelling as names are compared (fold-text.ts). */
export function foldName(text: string): string {
  return foldText(text);
}

/** A folded name without its last 택배, 로지스, logistics or express; undefined where it has none or is nothing else. */
export function withoutTail(folded: string): string | undefined {
  const tail = tails.find((each) => folded.length > each.length && folded.endsWith(each));
  return tail === undefined ? undefined : folded.slice(0, -tail.length);
}
