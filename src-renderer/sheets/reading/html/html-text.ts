const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  middot: '·',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  times: '×',
  copy: '©',
  reg: '®',
  won: '₩',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  deg: '°',
  laquo: '«',
  raquo: '»',
  emsp: ' ',
  ensp: ' ',
  zwnj: '',
};

/** Character references of HTML that sheets carry; a hard space becomes an ordinary one. Unknown ones stay. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name] ?? named[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    if (code === 0xa0) return ' ';
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * The text of a cell as a browser would show it: runs of white space are one space, line breaks only where the markup
 * has them (`lineBreak` stands for those), none at the ends.
 */
export function cellText(raw: string): string {
  const folded = raw.replaceAll(/[\t\n\r\f ]+/g, ' ').split(lineBreak);
  return unescapeHtml(folded.map((line) => line.trim()).join('\n')).trim();
}

/** Stands for a line break of the markup until white space has been folded. */
export const lineBreak = '\u0000';
