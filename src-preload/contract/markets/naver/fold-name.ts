import { cleanText, dashSigns, dotSigns } from '../../clean-text';

const dropped = new RegExp(String.raw`[\s()_/${dotSigns}${dashSigns}]`, 'gu');
const tails = ['택배', '로지스', 'logistics', 'express'] as const;

/**
 * A spelling as names are compared: cleaned (clean-text.ts), lower case, without blanks, dots, dashes and ( ) _ /
 * (resources/docs/sheets.md, "Couriers").
 */
export function foldName(text: string): string {
  return cleanText(text).toLowerCase().replace(dropped, '');
}

/** A folded name without its last 택배, 로지스, logistics or express; undefined where it has none or is nothing else. */
export function withoutTail(folded: string): string | undefined {
  const tail = tails.find((each) => folded.length > each.length && folded.endsWith(each));
  return tail === undefined ? undefined : folded.slice(0, -tail.length);
}
