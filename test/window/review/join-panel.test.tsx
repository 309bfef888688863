import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lineType } from '../../../src-renderer/review/join/join-drag';
import { adviceOf } from '../../../src-renderer/review/join/join-words';
import { openJoin, useJoins } from '../../../src-renderer/review/join/joins-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';
import { importId, lines, orderRow, rowOf, Shown, storeId, suggested } from '../../support/window/joining';

const homes: Record<string, object> = {
  20261: { recipient: '받는2', address: '경기 파주시 책향기로 7', phones: ['010-9876-5432'] },
  20262: { recipient: '받는3', address: '경기도 파주시 책향기로 7, 1203호', phones: ['010-1111-0417'] },
  20263: { recipient: '받는3', address: '경기도 파주시 책향기로 7, 1302호', phones: ['010-1111-8850'] },
  20264: { recipient: '받는4', address: '경기도 파주시 가온로 118', phones: ['010-9876-5432'] },
  20265: { recipient: '모란', address: '대전 모란길 5', phones: ['010-1111-5432'] },
};

beforeEach(async () => {
  const orders = suggested.orders.map((order) => ({ ...order, ...homes[order.productOrderId] }));
  const atHome = lines.map((line) => ({ ...line, cells: { ...line.cells, address: '경기 파주시 책향기로 7' } }));
  // The line names a house, the two orders a flat of it each.
  const boxes = suggested.boxes.map((box) => ({
    ...box,
    candidates: box.candidates.map((each) =>
      box.is === 'asked' ? { ...each, evidence: { ...each.evidence, place: 'near' as const } } : each,
    ),
  }));
  createFakeBridge({
    'join-suggest': () => ({ ...suggested, boxes, orders }),
    'imports-lines': () => ({ lines: atHome, earlierJobs: [], earlierUses: [] }),
  });
  useAppState.setState({ place: 'send' });
  useJoins.setState({ joins: {} });
  await openJoin('a', storeId, importId);
  render(<Shown />);
});
afterEach(cleanup);

const differing = (): string[] =>
  [...screen.getByTestId('join-panel').querySelectorAll('mark')].map((mark) => mark.textContent ?? '');
const said = text.join.differing;

it('marks in the pair what differs, in a way that is read out, and nothing where all is the same', () => {
  fireEvent.click(rowOf(4));
  expect(differing()).toEqual([`${said}책향기로 7`, `${said}가온로 118`]);
  fireEvent.click(rowOf(2));
  expect(differing()).toEqual([]);
  expect(screen.getByTestId('join-panel').textContent).toContain(text.join.likeness.same);
});

it('shows whole phones where their ends are the same and they are not', () => {
  fireEvent.click(rowOf(5));
  fireEvent.click(screen.getByTestId('join-lift'));
  fireEvent.keyDown(screen.getByTestId('join'), { key: 'ArrowDown' });
  expect(differing()).toEqual(expect.arrayContaining([`${said}9876`, `${said}1111`]));
});

it('tells candidates of one name apart by where they go and the ends of their phones', () => {
  fireEvent.click(rowOf(3));
  const [first, second] = screen.getAllByTestId('join-candidate').map((each) => each.parentElement?.textContent ?? '');
  expect(first).toContain(`${said}1203호 · ${text.join.panel.phoneEnd('0417')}`);
  expect(second).toContain(`${said}1302호 · ${text.join.panel.phoneEnd('8850')}`);
});

it('goes by F8 and by its buttons through what is still to be decided, round the end, and says where it is', () => {
  fireEvent.click(rowOf(3));
  const nth = (): string => screen.getByTestId('join-nth').textContent ?? '';
  expect(nth()).toBe(text.join.panel.nth.choose(2, 1));
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(nth()).toBe(text.join.panel.nth.choose(2, 2));
  fireEvent.click(screen.getByTestId('join-next'));
  expect(nth()).toBe(text.join.panel.nth.alone(1, 1));
  fireEvent.click(screen.getByTestId('join-next'));
  expect(rowOf(3).getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(document.body, { key: 'F8', shiftKey: true });
  expect(rowOf(5).getAttribute('aria-selected')).toBe('true');
  fireEvent.click(rowOf(4));
  fireEvent.click(screen.getByTestId('join-take'));
  fireEvent.click(rowOf(3));
  fireEvent.click(screen.getByTestId('join-next'));
  // The one in between is decided.
  expect(rowOf(5).getAttribute('aria-selected')).toBe('true');
  fireEvent.click(rowOf(2));
  expect(nth()).toBe(text.join.panel.nth.found(1, 1));
  fireEvent.click(screen.getByTestId('join-previous'));
  expect(rowOf(5).getAttribute('aria-selected')).toBe('true');
});

it('says of a line without a pair in what alone an order is like it', () => {
  const evidence = { name: 'different', phone: 'different', place: 'same', postcode: 'unknown' } as const;
  const orders = [{ productOrderId: '20265', ticked: true }];
  const box = { rows: [5], ticked: false, notes: [], candidates: [{ orders, evidence, goods: 'unknown' as const }] };
  expect(adviceOf({ ...box, is: 'alone' })).toBe(text.join.why.only(text.join.why.place));
  expect(adviceOf({ ...box, is: 'suggested' })).toBe(text.join.why.differs(text.join.why.name));
});

it('lets a card follow a line that is dragged, and none without a pointer', () => {
  const card = screen.getByTestId('join-card');
  fireEvent.click(rowOf(5));
  fireEvent.keyDown(screen.getByTestId('join'), { key: 'Enter' });
  expect(card.hidden).toBe(true);
  fireEvent.keyDown(screen.getByTestId('join'), { key: 'Escape' });

  const dataTransfer = {
    types: [lineType],
    setData: () => undefined,
    setDragImage: () => undefined,
    getData: () => '5',
  };
  fireEvent.dragStart(rowOf(5), { dataTransfer });
  fireEvent.dragOver(screen.getByTestId('join'), { dataTransfer });
  expect(card.hidden).toBe(false);
  expect(card.textContent).toContain(`받는5${'5432'}${text.join.dropAny}`);
  fireEvent.dragOver(orderRow('20265'), { dataTransfer });
  expect(card.textContent).toContain(text.join.dropOn('모란'));
  fireEvent.dragEnd(rowOf(5), { dataTransfer });
  expect(card.hidden).toBe(true);
});
