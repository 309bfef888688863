import { courierName } from '../../ui/courier-picker';
import { text } from '../../text';
import type { ReviewState } from '../state/reviews-state';

const words = text.send.understood;

/** What a file is, in one phrase: its layout, else how many of its columns were found. Empty for an earlier draft. */
export function understoodWords({ operation, reading, understood, wholeCourier }: ReviewState): string {
  if (!reading) return '';
  const { columns, layout } = reading;
  const known = layout === undefined ? (operation === 'stock' ? words.stockFile : undefined) : words.layouts[layout];
  const found = Object.keys(columns).length;
  const what = known ?? (understood ? words.columnsFound(understood.columns.length, found) : words.earlierFile);
  return wholeCourier === undefined ? what : `${what} · ${words.wholeCourier(courierName(wholeCourier))}`;
}

/** Rows that are no lines, and what was trimmed off numbers; empty where there is nothing of the kind. */
export function skippedWords({ reading, summary }: ReviewState): string {
  if (!reading) return '';
  const { skipped } = reading;
  const left: [number, (rows: number) => string][] = [
    [skipped.titles, words.skippedTitles],
    [skipped.totals, words.skippedTotals],
    [skipped.empty, words.skippedEmpty],
    [skipped.otherMalls, words.skippedOtherMalls],
  ];
  const rows = left.flatMap(([count, say]) => (count > 0 ? [say(count)] : [])).join(', ');
  const { trimmed = 0 } = summary ?? {};
  return [...(rows === '' ? [] : [words.skipped(rows)]), ...(trimmed > 0 ? [words.trimmed(trimmed)] : [])].join(' · ');
}
