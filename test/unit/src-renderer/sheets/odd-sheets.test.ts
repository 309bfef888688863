import { expect, it } from 'vitest';
import { ReviewSession } from '../../../../src-renderer/sheets/review-session';
import type { ReviewRow } from '../../../../src-renderer/sheets/protocol';
import { oddSheets } from '../../../fixtures/sheets/odd-sheets';
import { decodeCp949 } from '../../../fixtures/sheets/open-sheet';

/** A line as it would go out (row, target, courier or method, number), and what is said about it. */
function asSaid({ checked: { line, job, remarks } }: ReviewRow): string {
  const dispatch = job?.values.kind === 'dispatch' ? job.values.dispatch : undefined;
  const goes =
    dispatch === undefined
      ? 'stays'
      : [job?.target, dispatch.deliveryCompanyCode ?? dispatch.deliveryMethod, dispatch.trackingNumber ?? ''].join(' ');
  return [line.row, goes, ...remarks.map(({ code }) => code)].join(' ').trim();
}

/** What the worker makes of a file, from its bytes to its reviewed lines. */
async function reviewed(bytes: Uint8Array): Promise<string[]> {
  const session = new ReviewSession({
    decodeCp949,
    onProgress: () => undefined,
    digest: () => Promise.resolve('same'),
  });
  const basis = {
    market: 'naver',
    operation: 'dispatch',
    couriers: {},
    columns: {},
    now: Date.UTC(2026, 10, 21),
  } as const;
  const answer = await session.open({ bytes: Uint8Array.from(bytes).buffer, fileName: 'odd.xls', basis });
  if (!answer.ok) return [answer.failure.code];
  const { rows } = session.page({ tab: 'all', offset: 0, limit: 100, renewed: true, others: 0, unfolded: {} });
  return rows
    .flatMap((row) => ('group' in row ? [] : [row]))
    .toSorted((one, other) => one.checked.line.row - other.checked.line.row)
    .map(asSaid);
}

const meant: Record<string, string[]> = {
  'a header of two rows, merged': ['3 2026112120000001 CJGLS 685000000036', '4 2026112120000014 CJGLS 685000000106'],
  'a header of two rows in a CSV, where no merge is left': [
    '3 2026112120000001 CJGLS 685000000036',
    '4 2026112120000014 CJGLS 685000000106',
  ],
  'notes between the lines': ['3 2026112120000001 CJGLS 685000000036', '6 2026112120000014 CJGLS 685000000106'],
  apostrophes: ['2 2026112120000001 CJGLS 685000000036 number-mended number-mended'],
  'numbers as numbers, one of them broken by Excel': [
    '2 2026112120000001 CJGLS 685000000036',
    '3 2026112120000010 CJGLS 685000000106 digits-broken',
  ],
  'an empty hidden column of the same name': ['2 2026112120000001 CJGLS 685000000036'],
  'several numbers in a cell': [
    '2 stays tracking-several',
    '3 stays tracking-several',
    '4 stays tracking-words',
    '5 stays tracking-words',
  ],
  'several orders in a cell': ['2 stays several-orders', '3 stays several-orders', '4 stays several-orders'],
  'columns of the seller’s own': ['2 2026112120000001 HANJIN 510000000005', '3 2026112120000014 HANJIN 510000000311'],
  'English headers': ['2 2026112120000001 CJGLS 685000000036', '3 2026112120000014 CJGLS 685000000106'],
  'headers of a programmer': ['2 2026112120000001 CJGLS 685000000036', '3 2026112120000014 CJGLS 685000000106'],
  'headers that say how to fill them in': [
    '2 2026112120000001 CJGLS 685000000036',
    '3 2026112120000014 CJGLS 685000000106',
  ],
  'a pasted table without a header': ['1 2026112120000001 CJGLS 685000000036', '2 2026112120000014 CJGLS 685000000106'],
  'a CP949 CSV with commas and quotes in quotes': [
    '2 2026112120000001 CJGLS 685000000036',
    '3 2026112120000014 CJGLS 685000000106',
  ],
  semicolons: ['2 2026112120000001 CJGLS 685000000036', '3 2026112120000014 CJGLS 685000000106'],
  'UTF-16 without a mark': ['2 2026112120000001 CJGLS 685000000036', '3 2026112120000014 CJGLS 685000000106'],
  // A courier hands on whichever number it was given: nothing goes out before the seller has said which.
  'an .xls of 1997': ['2 stays number-mended answer-awaited', '3 stays number-mended answer-awaited'],
  'a page saved as .xls': ['3 2026112120000001 CJGLS 685000000036', '4 2026112120000014 CJGLS 685000000106'],
  'a page whose table stands within another': [
    '2 2026112120000001 CJGLS 685000000036',
    '3 2026112120000014 CJGLS 685000000106',
  ],
  'one number merged over its orders': [
    '2 2026112120000001 CJGLS 685000000036 same-number',
    '3 2026112120000014 CJGLS 685000000036 same-number',
    '4 2026112120000027 CJGLS 685000000036 same-number',
  ],
  'a courier that is written only once': ['2 2026112120000001 CJGLS 685000000036', '3 stays courier-missing'],
  'subtotals by courier': ['2 2026112120000001 CJGLS 685000000036', '4 2026112120000014 HANJIN 510000000311'],
  'a courier and a number in one column': ['2 2026112120000001 CJGLS 685000000036'],
  'words for numbers': [
    '2 2026112120000001 CJGLS 685000000036',
    '3 stays courier-missing tracking-status',
    '4 2026112120000027 VISIT_RECEIPT  method-by-courier',
    '5 stays tracking-status',
  ],
  'empty rows and columns all around': [
    '5 2026112120000001 CJGLS 685000000036',
    '7 2026112120000014 CJGLS 685000000106',
  ],
  'full-width digits and letters': ['2 2026112120000001 CJGLS 685000000036 number-mended number-mended'],
  'exponents in a CSV': ['2 stays digits-exponent digits-exponent'],
  'formulas that keep zeros in a CSV': ['2 2026112120000001 CJGLS 685000000036'],
  'numbers a program made fractions of': ['2 2026112120000001 CJGLS 685000000036 number-mended number-mended'],
  'numbers of returns beside those that go out': ['2 2026112120000001 CJGLS 685000000036'],
  'a total under the names': ['2 2026112120000001 CJGLS 685000000036'],
  'an order with words behind it': ['2 stays product-order-form'],
  'names and numbers only': [
    '2 stays product-order-missing courier-missing',
    '3 stays product-order-missing courier-missing',
  ],
  'a filtered row': ['2 2026112120000001 CJGLS 685000000036', '3 2026112120000014 CJGLS 685000000106 hidden-row'],
  'a look-up that found nothing': ['2 stays cell-error'],
  'couriers with their branches': ['2 stays courier-ask', '3 stays courier-ask'],
};

it.each(Object.entries(oddSheets))('%s', async (name, make) => {
  expect(await reviewed(make())).toEqual(meant[name]);
});
