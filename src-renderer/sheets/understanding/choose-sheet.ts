import type { JobKind } from '../../../src-preload/contract/job-states';
import type { Sheet } from '../reading/workbook';
import { findHeader, headersOf } from './find-header';
import { namesLines } from './find-tables';

/**
 * Sheets of notices, examples and code tables, which stand next to the lines. 바코드 names a list of goods as well as a
 * list of codes, so it says nothing.
 */
const notices =
  /유의|주의|안내|예시|예제|샘플|sample|example|(?<!바)코드|codes?$|가이드|guide|참고|도움말|설명|작성\s*(?:방)?법|입력\s*방법|매뉴얼|manual|공지|notice|readme/iu;

/** A sheet with less than such a part of another's lines gives way to it. */
const farFewer = 3;

/** What is understood of a sheet by itself, as far as the choice among several needs it. */
interface UnderstoodSheet {
  sheet: Sheet;
  headerRow: number;
  lineCount: number;
  refusal?: { code: string };
  /** How many of its lines carry an id, and where one is sent a number, of a plausible form. */
  plausibleLines(): number;
}

/** Whether a sheet is called like one of notices, examples or codes. */
export function isNoticeName(name: string): boolean {
  return notices.test(name.normalize('NFKC'));
}

/**
 * What kind of sheet it is, the best first: 4 lines for all to see, 3 lines of a hidden sheet, 2 a sheet known to be of
 * no use here, which can be said, 1 lines next to a notice, 0 nothing.
 */
function rankOf(
  { sheet, headerRow, lineCount, refusal }: UnderstoodSheet,
  plausible: number,
  operation: JobKind,
): number {
  const holdsLines =
    plausible > 0 || (lineCount > 0 && headerRow >= 0 && namesLines(headersOf(sheet, headerRow), operation));
  if (refusal !== undefined) return refusal.code === 'no-lines' ? 0 : 2;
  if (!holdsLines) return 0;
  if (isNoticeName(sheet.name)) return 1;
  return sheet.hidden ? 3 : 4;
}

/** How much a sheet looks like one of lines where no number tells. */
function scoreSheet(sheet: Sheet, operation: JobKind): number {
  if (sheet.rowCount === 0) return -1;
  const { row, score } = findHeader(sheet, operation);
  const rowsBelow = sheet.rowCount - row - 1;
  if (rowsBelow <= 0) return 0;
  return (score * 10 + Math.min(rowsBelow, 1000) / 1000) * (sheet.hidden ? 0.01 : 1);
}

/**
 * The index of the sheet that is meant, of all sheets as they are understood by themselves: by the rows that carry an
 * id and a number of a plausible form. Neither its length nor its header alone makes a sheet one of lines. Of several
 * sheets of shipments the first is read, as Excel shows them; the others are told of. Only one that has far fewer lines
 * than another (an example, a leftover) does not come first for its place.
 */
export function chooseSheet(understood: readonly UnderstoodSheet[], operation: JobKind): number {
  const lines = understood.map((each) => each.plausibleLines());
  const ranks = understood.map((each, index) => rankOf(each, lines[index] ?? 0, operation));
  const bestRank = Math.max(...ranks);
  const most = Math.max(...lines.filter((_, index) => ranks[index] === bestRank));
  let best = 0;
  let bestScores: number[] = [];
  for (const [index, each] of understood.entries()) {
    const plausible = lines[index] ?? 0;
    if (most > 0 && ranks[index] === bestRank && plausible * farFewer >= most) return index;
    const scores = [ranks[index] ?? 0, plausible, scoreSheet(each.sheet, operation)];
    const better = scores.findIndex((score, at) => score !== (bestScores[at] ?? -Infinity));
    if (better >= 0 && (scores[better] ?? 0) > (bestScores[better] ?? -Infinity)) {
      best = index;
      bestScores = scores;
    }
  }
  return best;
}
