const rowTag = /<\/(?:[\w-]+:)?(?:row|tr|table-row)\s*>/iu;
const lineEnd = /[\r\n]+/u;

/**
 * Whether a file's own text has both in one row: then the mutation itself has put an order next to another row's number,
 * and a reader that pairs them reads what stands there. `content`: the text, or the part of a zip, as it was mutated;
 * both values in ASCII, so that the encoding does not matter. A binary part has no such rows: never.
 */
export function standsInOneRow(content: Uint8Array, one: string, other: string): boolean {
  const text = Buffer.from(content).toString('latin1').replaceAll('\0', '');
  const rows = text.split(rowTag.test(text) ? rowTag : lineEnd);
  return rows.length > 1 && rows.some((row) => row.includes(one) && row.includes(other));
}
