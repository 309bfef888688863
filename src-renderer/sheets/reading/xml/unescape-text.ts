const entity = /&(?:(quot|apos|gt|lt|amp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g;
const excelEscape = /_x([\da-fA-F]{4})_/g;
const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>', lt: '<', amp: '&' };

/** Resolves the five entities of XML and character references. Others stay as they stand: without a DTD there are none. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Cell text from its XML: line ends as XML has them, entities, then Excel's own `_xHHHH_` (ECMA-376 22.4.2.4), in which
 * `_x005F_x000D_` stands for the letters `_x000D_`.
 */
export function unescapeCellText(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return unescapeExcel(unescapeXml(lines));
}

/** The escapes of Excel alone, in a text whose entities are resolved. */
export function unescapeExcel(text: string): string {
  const plain = text.replace(excelEscape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain.includes('\r\n') ? plain.replaceAll('\r\n', '\n') : plain;
}
