import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJoin, useJoins } from '../../../src-renderer/review/join/joins-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';
import { choiceOf, importId, lines, orderRow, rowOf, Shown, storeId, suggested } from '../../support/window/joining';

const joined = lines.map((line) =>
  line.row === 2 ? { ...line, cells: { ...line.cells, productOrderId: '20261' } } : line,
);

let isApplied = false;
let bridge: ReturnType<typeof createFakeBridge>;
beforeEach(async () => {
  isApplied = false;
  bridge = createFakeBridge({
    'join-suggest': () => suggested,
    'imports-lines': () => ({ lines: isApplied ? joined : lines, earlierJobs: [], earlierUses: [] }),
    'join-apply': () => {
      isApplied = true;
      return { lines: 3, added: 0 };
    },
    'edits-add': () => ({ step: 1 }),
  });
  useJoins.setState({ joins: {} });
  await openJoin('a', storeId, importId);
  render(<Shown />);
});
afterEach(cleanup);

it('says which form came back, and groups what is to be decided before what was found', () => {
  expect(screen.getByTestId('join-came-back').textContent).toBe(
    '16:02에 만든 CJ대한통운 접수 파일 72건 중 70건의 송장이 왔어요. 2건이 빠졌어요. 빠진 주문: 받는4, 받는5',
  );
  expect(text.join.missingNames(['가', '나', '다', '라', '마', '바', '사'])).toBe(
    '빠진 주문: 가, 나, 다, 라, 마 외 2건',
  );
  const order = screen.getAllByTestId('join-row').map((each) => each.dataset['row'] ?? each.dataset['productOrderId']);
  // The order of a suggestion that is not followed has no number either.
  expect(order).toEqual(['3', '4', '5', '20265', '20264', '2']);
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
  fireEvent.click(screen.getByTestId('join-lift'));
  // No order is like this line: none is offered before the seller points at one.
  expect(screen.queryByTestId('join-take')).toBeNull();
  fireEvent.keyDown(screen.getByTestId('join'), { key: 'ArrowDown' });
  fireEvent.click(screen.getByTestId('join-take'));
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

it('joins by Enter and arrows as by dragging, says what is held, and takes it back', () => {
  const list = screen.getByTestId('join');
  fireEvent.click(rowOf(5));
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(screen.getByTestId('join-foot').textContent).toBe(text.join.holding('받는5', 'Enter', 'Esc'));
  fireEvent.keyDown(list, { key: 'Escape' });
  expect(choiceOf(5)).toBeUndefined();
  fireEvent.keyDown(list, { key: 'Enter' });
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: 'Enter' });
  const byKeys = choiceOf(5);
  expect(byKeys).toEqual({ orders: ['20265'], ticked: true });
  expect(orderRow('20265').dataset['taken']).toBe('true');

  fireEvent.keyDown(list, { key: 'z', ctrlKey: true });
  expect(choiceOf(5)).toBeUndefined();
  expect(orderRow('20265').dataset['taken']).toBe('false');
  const carried = new Map<string, string>();
  const dataTransfer = {
    setDragImage: () => undefined,
    setData: (type: string, value: string) => carried.set(type, value),
    getData: (type: string) => carried.get(type) ?? '',
    get types() {
      return [...carried.keys()];
    },
  };
  fireEvent.dragStart(rowOf(5), { dataTransfer });
  fireEvent.dragOver(orderRow('20265'), { dataTransfer });
  fireEvent.drop(orderRow('20265'), { dataTransfer });
  expect(choiceOf(5)).toEqual(byKeys);

  fireEvent.click(screen.getByTestId('join-undo'));
  expect(choiceOf(5)).toBeUndefined();
  carried.clear();
  fireEvent.dragStart(orderRow('20265'), { dataTransfer });
  fireEvent.dragOver(rowOf(5), { dataTransfer });
  fireEvent.drop(rowOf(5), { dataTransfer });
  expect(choiceOf(5)).toEqual(byKeys);
  fireEvent.click(screen.getByTestId('join-undo'));
  fireEvent.click(screen.getByTestId('join-redo'));
  expect(choiceOf(5)).toEqual(byKeys);
});

it('walks the lines and ticks by keyboard', () => {
  const list = screen.getByTestId('join');
  fireEvent.click(rowOf(4));
  fireEvent.keyDown(list, { key: ' ' });
  expect(rowOf(4).dataset['ticked']).toBe('true');
  fireEvent.keyDown(list, { key: 'ArrowUp' });
  expect(rowOf(3).getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(list, { key: 'Enter', ctrlKey: true });
  expect(bridge.calls.some(({ name }) => name === 'join-apply')).toBe(true);
});

it('keeps what was joined as a step that can be taken back', async () => {
  fireEvent.click(screen.getByTestId('join-apply'));
  await waitFor(() => expect(screen.queryByTestId('join-place')).toBeNull());
  await waitFor(() =>
    expect(bridge.calls.findLast(({ name }) => name === 'edits-add')?.input).toMatchObject({
      importId,
      label: { what: 'joined', lines: 1 },
      patches: [{ row: 2, before: { cells: { productOrderId: null } }, after: { cells: { productOrderId: '20261' } } }],
    }),
  );
});
