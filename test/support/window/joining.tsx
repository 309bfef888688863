import { screen } from '@testing-library/react';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { importIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import { JoinPlace } from '../../../src-renderer/review/join/join-place';
import { useJoin, useJoins } from '../../../src-renderer/review/join/joins-state';
import type { ReviewState } from '../../../src-renderer/review/state/reviews-state';

export const importId = importIdSchema.parse('00000000-0000-4000-8000-000000000001');
export const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
/** The file whose lines are joined. */
export const review: ReviewState = {
  key: 'a',
  storeId,
  market: 'naver',
  fileName: '로젠.xlsx',
  operation: 'dispatch',
  phase: 'ready',
  rowsRead: 0,
  importId,
  stored: 5,
  tab: 'all',
};
const same = { name: 'same', phone: 'same', place: 'same', postcode: 'unknown' } as const;
const one = (productOrderId: string, evidence: Record<keyof typeof same, 'same' | 'unknown' | 'different'> = same) => ({
  orders: [{ productOrderId, ticked: true }],
  evidence,
  goods: 'unknown' as const,
});
export const suggested: CallOutput<'join-suggest'> = {
  boxes: [
    { rows: [2], is: 'suggested', ticked: true, candidates: [one('20261')], notes: [] },
    { rows: [3], is: 'asked', ticked: false, candidates: [one('20262'), one('20263')], notes: [] },
    {
      rows: [4],
      is: 'suggested',
      ticked: false,
      candidates: [one('20264', { ...same, place: 'different' })],
      notes: [],
    },
    { rows: [5], is: 'alone', ticked: false, candidates: [], notes: [] },
  ],
  withoutLine: ['20265'],
  withoutLineCount: 1,
  orders: ['20261', '20262', '20263', '20264', '20265'].map((productOrderId) => ({
    productOrderId,
    recipient: `받는${productOrderId.at(-1)}`,
    phones: ['010-9876-5432'],
    product: '유자차',
  })),
  cameBack: {
    madeAt: Date.UTC(2026, 10, 27, 7, 2),
    layout: 'cj',
    fileName: 'cj.xlsx',
    orders: 72,
    withNumber: 70,
    missing: ['20264', '20265'],
  },
};
export const lines = [2, 3, 4, 5].map((row) => ({
  row,
  cells: { recipient: `받는${row}`, phone: '010-9876-5432', trackingNumber: `6000${row}` },
}));

/** The join of one file, as long as it is open. */
export function Shown() {
  const join = useJoin('a');
  return join === undefined ? null : <JoinPlace review={review} join={join} />;
}

/** The row of a line. */
export const rowOf = (row: number): HTMLElement => {
  const found = screen.getAllByTestId('join-row').find((each) => each.dataset['row'] === String(row));
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
};

/** The row of an order without a number. */
export const orderRow = (id: string): HTMLElement => {
  const found = screen.getAllByTestId('join-row').find((each) => each.dataset['productOrderId'] === id);
  if (found === undefined) throw new Error(`no order ${id}`);
  return found;
};

/** What the seller said of a box. */
export const choiceOf = (row: number) => useJoins.getState().joins['a']?.choices.now.get(row);
