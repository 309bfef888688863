import type { OtherFileKind, Sheet } from '../workbook';

/** Letters of a page looked at; a page that is none of ours is shorter. */
const headLetters = 512 * 1024;
const passwordField = /<input\b[^>]{0,500}\btype\s{0,5}=\s{0,5}["']?password/i;
const loginWords = /로그인|세션|log-?\s?in\b|sign-?\s?in\b|session|비밀번호|password/i;

/** What a page without a table is. */
export function kindOfPage(html: string): OtherFileKind {
  const head = html.slice(0, headLetters);
  if (/<x:WorksheetSource\b/i.test(head)) return 'web-frames';
  if (/<office:document\b/i.test(head)) return 'flat-ods';
  if (/<plist\b/i.test(head) && /<key>URL<\/key>/.test(head)) return 'link';
  if (/^\s*<\?xml\b/i.test(head) && !/<html\b/i.test(head)) return 'xml';
  return loginWords.test(head) ? 'login-page' : 'web-page';
}

/**
 * Whether a page is what a site shows when the login has run out, in place of the file that was to be saved: it asks for
 * a password or talks of logging in, and none of its tables holds data. Such pages lay out their form in a table.
 */
export function isLoginPage(html: string, tables: readonly Sheet[]): boolean {
  if (html.length > headLetters) return false;
  const asks = passwordField.test(html) || (/<(form|input)\b/i.test(html) && loginWords.test(html));
  return asks && !tables.some((table) => holdsData(table));
}

/** Two rows of three filled cells, or a number that is long enough for an order. */
function holdsData(table: Sheet): boolean {
  let rows = 0;
  for (let row = 0; row < table.rowCount; row++) {
    let filled = 0;
    for (let column = 0; column < table.columnCount; column++) {
      const text = table.text(row, column);
      if (text !== '') filled++;
      if (/\d{10}/.test(text)) return true;
    }
    if (filled >= 3) rows++;
    if (rows >= 2) return true;
  }
  return false;
}
