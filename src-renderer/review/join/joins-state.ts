import { create } from 'zustand';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import { patchBetween, type LinePatch } from '../../../src-preload/contract/check/line-patch';
import type { Line } from '../../../src-preload/contract/line';
import { announce } from '../../state/announcements';
import { call } from '../../state/ipc-client';
import { registerUnsaved } from '../../state/unsaved';
import { text } from '../../text';
import { keepStep } from '../state/edit-history';
import { readDraft } from '../state/read-draft';
import { noChoices, stepBack, stepForth, withChoice, type BoxChoice, type Choices } from './join-choices';
import { reviewControllers } from '../state/review-controller';
import { forgetUnderstood, useSend } from '../state/reviews-state';

type Suggested = CallOutput<'join-suggest'>;
export type JoinBox = Suggested['boxes'][number];
export type JoinOrder = Suggested['orders'][number];

/** The join of one review while it is open. */
export interface Join {
  phase: 'reading' | 'failed' | 'ready' | 'applying';
  suggested?: Suggested;
  lines: ReadonlyMap<number, Line>;
  orders: ReadonlyMap<string, JoinOrder>;
  choices: Choices;
  /** The first row of the box that is looked at. */
  active?: number;
  /** The first row of the box that is held, to be put on an order; and the order it is held over. */
  lifted?: number | undefined;
  target?: string | undefined;
}

const begun: Join = { phase: 'reading', lines: new Map(), orders: new Map(), choices: noChoices };

export const useJoins = create<{ joins: Readonly<Record<string, Join>> }>()(() => ({ joins: {} }));

// What was decided is written down when it is applied; a join goes with its file.
registerUnsaved(() => {
  const { joins } = useJoins.getState();
  return useSend.getState().reviews.some(({ key }) => (joins[key]?.choices.past.length ?? 0) > 0);
});

/** The join of a review that is open; undefined where it is reviewed as usual. */
export function useJoin(key: string | undefined): Join | undefined {
  return useJoins(({ joins }) => (key === undefined ? undefined : joins[key]));
}

function change(key: string, more: Partial<Join>): void {
  useJoins.setState(({ joins }) => {
    const join = joins[key];
    return join === undefined ? { joins } : { joins: { ...joins, [key]: { ...join, ...more } } };
  });
}

/** Looks for the orders of a review's lines, in the place of the review. */
export async function openJoin(key: string, storeId: StoreId, importId: ImportId): Promise<void> {
  useJoins.setState(({ joins }) => ({ joins: { ...joins, [key]: begun } }));
  const [answer, draft] = await Promise.all([
    call('join-suggest', { storeId, importId }),
    readDraft(importId, () => undefined),
  ]);
  if (!answer.ok || draft === undefined) return change(key, { phase: 'failed' });
  const { boxes, orders } = answer.value;
  const first = boxes.find(({ ticked }) => !ticked) ?? boxes[0];
  change(key, {
    phase: 'ready',
    suggested: answer.value,
    lines: new Map(draft.lines.map((line) => [line.row, line])),
    orders: new Map(orders.map((order) => [order.productOrderId, order])),
    ...(first?.rows[0] === undefined ? {} : { active: first.rows[0] }),
  });
}

/** The join while the seller decides; what he did while it is read or applied would be lost. */
function readyJoin(key: string): Join | undefined {
  const join = useJoins.getState().joins[key];
  return join?.phase === 'ready' ? join : undefined;
}

/** Back to the review; nothing is joined, unless it is being joined already. */
export function closeJoin(key: string): void {
  if (useJoins.getState().joins[key]?.phase !== 'applying') endJoin(key);
}

function endJoin(key: string): void {
  useJoins.setState(({ joins }) => {
    const { [key]: _, ...rest } = joins;
    return { joins: rest };
  });
}

/** Looks at a box; another one that is held is put down. */
export function lookAt(key: string, row: number): void {
  const isHeld = useJoins.getState().joins[key]?.lifted === row;
  change(key, { active: row, ...(isHeld ? {} : { lifted: undefined, target: undefined }) });
}

/** Takes a box up, to be put on an order: over the first that is like it, where that is free, else over none. */
export function liftLine(key: string, row: number): void {
  const join = readyJoin(key);
  if (join === undefined) return;
  const open = openOrders(join);
  const [likely] = boxOf(join, row)?.candidates ?? [];
  const target = likely?.orders.find(({ productOrderId }) => open.includes(productOrderId))?.productOrderId;
  if (open.length > 0) change(key, { active: row, lifted: row, target });
}

/** Holds the box over another order. */
export function pointAt(key: string, productOrderId: string | undefined): void {
  change(key, { target: productOrderId });
}

/** Puts the box down; nothing is joined. */
export function dropLine(key: string): void {
  change(key, { lifted: undefined, target: undefined });
}

/** Joins the box that is held with the order it is held over. */
export function joinLifted(key: string): void {
  const join = useJoins.getState().joins[key];
  if (join?.lifted !== undefined && join.target !== undefined) joinPair(key, join.lifted, join.target);
}

/** Joins a box with one order, by hand: by dragging and by keyboard alike. Nothing is joined with what another box has. */
export function joinPair(key: string, row: number, productOrderId: string): void {
  const join = useJoins.getState().joins[key];
  const isOpen = join !== undefined && openOrders(join).includes(productOrderId);
  if (isOpen) chooseBox(key, row, { orders: [productOrderId], ticked: true });
  change(key, { active: row, lifted: undefined, target: undefined });
}

