/** ignoreBOM: a cell may begin with U+FEFF, and what is stored is what is shown. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const longestShort = 256;

/**
 * A list for each length of a short text: made once and filled again, since String.fromCharCode takes a plain array of
 * the right length four times as fast as a part of a typed one.
 */
const lists: readonly number[][] = Array.from({ length: longestShort + 1 }, (_, length) =>
  Array.from({ length }, () => 0),
);

/**
 * UTF-8 bytes to a string. Cells are short, and TextDecoder costs more for setting out than for 30 bytes, so short and
 * well-formed ones are put together here; whatever is odd or long goes to TextDecoder.
 */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  const codes = lists[to - from];
  if (codes === undefined) return decoder.decode(bytes.subarray(from, to));
  let length = 0;
  for (let i = from; i < to;) {
    const first = bytes[i] ?? 0;
    if (first < 0x80) {
      codes[length++] = first;
      i += 1;
      continue;
    }
    // Hangul is three bytes, E1 to ED. E0 and ED need care about overlong forms and surrogates.
    const second = bytes[i + 1] ?? 0;
    const third = bytes[i + 2] ?? 0;
    const plain = first > 0xe0 && first < 0xf0 && first !== 0xed;
    const hangulEnd = first === 0xed && second < 0xa0;
    if ((!plain && !hangulEnd) || i + 2 >= to || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) {
      return decoder.decode(bytes.subarray(from, to));
    }
    codes[length++] = ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
    i += 3;
  }
  return textOf(codes, length);
}

/** The string of the first `length` codes. */
function textOf(codes: readonly number[], length: number): string {
  let exact = codes;
  if (length < codes.length) {
    const shorter = lists[length] ?? [];
    for (let at = 0; at < length; at += 1) shorter[at] = codes[at] ?? 0;
    exact = shorter;
  }
  const text: unknown = Reflect.apply(String.fromCharCode, undefined, exact);
  return typeof text === 'string' ? text : '';
}
