import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noChoices } from '../../../src-renderer/review/join/join-choices';
import { sumsOf } from '../../../src-renderer/review/join/join-groups';
import {
  chooseBox,
  closeJoin,
  joinLifted,
  liftLine,
  openJoin,
  redoJoin,
  undoJoin,
  useJoins,
} from '../../../src-renderer/review/join/joins-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge, Refusal } from '../../support/window/fake-bridge';
import { choiceOf, importId, lines, orderRow, rowOf, Shown, storeId, suggested } from '../../support/window/joining';
import { pending } from '../../support/window/pending';

beforeEach(async () => {
  createFakeBridge({
    'join-suggest': () => suggested,
    'imports-lines': () => ({ lines, earlierJobs: [], earlierUses: [] }),
  });
  useAppState.setState({ place: 'send' });
  useJoins.setState({ joins: {} });
  await openJoin('a', storeId, importId);
  render(<Shown />);
});
afterEach(cleanup);

const press = (key: string, more: Partial<KeyboardEventInit> = {}): void =>
  void fireEvent.keyDown(screen.getByTestId('join'), { key, ...more });
const isHolding = (): boolean => useJoins.getState().joins['a']?.lifted !== undefined;

it('lists the order of a pair that the seller does not want among those without a number, once', () => {
  expect(screen.queryByText('…0261')).toBeNull();
  fireEvent.click(rowOf(2));
  fireEvent.click(screen.getByTestId('join-leave'));
  expect(orderRow('20261').dataset['taken']).toBe('false');
  expect(screen.getAllByText('…0261')).toHaveLength(1);
  expect(screen.getByText(text.join.ordersHint(3))).toBeTruthy();
  fireEvent.click(rowOf(5));
  press('Enter');
  for (const _ of [1, 2]) press('ArrowDown');
  press('Enter');
  expect(choiceOf(5)).toEqual({ orders: ['20261'], ticked: true });
});

it('holds a line over the order that is like it, and joins once with a key that is held down', () => {
  fireEvent.click(rowOf(4));
  press('Enter');
  expect(useJoins.getState().joins['a']?.target).toBe('20264');
  press('Enter', { repeat: true });
  expect(isHolding()).toBe(true);
  expect(choiceOf(4)).toBeUndefined();
  press('Enter');
  expect(choiceOf(4)).toEqual({ orders: ['20264'], ticked: true });
  press('Enter', { repeat: true });
  expect(isHolding()).toBe(false);
});

it('puts a line down when another is looked at, and never joins with what another box has by then', () => {
  fireEvent.click(rowOf(4));
  press('Enter');
  fireEvent.click(rowOf(3));
  expect(isHolding()).toBe(false);
  fireEvent.click(rowOf(4));
  press('Enter');
  chooseBox('a', 5, { orders: ['20264'], ticked: true });
  joinLifted('a');
  expect(choiceOf(4)).toBeUndefined();
});

it('has keys for what stands in the panel: by the place of the key, and not from a screen that is hidden', () => {
  fireEvent.click(rowOf(4));
  useAppState.setState({ place: 'orders' });
  fireEvent.keyDown(document.body, { key: '1', code: 'Digit1', altKey: true });
  expect(choiceOf(4)).toBeUndefined();
  useAppState.setState({ place: 'send' });
  fireEvent.keyDown(document.body, { key: '¡', code: 'Digit1', altKey: true });
  expect(choiceOf(4)).toEqual({ orders: ['20264'], ticked: true });
  // It stands there no more: the pair is made.
  fireEvent.keyDown(document.body, { key: '1', code: 'Digit1', altKey: true });
  expect(useJoins.getState().joins['a']?.choices.past).toHaveLength(1);
  fireEvent.keyDown(document.body, { key: '3', code: 'Digit3', altKey: true });
  expect(rowOf(4).dataset['ticked']).toBe('false');
});

it('walks only what is drawn', () => {
  fireEvent.click(rowOf(3));
  fireEvent.click(screen.getAllByRole('button', { name: new RegExp(text.join.groups.suggested, 'u') })[0] ?? document);
  press('ArrowDown');
  expect(rowOf(5).getAttribute('aria-selected')).toBe('true');
});

