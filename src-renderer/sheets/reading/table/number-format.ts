/** How a number format changes what a cell means: a date, leading zeros up to a width, or nothing. */
export type FormatMeaning = { is: 'plain' } | { is: 'date' } | { is: 'padded'; width: number };

const plain: FormatMeaning = { is: 'plain' };
const date: FormatMeaning = { is: 'date' };

/**
 * Built-in formats that stand in no file. 14 to 22 and 45 to 47 are dates and times everywhere; 27 to 36 and 50 to 58
 * are the date formats of Korean, Chinese and Japanese Excel (ECMA-376 18.8.30). 46 is a duration.
 */
export function builtInMeaning(id: number): FormatMeaning {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || id === 45 || id === 47;
  return isDate ? date : plain;
}

/**
 * What a format code means, judged by its first section. `00000` and `0000-0000-0000` pad with zeros; anything with a
 * date letter outside quotes, escapes and brackets is a date. Durations (`[h]:mm`) stay numbers.
 */
export function formatMeaning(code: string): FormatMeaning {
  if (/^general$/i.test(code.trim())) return plain;
  const bare = firstSection(code)
    .replaceAll(/"[^"]*"?/g, '')
    .replaceAll(/[\\_*]./gsu, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return plain;
  const letters = bare.replaceAll(/\[[^\]]*\]?/g, '');
  if (/^0[0\- ]*0$/.test(letters)) return { is: 'padded', width: letters.replaceAll(/[^0]/g, '').length };
  if (/general/i.test(letters)) return plain;
  // In 0.00E+00 the E belongs to the number, not to an era year.
  const withoutNumbers = letters.replaceAll(/[0#?.,]+(E[+-]?[0#?]+)?/gi, '');
  return /[ymdhsegb]/i.test(withoutNumbers) ? date : plain;
}

function firstSection(code: string): string {
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const letter = code[i];
    if (letter === '"') quoted = !quoted;
    else if (letter === '\\' && !quoted) i++;
    else if (letter === ';' && !quoted) return code.slice(0, i);
  }
  return code;
}

/** A whole number with the zeros its format shows in front. Anything else stays as it is. */
export function padNumber(text: string, width: number): string {
  return /^\d+$/.test(text) ? text.padStart(width, '0') : text;
}
