/**
 * What stands in a cell, or was typed or pasted, without characters that cannot be seen: the one rule for every field, header word,
 * search and setting. NFKC (full-width forms), then each sign by its class:
 *
 * - taken out: default-ignorable and format characters (zero width, bidi controls, soft hyphen, variation selectors,
 *   tags), control characters (STX, ETX, DEL, C1), the object replacement character, null glyphs of other scripts;
 * - made a blank: every space, Hangul and Braille fillers, the information separators U+001C to U+001F that an export
 *   library puts before long numbers and a scanner between its fields;
 * - made a line end: NEL, line and paragraph separator.
 *
 * `_x001F_`, the OOXML escape of such a sign (ECMA-376 22.4.2.4), is the sign. Both ends are trimmed. Characters that are
 * never drawn and mean nothing known (private use, unassigned, half a pair) stay, and unseenNames() names them.
 */
export function cleanText(text: string): string {
  if (isPlain(text)) return text;
  return decodeEscapes(text).replace(removed, '').replace(lineEnds, '\n').replace(blanks, ' ').normalize('NFKC').trim();
}

/** Whether a text has nothing in it that can be seen. */
export function isBlankText(text: string): boolean {
  return text === '' || cleanText(text) === '';
}

/** Whether a text holds signs that cannot be seen, and that are no ordinary space. */
export function hasUnseen(text: string): boolean {
  if (isPlain(text)) return false;
  const decoded = decodeEscapes(text);
  return decoded !== text || unseen.test(decoded);
}

/** Code points that cleanText() has to leave in a text although they are not drawn: `U+E000`, each once. */
export function unseenNames(text: string): string[] {
  const found = cleanText(text).match(kept) ?? [];
  return [...new Set(found)].map((each) => {
    const code = each.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** Inside a character class, after cleanText(): dots between words (ㆍ becomes U+119E under NFKC). */
export const dotSigns = String.raw`.·•‣‧∙⋅◦⦁⸰⸱⸳・ꞏ\u1427\u16EB\u119E。`;

/** Inside a character class, after cleanText(): dashes, and what is typed for one (ー ─ ㅡ). */
export const dashSigns = String.raw`\p{Pd}−ー─━˗⁃⎯➖\u1173`;

/** U+1D159, U+16FE4 and U+13441 to U+13442 have a glyph without ink; U+FFFC stands for a picture that is not there. */
const taken = String.raw`\p{Cf}\uFFFC\u{16FE4}\u{1D159}\u{13441}\u{13442}`;
const controls = String.raw`\0-\x08\x0E-\x1B\x7F-\x84\x86-\x9F`;
/** Default-ignorable too, but as wide as a letter. */
const fillers = String.raw`\u115F\u1160\u3164\uFFA0\u2800\x1C-\x1F`;

const removed = new RegExp(
  String.raw`(?![\u115F\u1160\u3164\uFFA0])\p{Default_Ignorable_Code_Point}|[${taken}${controls}]`,
  'gu',
);
const lineEnds = /[\u0085\u2028\u2029]/gu;
const blanks = new RegExp(String.raw`[${fillers}]|(?![\t\n\r])\s`, 'gu');
const unseen = new RegExp(String.raw`[\p{Default_Ignorable_Code_Point}${taken}${controls}${fillers}\x85]`, 'u');
const kept = /[\p{Co}\p{Cn}\p{Cs}]/gu;

const escaped = /_x([\dA-F]{4})_/giu;

function decodeEscapes(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return text;
  return text.replace(escaped, (whole, hex: string) => {
    const sign = String.fromCharCode(Number.parseInt(hex, 16));
    return unseen.test(sign) || /\s/u.test(sign) ? sign : whole;
  });
}

/** Printable ASCII and Hangul syllables without a blank at an end or an escape: nearly every cell, and no expression. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || (code > 0x7e && (code < 0xac00 || code > 0xd7a3))) return false;
    if (code === 0x5f && (text.charCodeAt(index + 1) | 0x20) === 0x78) return false;
  }
  return text.charCodeAt(0) !== 0x20 && text.charCodeAt(text.length - 1) !== 0x20;
}