it('draws more orders without a number by a press', async () => {
  const ids = Array.from({ length: 250 }, (_, at) => `30${at}`);
  cleanup();
  createFakeBridge({
    'join-suggest': () => ({ ...suggested, withoutLine: ids, withoutLineCount: 700 }),
    'imports-lines': () => ({ lines, earlierJobs: [], earlierUses: [] }),
  });
  await openJoin('a', storeId, importId);
  render(<Shown />);
  const drawn = (): number => screen.getAllByTestId('join-row').filter((each) => each.dataset['is'] === 'order').length;
  expect(drawn()).toBe(200);
  expect(screen.getByText(text.join.ordersHint(701))).toBeTruthy();
  fireEvent.click(screen.getByText(text.join.more(51)));
  expect(drawn()).toBe(251);
});

it('keeps the keyboard in the list when what had it is gone', async () => {
  const list = screen.getByTestId('join');
  fireEvent.click(rowOf(4));
  screen.getByTestId('join-take').focus();
  fireEvent.click(screen.getByTestId('join-take'));
  await waitFor(() => expect(document.activeElement).toBe(list));
  fireEvent.click(screen.getByTestId('join-undo'));
  screen.getByTestId('join-redo').focus();
  fireEvent.click(screen.getByTestId('join-redo'));
  await waitFor(() => expect(document.activeElement).toBe(list));
});

it('says of the pairs what is true by now', () => {
  const said = (row: number): string => rowOf(row).lastElementChild?.textContent ?? '';
  const advice = said(4);
  fireEvent.click(rowOf(4));
  fireEvent.click(screen.getByTestId('join-take'));
  expect(said(4)).toBe(advice);
  fireEvent.click(rowOf(5));
  press('Enter');
  press('ArrowDown');
  press('Enter');
  expect(said(5)).toBe(text.join.byHand);
  fireEvent.click(screen.getByTestId('join-leave'));
  expect(said(5)).not.toBe(text.join.byHand);
  fireEvent.click(screen.getByTestId('join-take'));
  fireEvent.click(rowOf(3));
  fireEvent.click(screen.getAllByTestId('join-candidate')[0] ?? document.body);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(text.join.facts.found(4));
});

it('counts lines where it says lines, and not boxes', () => {
  const join = useJoins.getState().joins['a'];
  if (join === undefined) throw new Error('no join');
  const sums = sumsOf({
    ...join,
    suggested: {
      ...suggested,
      boxes: suggested.boxes.map((box) => ({ ...box, rows: [...box.rows, 10 + (box.rows[0] ?? 0)] })),
    },
  });
  expect(sums).toMatchObject({ boxes: 1, lines: 2, toChoose: 4, alone: 2 });
});

it('says that it is at work while the pairs are written', async () => {
  const answer = pending<{ lines: number; added: number }>();
  createFakeBridge({ 'join-apply': () => answer.promise });
  fireEvent.click(screen.getByTestId('join-apply'));
  expect(screen.getByTestId('join-apply').textContent).toBe(text.join.applying);
  expect(screen.getByTestId('join-apply')).toHaveProperty('disabled', true);
  expect(screen.getByTestId('join-close')).toHaveProperty('disabled', true);
  answer.resolve({ lines: 1, added: 0 });
  await waitFor(() => expect(screen.queryByTestId('join-place')).toBeNull());
});

it('takes no decision while the pairs are written: it would be in none of them', async () => {
  chooseBox('a', 3, { orders: ['20262'], ticked: true });
  chooseBox('a', 4, { ticked: true });
  undoJoin('a');
  const before = useJoins.getState().joins['a'];
  const answer = pending<unknown>();
  createFakeBridge({ 'join-apply': () => answer.promise });
  fireEvent.click(screen.getByTestId('join-apply'));
  chooseBox('a', 4, { ticked: true });
  liftLine('a', 5);
  undoJoin('a');
  redoJoin('a');
  closeJoin('a');
  for (const id of ['join-undo', 'join-redo']) expect(screen.getByTestId(id)).toHaveProperty('disabled', true);
  expect(useJoins.getState().joins['a']).toEqual({ ...before, phase: 'applying' });
  answer.resolve(new Refusal('twice'));
  await waitFor(() => expect(useJoins.getState().joins['a']).toEqual(before));
  closeJoin('a');
  expect(useJoins.getState().joins['a']).toBeUndefined();
});

it('can be left where nothing was found, or before', () => {
  for (const phase of ['reading', 'failed'] as const) {
    useJoins.setState({ joins: { a: { phase, lines: new Map(), orders: new Map(), choices: noChoices } } });
    closeJoin('a');
    expect(useJoins.getState().joins['a'], phase).toBeUndefined();
  }
});
