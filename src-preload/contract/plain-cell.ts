import { cleanText } from './clean-text';

/**
 * A count next to a digit: 685000000106①, …², …Ⅱ. NFKC makes digits or letters of the number of it, so a blank parts the
 * two first.
 */
const countBeside = /(?<=\p{Nd})(?=[\p{No}\p{Nl}])|(?<=[\p{No}\p{Nl}])(?=\p{Nd})/gu;

/** What is left of quotes and separators when rows are put together by hand: "685000000106", ="685000000106", 685000000106, */
const quoted = /^=?["'’‘“”`]*([\p{L}\d][\p{L}\d\s-]*[\p{L}\d])["'’‘“”`]*[,;]?$/u;

/**
 * A cell's text without what Excel and copying put around it: cleaned, and without one leading apostrophe. What stands
 * apart from a number stays apart from it.
 */
export function plainCell(text: string): string {
  const plain = cleanText(text.replaceAll(countBeside, ' ')).replace(/^['’‘`]/u, '');
  return (quoted.exec(plain)?.[1] ?? plain).trim();
}

/** Whether a text is digits and nothing else; no expression, because every cell of a sheet passes here. */
export function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

/** 1.23E+15: a number whose digits Excel has thrown away. */
export const exponent = /^\d(?:[.,]\d+)?\s?e\s?\+?\s?\d+$/iu;
