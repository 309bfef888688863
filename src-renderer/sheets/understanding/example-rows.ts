import { cleanText } from '../../../src-preload/contract/clean-text';
import type { Line } from '../../../src-preload/contract/line';
import type { Sheet } from '../reading/workbook';
import type { Columns } from './match-columns';

/** A longer text says something else: an address, a sentence. Numbers of orders end here too. */
const longestWord = 14;
/** The word stands by itself, or in front of what it gives an example of: [예시], 예) 2022…, ※ 작성 예시, Sample 1. */
const exampleWord =
  /^[\s[(<※*#【]*(?:(?:작성|입력|기입|기재)\s*)?(?:예시|예제)(?:$|[^가-힣])|^예\s*[):]|^(?:ex|e\.g)[.)]/iu;
/** Sellers ship samples: these count only where no product is named. */
const sampleWord = /^[\s[(<※*#【]*(?:샘플|견본|sample|example)(?:$|[^가-힣a-z])/iu;

/**
 * The syllables that the Hangul words above begin with. NFKC puts a syllable together with a final letter behind it, so
 * each counts without its final letter, too. The name of nearly every recipient begins with none of them.
 */
const firstSyllables: ReadonlySet<string> = new Set('작자입이기예샘새견겨');

/**
 * Whether the seller, or the form they filled in, marked a row as an example: in its first filled cell, or in place of
 * an id. Such a row has numbers like any other, but there is no parcel. `cells`: what was read of the row already.
 */
export function isExampleRow(sheet: Sheet, row: number, columns: Columns, cells: Line['cells']): boolean {
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const kind = sheet.kind(row, column);
    if (kind === 'empty' || kind === 'formula-without-value') continue;
    // Mostly the first column is one that is looked at below.
    const isRead = column === columns.productOrderId || column === columns.orderId || column === columns.recipient;
    if (!isRead && holdsExampleWord(sheet.text(row, column), column === columns.productName)) return true;
    break;
  }
  return (
    holdsExampleWord(cells.productOrderId, false) ||
    holdsExampleWord(cells.orderId, false) ||
    holdsExampleWord(cells.recipient, false)
  );
}

function holdsExampleWord(text: string | undefined, isProduct: boolean): boolean {
  if (text === undefined) return false;
  const first = text.charCodeAt(0);
  // Nearly every cell asked about begins with a digit.
  if (first >= 48 && first <= 57) return false;
  if (first >= 0xac00 && first <= 0xd7a3 && !firstSyllables.has(text.charAt(0))) return false;
  const word = cleanText(text);
  if (exampleWord.test(word.slice(0, longestWord + 1))) return true;
  return !isProduct && word.length <= longestWord && sampleWord.test(word);
}
