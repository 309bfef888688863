import { create } from 'zustand';
import type { CallOutput } from '../../src-preload/contract/calls';
import type { StoreId } from '../../src-preload/contract/ids';
import { hasOrders } from '../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from './app-state';
import { atMostEvery } from './at-most-every';
import { call, listen } from './ipc-client';

export type BookCounts = CallOutput<'book-counts'>;

/** What is due in the chosen store, as the main process counted it; undefined: not known yet, or it has no orders. */
export const useBookCounts = create<{ storeId: StoreId | undefined; counts: BookCounts | undefined }>()(() => ({
  storeId: undefined,
  counts: undefined,
}));

/** Changes come many a second while a batch goes out; the eye follows no more than this. */
const restMs = 500;
/** What is due moves on with the clock alone. */
const minuteMs = 60_000;

/** Counts again as the book, the queue or the chosen store change, and every minute; answers what stops it. */
export function followBookCounts(): () => void {
  const life = { gone: false };
  const read = atMostEvery(restMs, async () => {
    if (!life.gone) await readBookCounts();
    return undefined;
  });
  const ofChosen = ({ storeId }: { storeId: StoreId }): void => {
    if (storeId === useAppState.getState().chosen) read();
  };
  const stops = [
    listen('book-changed', ofChosen),
    listen('jobs-changed', ofChosen),
    useAppState.subscribe((now, before) => {
      if (now.chosen !== before.chosen || now.phase !== before.phase) read();
    }),
  ];
  const timer = setInterval(read, minuteMs);
  return () => {
    life.gone = true;
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

async function readBookCounts(): Promise<void> {
  const store = chosenStore(useAppState.getState());
  if (store === undefined || !hasOrders(store)) {
    useBookCounts.setState({ storeId: undefined, counts: undefined });
    return;
  }
  const { id } = store;
  if (useBookCounts.getState().storeId !== id) useBookCounts.setState({ storeId: id, counts: undefined });
  const answer = await call('book-counts', { storeId: id });
  if (answer.ok && useBookCounts.getState().storeId === id) useBookCounts.setState({ counts: answer.value });
}
