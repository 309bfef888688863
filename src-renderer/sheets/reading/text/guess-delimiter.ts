const candidates = [0x09, 0x2c, 0x3b, 0x7c] as const;
export type Delimiter = (typeof candidates)[number];

/** Lines looked at; notices above the header are few. */
const lines = 60;
const quote = 0x22;

/**
 * The delimiter by content: the one that cuts most lines into the same number of fields, more fields winning between
 * equals. Tab before comma before semicolon before bar: addresses hold commas, nothing holds tabs.
 */
export function guessDelimiter(bytes: Uint8Array): Delimiter {
  let best: Delimiter = 0x2c;
  let bestScore = 0;
  for (const candidate of candidates) {
    const counts = fieldCounts(bytes, candidate);
    const tally = new Map<number, number>();
    for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
    for (const [fields, times] of tally) {
      const score = (times / counts.length) * 100 + Math.min(fields, 30);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
  }
  return best;
}

/**
 * `sep=;` in the first line is Excel's own word for it, with or without quotes, and with the delimiters behind it that a
 * program adds to make all lines of one length. Excel shows no row for that line. `length`: bytes up to the next line.
 */
export function declaredDelimiter(bytes: Uint8Array): { delimiter: Delimiter; length: number } | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const sign = /^[ \t]{0,5}"?sep=([\t,;|])"?[\t,;| ]*(\r\n|\n|\r)/i.exec(head);
  const delimiter = candidates.find((code) => code === sign?.[1]?.charCodeAt(0));
  return sign === null || delimiter === undefined ? undefined : { delimiter, length: sign[0].length };
}

function fieldCounts(bytes: Uint8Array, delimiter: number): number[] {
  const counts: number[] = [];
  let fields = 1;
  let isQuoted = false;
  let isBlank = true;
  let previous = delimiter;
  const end = Math.min(bytes.length, 256 * 1024);
  for (let i = 0; i < end && counts.length < lines; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === quote && (isQuoted || previous === delimiter || previous === 0x0a)) isQuoted = !isQuoted;
    else if (!isQuoted && byte === delimiter) fields++;
    else if (!isQuoted && (byte === 0x0a || byte === 0x0d)) {
      if (!isBlank) counts.push(fields);
      fields = 1;
      isBlank = true;
      previous = 0x0a;
      continue;
    }
    isBlank = false;
    previous = byte;
  }
  if (!isBlank && counts.length < lines) counts.push(fields);
  return counts;
}
