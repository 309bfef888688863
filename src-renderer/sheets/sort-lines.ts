import { foldText } from '../../src-preload/contract/fold-text';
import type { CheckedLine } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { textOfColumn } from './column-text';
import { mainRemark } from './line-place';

/** The order of the lines within their groups: by what a column shows. Without one they stand as in the sheet. */
export interface LineSort {
  /** Key of a column of the review. */
  column: string;
  direction: 'ascending' | 'descending';
}

/**
 * Lines by what a column shows: numbers by their value and before words, words as a dictionary of Korean has them
 * (syllables of Hangul have that order), empty cells last whichever way; equals as in the sheet.
 */
export function sortLines(
  lines: readonly CheckedLine[],
  { column, direction }: LineSort,
  rules: MarketRules,
): CheckedLine[] {
  const keyed = lines.map((checked) => ({ checked, key: sortKey(shownIn(checked, column, rules)) }));
  const sign = direction === 'ascending' ? 1 : -1;
  keyed.sort((one, other) => {
    if (one.key === other.key) return one.checked.line.row - other.checked.line.row;
    if (one.key === '' || other.key === '') return one.key === '' ? 1 : -1;
    return one.key < other.key ? -sign : sign;
  });
  return keyed.map(({ checked }) => checked);
}

/** The column of remarks shows no cell: there lines of one remark stand together. */
function shownIn(checked: CheckedLine, column: string, rules: MarketRules): string {
  if (column === 'advice') return mainRemark(checked.remarks)?.code ?? checked.remarks[0]?.code ?? '';
  return textOfColumn(checked, column, rules);
}

const digits = /^[\d,]+$/u;

/** A text whose order by code units is the order wanted: of numbers the count of their digits comes first. */
function sortKey(text: string): string {
  const folded = foldText(text);
  if (!digits.test(folded)) return folded;
  const plain = folded.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  return `\0${String.fromCharCode(plain.length)}${plain}`;
}
