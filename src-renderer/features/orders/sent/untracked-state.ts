import { create } from 'zustand';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import { rowsPerBookPage } from '../../../../src-preload/contract/chunks';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { announce } from '../../../state/announcements';
import { atMostEvery } from '../../../state/at-most-every';
import { call, listen } from '../../../state/ipc-client';
import { text } from '../../../text';

const words = text.untracked;

/** A number that is not tracked, with the product orders of its box. */
export interface UntrackedBox {
  /** What it is known by as long as the screen is open. */
  key: string;
  rows: readonly [BookRow, ...BookRow[]];
  /** When it was read again and was tracked, ms UTC, and the number it has now. */
  mended?: { at: number; number: string | undefined };
}

interface UntrackedState {
  boxes: readonly UntrackedBox[];
  scans: CallOutput<'book-scans'> | undefined;
  /** Being read again. */
  reading: ReadonlySet<string>;
}

/** What is listed as not tracked; mended ones stay until the screen is left. */
export const useUntracked = create<UntrackedState>()(() => ({
  boxes: [],
  scans: undefined,
  reading: new Set<string>(),
}));

/** Product orders that are not tracked, put together by courier and number; the most urgent first. */
export function boxesOf(rows: readonly BookRow[]): UntrackedBox[] {
  const boxes = new Map<string, [BookRow, ...BookRow[]]>();
  for (const row of rows) {
    const key = row.trackingNumber === undefined ? row.productOrderId : `${row.courier ?? ''} ${row.trackingNumber}`;
    const box = boxes.get(key);
    if (box === undefined) boxes.set(key, [row]);
    else box.push(row);
  }
  return [...boxes]
    .map(([key, of]) => ({ key, rows: of }))
    .toSorted((one, other) => untilOf(one).localeCompare(untilOf(other)));
}

/** The last day without penalty; one that is not known comes last. */
function untilOf({ rows: [first] }: UntrackedBox): string {
  return first.scannedUntil ?? '9999';
}

/** New ones take their place by urgency; those that are mended stay where they were. */
function withMended(before: readonly UntrackedBox[], now: readonly UntrackedBox[]): UntrackedBox[] {
  const mended = before.filter(({ key, mended: is }) => is !== undefined && !now.some((each) => each.key === key));
  return [...mended, ...now].toSorted((one, other) => untilOf(one).localeCompare(untilOf(other)));
}

async function read(storeId: StoreId, life: { gone: boolean }): Promise<void> {
  const scope = { storeId, tab: 'untracked', offset: 0, limit: rowsPerBookPage } as const;
  const [page, scans] = await Promise.all([call('book-page', scope), call('book-scans', { storeId })]);
  if (life.gone || !page.ok || !scans.ok) return;
  const boxes = withMended(useUntracked.getState().boxes, boxesOf(page.value.rows));
  useUntracked.setState({ boxes, scans: scans.value });
}

const restMs = 700;

/** Reads the list as the book changes; answers what ends it, and forgets what was mended. */
export function followUntracked(storeId: StoreId): () => void {
  const life = { gone: false };
  const refresh = atMostEvery(restMs, async () => {
    await read(storeId, life);
    return undefined;
  });
  const stop = listen('book-changed', (change) => (change.storeId === storeId ? refresh() : undefined));
  refresh();
  return () => {
    life.gone = true;
    stop();
    useUntracked.setState({ boxes: [], scans: undefined, reading: new Set() });
  };
}

/** 고쳤어요: reads the product orders of a box at the market, and shows what its number is now. */
export async function readAgain(storeId: StoreId, box: UntrackedBox): Promise<void> {
  const reading = (key: string, is: boolean): void =>
    useUntracked.setState((state) => {
      const next = new Set(state.reading);
      if (is) next.add(key);
      else next.delete(key);
      return { reading: next };
    });
  reading(box.key, true);
  const productOrderIds = box.rows.map(({ productOrderId }) => productOrderId);
  const answer = await call('book-reread', { storeId, productOrderIds });
  const shown = answer.ok && answer.value.is === 'read' ? await rowsNow(storeId, box) : undefined;
  reading(box.key, false);
  if (shown === undefined) {
    announce(answer.ok && answer.value.is === 'resting' ? words.resting : words.noAnswer);
    return;
  }
  if (shown.some(({ isUntracked }) => isUntracked)) {
    announce(words.stillSo);
    return;
  }
  const mended = { at: Date.now(), number: shown[0]?.trackingNumber };
  useUntracked.setState((state) => {
    const others = state.boxes.filter(({ key }) => key !== box.key);
    return {
      boxes: withMended(
        [...others, { ...box, mended }],
        others.filter((each) => each.mended === undefined),
      ),
    };
  });
}

/** The product orders of a box as the book has them now. */
async function rowsNow(storeId: StoreId, { rows }: UntrackedBox): Promise<BookRow[] | undefined> {
  const found: BookRow[] = [];
  for (const { productOrderId, orderId } of rows) {
    if (orderId === undefined) continue;
    const order = await call('book-order', { storeId, orderId });
    if (!order.ok) return undefined;
    found.push(...order.value.productOrders.flatMap(({ row }) => (row.productOrderId === productOrderId ? [row] : [])));
  }
  return found.length === 0 ? undefined : found;
}
