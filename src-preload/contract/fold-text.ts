import { cleanText, dashSigns, dotSigns } from './clean-text';

const dropped = new RegExp(String.raw`[\s()_/${dotSigns}${dashSigns}]`, 'gu');

/**
 * A text as texts are compared and searched: cleaned (clean-text.ts), lower case, without blanks, dots, dashes and
 * ( ) _ / (resources/docs/sheets.md, "Couriers").
 */
export function foldText(text: string): string {
  return isFolded(text) ? text : cleanText(text).toLowerCase().replace(dropped, '');
}

/** Digits, small letters and Hangul syllables alone: nearly every cell, and no expression. */
function isFolded(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPlain =
      (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0xac00 && code <= 0xd7a3);
    if (!isPlain) return false;
  }
  return true;
}
