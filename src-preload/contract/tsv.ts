/** Writes rows of cells as Excel puts them on the clipboard: tabs and line ends, with quotes around a cell that has one. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteCell).join('\t')).join('\r\n');
}

function quoteCell(cell: string): string {
  return /[\t\n\r"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Reads what Excel, a page or an editor put on the clipboard as text. A cell that begins with a quote goes on to the quote
 * that ends it, with tabs and line ends inside; a quote that nothing ends is a character like any other. The line end
 * after the last row adds no empty one.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
    const end = quoted?.end ?? endOfCell(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    const sign = text[end];
    at = end + 1;
    if (sign === '\t') continue;
    rows.push(row);
    if (sign === '\r' && text[at] === '\n') at += 1;
    if (sign === undefined || at >= text.length) return rows;
    row = [];
  }
}

function endOfCell(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isEnd(text[at])) at += 1;
  return at;
}

/** The cell in quotes from one place on, and where it ends; undefined when no quote ends it before a tab or a line end. */
function quotedCell(text: string, from: number): { cell: string; end: number } | undefined {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    const next = text[quote + 1];
    if (next === '"') {
      at = quote + 2;
      continue;
    }
    if (!isEnd(next)) return undefined;
    const cell = text.slice(from + 1, quote).replaceAll('""', '"');
    return { cell: cell.replaceAll('\r\n', '\n'), end: quote + 1 };
  }
}

/** Whether a sign ends a cell; undefined is the end of the text. */
function isEnd(sign: string | undefined): boolean {
  return sign === undefined || sign === '\t' || sign === '\n' || sign === '\r';
}
