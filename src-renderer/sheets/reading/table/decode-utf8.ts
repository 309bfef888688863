/** ignoreBOM: a cell may begin with U+FEFF, and what is stored is what is shown. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const scratch = new Uint16Array(256);

/**
 * UTF-8 bytes to a string. Cells are short, and TextDecoder costs more for setting out than for 30 bytes, so short and
 * well-formed ones are put together here; whatever is odd or long goes to TextDecoder.
 */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > scratch.length) return decoder.decode(bytes.subarray(from, to));
  let length = 0;
  for (let i = from; i < to;) {
    const first = bytes[i] ?? 0;
    if (first < 0x80) {
      scratch[length++] = first;
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
    scratch[length++] = ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
    i += 3;
  }
  const text: unknown = Reflect.apply(String.fromCharCode, undefined, scratch.subarray(0, length));
  return typeof text === 'string' ? text : '';
}