/** Takes the last decision back. */
export function undoJoin(key: string): void {
  const join = readyJoin(key);
  if (join !== undefined) change(key, { choices: stepBack(join.choices), lifted: undefined, target: undefined });
}

/** Decides again what was taken back. */
export function redoJoin(key: string): void {
  const join = readyJoin(key);
  if (join !== undefined) change(key, { choices: stepForth(join.choices), lifted: undefined, target: undefined });
}

/** The box that begins with this row. */
export function boxOf({ suggested }: Join, row: number | undefined): JoinBox | undefined {
  return suggested?.boxes.find(({ rows: [first] }) => first === row);
}

/** Product orders that boxes go with now. */
function takenOrders({ suggested, choices }: Join): Set<string> {
  return new Set(
    (suggested?.boxes ?? []).flatMap((box) => {
      const choice = choices.now.get(box.rows[0] ?? 0);
      return isTicked(box, choice) ? ordersOf(box, choice) : [];
    }),
  );
}

/**
 * Orders without a number as they are listed, by due date: those no line was found for, whoever got them since, and those
 * of a suggestion that is not followed.
 */
export function listedOrders(join: Join): { id: string; isOpen: boolean }[] {
  const { suggested, orders } = join;
  const taken = takenOrders(join);
  const offered = (suggested?.boxes ?? []).flatMap((box) => ordersOf(box, undefined));
  const listed = new Set([...(suggested?.withoutLine ?? []), ...offered.filter((id) => !taken.has(id))]);
  const dueOf = (id: string): number => orders.get(id)?.dueAt ?? Number.POSITIVE_INFINITY;
  return [...listed]
    .map((id) => ({ id, isOpen: !taken.has(id), due: dueOf(id) }))
    .toSorted((one, other) => (one.due === other.due ? 0 : one.due - other.due));
}

/** Orders without a number that no box goes with: of those without a line, and of what was suggested and is not followed. */
export function openOrders(join: Join): string[] {
  return listedOrders(join).flatMap(({ id, isOpen }) => (isOpen ? id : []));
}

/** How many they are, with those that are too many to be listed. */
export function openOrderCount(join: Join): number {
  const { withoutLine = [], withoutLineCount = 0 } = join.suggested ?? {};
  return withoutLineCount - withoutLine.length + openOrders(join).length;
}

/** The seller decides about a box. */
export function chooseBox(key: string, row: number, choice: BoxChoice): void {
  const before = readyJoin(key)?.choices;
  if (before !== undefined) change(key, { choices: withChoice(before, row, choice) });
}

/** The product orders a box goes with: as chosen, or as the first candidate has them ticked. */
export function ordersOf({ candidates: [first], is }: JoinBox, choice: BoxChoice | undefined): readonly string[] {
  if (choice?.orders !== undefined) return choice.orders;
  if (is === 'asked' || is === 'alone') return [];
  return first?.orders.flatMap((each) => (each.ticked ? [each.productOrderId] : [])) ?? [];
}

/** Whether a box is joined with the next press. */
export function isTicked(box: JoinBox, choice: BoxChoice | undefined): boolean {
  return (choice?.ticked ?? box.ticked) && ordersOf(box, choice).length > 0;
}

/** Whether the seller put a box on other orders than were suggested. */
export function isByHand(box: JoinBox, choice: BoxChoice | undefined): boolean {
  if (choice?.orders === undefined || !isTicked(box, choice)) return false;
  const suggested = ordersOf(box, undefined);
  return choice.orders.length !== suggested.length || choice.orders.some((id) => !suggested.includes(id));
}

/** What the next press writes. */
export function pairsOf({ suggested, choices }: Join): { rows: number[]; productOrderIds: string[] }[] {
  return (suggested?.boxes ?? []).flatMap((box) => {
    const choice = choices.now.get(box.rows[0] ?? 0);
    return isTicked(box, choice) ? [{ rows: box.rows, productOrderIds: [...ordersOf(box, choice)] }] : [];
  });
}

/** Writes the decided pairs into the draft, and goes on with its review in the same tab. */
export async function applyJoin(key: string, storeId: StoreId, importId: ImportId): Promise<void> {
  const join = readyJoin(key);
  if (join === undefined) return;
  change(key, { phase: 'applying' });
  const answer = await call('join-apply', { storeId, importId, pairs: pairsOf(join) });
  if (!answer.ok) {
    const { code } = answer.failure;
    const failed = text.join.applyFailed;
    announce(code === 'twice' || code === 'not-open' ? failed[code] : failed.other);
    return change(key, { phase: 'ready' });
  }
  endJoin(key);
  // Lines were added that the file does not have: its columns can be chosen no more.
  forgetUnderstood(key);
  await reviewControllers.get(key)?.restore(importId);
  const patches = await patchesSince(join.lines, importId);
  if (patches.length > 0) await keepStep(importId, storeId, { what: 'joined', lines: patches.length }, patches);
}

/** What the join changed, so that it can be taken back as every edit; a line that it added loses its order again. */
async function patchesSince(before: ReadonlyMap<number, Line>, importId: ImportId): Promise<LinePatch[]> {
  const draft = await readDraft(importId, () => undefined);
  return (draft?.lines ?? []).flatMap((line) => {
    const { productOrderId: _, orderId: __, ...cells } = line.cells;
    const patch = patchBetween(before.get(line.row) ?? { ...line, cells }, line);
    return patch === undefined ? [] : [patch];
  });
}
