import { create } from 'zustand';
import { isIn } from '../../../../src-preload/contract/job-states';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import { ordersPerQuestion } from '../../../../src-preload/contract/chunks';
import type { EventPayload } from '../../../../src-preload/contract/events';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { OrderRow } from '../../../../src-preload/contract/orders';
import { call } from '../../../state/ipc-client';
import { announce } from '../../../state/announcements';
import { atMostEvery } from '../../../state/at-most-every';
import { useAppState } from '../../../state/app-state';
import { text } from '../../../text';

/** Orders shown at once; the rest is a page further. */
export const ordersPerPage = 100;

interface OrdersState {
  storeId: StoreId | undefined;
  /** What stands in the two fields, so that it is there again after a look elsewhere. */
  pasted: string;
  confirmPasted: string;
  /** Order numbers asked for; undefined: the watched ones are shown. */
  asked: readonly string[] | undefined;
  page: number;
  rows: readonly OrderRow[];
  /** Lookups not answered yet. */
  open: number;
  /** Why the states shown are not fresh. */
  unread: 'busy' | 'resting' | undefined;
  /** What of all the orders, on whatever page, can be dispatched; undefined: not counted yet. */
  toSend: ToSend | undefined;
}

export interface ToSend {
  lines: CallOutput<'orders-to-send'>['lines'];
  cancelAsked: number;
}

const nothing = { asked: undefined, page: 0, rows: [], open: 0, unread: undefined, toSend: undefined };

/** What the orders screen shows; the orders themselves are in the main process. */
export const useOrders = create<OrdersState>()(() => ({
  storeId: undefined,
  pasted: '',
  confirmPasted: '',
  ...nothing,
}));

/** Shows the orders of this store; nothing happens when it is shown already. */
export function showOrdersOf(storeId: StoreId | undefined): void {
  if (storeId === useOrders.getState().storeId) return;
  useOrders.setState({ storeId, ...nothing });
  readOrders(true);
}

/** Looks up order numbers, through the outbox like everything that is asked of the market. */
export async function findOrders(numbers: readonly string[]): Promise<void> {
  const { storeId } = useOrders.getState();
  if (storeId === undefined) return;
  const jobs = numbers.map((target) => ({ target, values: { kind: 'lookup' as const, lookup: {} }, chosen: true }));
  const answer = await call('outbox-add-targets', { storeId, jobs });
  if (!answer.ok) {
    announce(text.shell.callFailed);
    return;
  }
  useOrders.setState({ asked: numbers, page: 0, rows: [], open: numbers.length, unread: undefined, toSend: undefined });
  readOrders(true);
}

/** Takes out the lookups that were not asked yet. */
export async function stopFinding(): Promise<void> {
  const { storeId } = useOrders.getState();
  if (storeId === undefined) return;
  const answer = await call('orders-stop', { storeId });
  announce(answer.ok ? text.orders.find.stopped(answer.value.stopped) : text.shell.callFailed);
  readOrders(true);
}

/** Shows the orders whose changes are told, instead of those asked for. */
export function showWatched(): void {
  useOrders.setState({ ...nothing });
  readOrders(true);
}

/** Shows another page of the orders asked for, 0-based. */
export function showPage(page: number): void {
  useOrders.setState({ page, rows: [] });
  // Once all of them were counted, their states are known.
  if (useOrders.getState().toSend === undefined) readOrders(true);
  else readAgain();
}

/** Switches the notice of changes for an order. */
export async function watchOrder(orderId: string, watched: boolean): Promise<void> {
  const { storeId, rows } = useOrders.getState();
  if (storeId === undefined) return;
  useOrders.setState({ rows: rows.map((row) => (row.orderId === orderId ? { ...row, watched } : row)) });
  const answer = await call('orders-watch', { storeId, orderId, watched });
  if (!answer.ok) announce(text.shell.callFailed);
  readOrders(false);
}

/** Numbers of the orders on the page shown. */
function onPage({ asked, page }: OrdersState): readonly string[] | undefined {
  return asked?.slice(page * ordersPerPage, (page + 1) * ordersPerPage);
}

/** Whether the market was not asked yet, or has not answered. */
export function isLooking(row: OrderRow): boolean {
  return isIn('underWay', row.lookup?.state);
}

