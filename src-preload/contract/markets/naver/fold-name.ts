/** Format characters among them: a zero-width blank comes along with what is copied from a page, and is not seen. */
const dropped = /[\s\p{Cf}()（）·.\-_/]/gu;
const tails = ['택배', '로지스', 'logistics', 'express'] as const;

/** A spelling as names are compared: NFKC, lower case, without blanks and ( ) · . - _ / (courier-aliases.json, "normalisation"). */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(dropped, '');
}

/** A folded name without its last 택배, 로지스, logistics or express; undefined where it has none or is nothing else. */
export function withoutTail(folded: string): string | undefined {
  const tail = tails.find((each) => folded.length > each.length && folded.endsWith(each));
  return tail === undefined ? undefined : folded.slice(0, -tail.length);
}
