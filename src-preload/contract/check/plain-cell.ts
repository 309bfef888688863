import { cleanText } from '../clean-text';

/** A cell's text without what Excel and copying put around it: cleaned, and without one leading apostrophe. */
export function plainCell(text: string): string {
  return cleanText(text)
    .replace(/^['’‘`]/u, '')
    .trim();
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
export const exponent = /^\d(?:\.\d+)?e\+?\d+$/iu;