/** While jobs change, rows are read at most this often: more the eye does not follow. */
const pauseBetweenReadingsMs = 700;
/** What is to be sent goes first; then the states are asked for again. */
const pauseWhenBusyMs = 2000;
/** The states of the product orders are to be read from the market once nothing is being looked up any more. */
let wantsFresh = false;
/** What can be dispatched is to be counted once nothing is being looked up any more. */
let wantsCount = false;
/** The states on the other pages are to be read for it. */
let countsFresh = false;

/** Reads the rows of the page; `fresh`: their states, too, as soon as their lookups are settled. */
export function readOrders(fresh: boolean): void {
  wantsFresh ||= fresh;
  wantsCount = true;
  countsFresh ||= fresh;
  readAgain();
}

const readAgain = atMostEvery(pauseBetweenReadingsMs, readOnce);

/** Answers how long to rest after it, where that is not the usual while. */
async function readOnce(): Promise<number | undefined> {
  const { storeId } = useOrders.getState();
  if (storeId === undefined) return 0;
  const progress = await call('orders-progress', { storeId });
  if (progress.ok && useOrders.getState().storeId === storeId) useOrders.setState({ open: progress.value.open });
  const rows = await readRows(storeId, false);
  if (rows === undefined || rows.some(isLooking)) return undefined;
  const isFresh = wantsFresh;
  wantsFresh = false;
  if (isFresh && rows.some(({ productOrders }) => productOrders.length > 0)) await readRows(storeId, true);
  if (wantsCount && progress.ok && progress.value.open === 0) await countToSend(storeId);
  if (!isFresh || useOrders.getState().unread === undefined) return undefined;
  wantsFresh = true;
  // A store that rests says so by its status; what is busy is over soon.
  if (useOrders.getState().unread === 'busy') readAgain();
  return pauseWhenBusyMs;
}

/** Counts over all pages; those of the other pages are read first, once. */
async function countToSend(storeId: StoreId): Promise<void> {
  const fresh = countsFresh;
  wantsCount = false;
  countsFresh = false;
  const { asked } = useOrders.getState();
  const toSend: ToSend = { lines: [], cancelAsked: 0 };
  for (const orderIds of asked === undefined ? [undefined] : chunksOf(asked, ordersPerQuestion)) {
    const answer = await call('orders-to-send', {
      storeId,
      fresh: fresh && (asked?.length ?? 0) > ordersPerPage,
      ...(orderIds === undefined ? {} : { orderIds }),
    });
    // Another search meanwhile: this count is of orders that are no longer on the screen.
    if (!answer.ok || useOrders.getState().asked !== asked || useOrders.getState().storeId !== storeId) return;
    toSend.lines.push(...answer.value.lines);
    toSend.cancelAsked += answer.value.cancelAsked;
  }
  useOrders.setState({ toSend });
}

function chunksOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, n) => ids.slice(n * size, (n + 1) * size));
}

async function readRows(storeId: StoreId, fresh: boolean): Promise<readonly OrderRow[] | undefined> {
  const orderIds = onPage(useOrders.getState());
  const answer = await call('orders-rows', {
    storeId,
    fresh,
    ...(orderIds === undefined ? {} : { orderIds: [...orderIds] }),
  });
  const now = useOrders.getState();
  // Another page, another search: this answer is to a question no one asks any more.
  if (!answer.ok || now.storeId !== storeId || onPage(now)?.join() !== orderIds?.join()) return undefined;
  const { rows, unread } = answer.value;
  useOrders.setState(fresh ? { rows, unread } : { rows });
  return rows;
}

/** Takes in what `jobs-changed` told; no one looks at orders elsewhere. */
export function jobsChangedForOrders({ storeId }: EventPayload<'jobs-changed'>): void {
  const { storeId: shown, asked } = useOrders.getState();
  if (storeId !== shown || asked === undefined || useAppState.getState().place !== 'orders') return;
  readOrders(false);
}

/** Takes in what `orders-changed` told: said on every screen. */
export function ordersChanged({ storeId, orderIds }: EventPayload<'orders-changed'>): void {
  announce(text.orders.noticed(orderIds.slice(0, 5).join(', ')));
  if (storeId === useOrders.getState().storeId) readOrders(false);
}
