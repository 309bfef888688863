import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { importIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import { JoinPlace } from '../../../src-renderer/review/join/join-place';
import { openJoin, useJoin, useJoins } from '../../../src-renderer/review/join/joins-state';
import type { ReviewState } from '../../../src-renderer/review/reviews-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';

const importId = importIdSchema.parse('00000000-0000-4000-8000-000000000001');
const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const review: ReviewState = {
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
const suggested: CallOutput<'join-suggest'> = {
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
const lines = [2, 3, 4, 5].map((row) => ({
  row,
  cells: { recipient: `받는${row}`, phone: '010-9876-5432', trackingNumber: `6000${row}` },
}));

function Shown() {
  const join = useJoin('a');
  return join === undefined ? null : <JoinPlace review={review} join={join} />;
}

let bridge: ReturnType<typeof createFakeBridge>;
beforeEach(async () => {
  bridge = createFakeBridge({
    'join-suggest': () => suggested,
    'imports-lines': () => ({ lines, earlierJobs: [], earlierUses: [] }),
    'join-apply': () => ({ lines: 3, added: 0 }),
  });
  useJoins.setState({ joins: {} });
  await openJoin('a', storeId, importId);
  render(<Shown />);
});
afterEach(cleanup);

const rowOf = (row: number): HTMLElement => {
  const found = screen.getAllByTestId('join-row').find((each) => each.dataset['row'] === String(row));
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
};

it('says which form came back, and groups what is to be decided before what was found', () => {
  expect(screen.getByTestId('join-came-back').textContent).toBe(
    '16:02에 만든 CJ대한통운 접수 파일 72건 중 70건의 송장이 왔어요. 2건이 빠졌어요.',
  );
  const order = screen.getAllByTestId('join-row').map((each) => each.dataset['row'] ?? each.dataset['productOrderId']);
  expect(order).toEqual(['3', '4', '5', '20265', '2']);
});

it('ticks nothing but what is proven, and applies that', async () => {
  expect(screen.getAllByTestId('join-row').filter((each) => each.dataset['ticked'] === 'true')).toEqual([rowOf(2)]);
  fireEvent.click(screen.getByTestId('join-apply'));
  await waitFor(() => expect(screen.queryByTestId('join-place')).toBeNull());
  expect(bridge.calls.find(({ name }) => name === 'join-apply')?.input).toEqual({
    storeId,
    importId,
    pairs: [{ rows: [2], productOrderIds: ['20261'] }],
  });
});

it('takes one of two candidates, a suggestion, and an order picked by hand', () => {
  fireEvent.click(rowOf(3));
  expect(screen.getAllByTestId('join-candidate').some((each) => each instanceof HTMLInputElement && each.checked)).toBe(
    false,
  );
  fireEvent.click(screen.getAllByTestId('join-candidate')[1] ?? document.body);
  fireEvent.click(rowOf(4));
  fireEvent.click(screen.getByTestId('join-take'));
  fireEvent.click(rowOf(5));
  fireEvent.change(screen.getByTestId('join-other'), { target: { value: '20265' } });
  expect(screen.getByTestId('join-apply').textContent).toBe(text.join.apply(4, 4));
  fireEvent.click(screen.getByTestId('join-apply'));
  expect(bridge.calls.find(({ name }) => name === 'join-apply')?.input).toMatchObject({
    pairs: [
      { rows: [2], productOrderIds: ['20261'] },
      { rows: [3], productOrderIds: ['20263'] },
      { rows: [4], productOrderIds: ['20264'] },
      { rows: [5], productOrderIds: ['20265'] },
    ],
  });
});

it('leaves a box that the seller takes the pair from, and goes back without a change', () => {
  fireEvent.click(rowOf(2));
  fireEvent.click(screen.getByTestId('join-leave'));
  expect(screen.getByTestId('join-apply')).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByTestId('join-close'));
  expect(screen.queryByTestId('join-place')).toBeNull();
  expect(bridge.calls.some(({ name }) => name === 'join-apply')).toBe(false);
});
