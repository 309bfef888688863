/** Letters (UTF-16) that a cell of Excel can hold. A longer one, of a text file or a page, is kept up to there. */
export const longestText = 32_767;
/** No letter of UTF-16 takes more bytes of UTF-8. */
const longestBytes = 3 * longestText;

/** Where a text in UTF-8 that begins at `from` is to end: at `to`, or before, between two letters. */
export function endOfText(bytes: Uint8Array, from: number, to: number): number {
  if (to - from <= longestBytes) return to;
  let end = from + longestBytes;
  while (end > from && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}
