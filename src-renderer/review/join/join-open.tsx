import { hasOrders } from '../../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { onePress } from '../../ui/one-press';
import type { ReviewState } from '../state/reviews-state';
import { openJoin } from './joins-state';

/** The way to the orders of a file whose lines name none, or may not: looks for them in the book. Undefined for others. */
export function useWayToJoin(review: ReviewState): (() => Promise<void>) | undefined {
  const store = useAppState(chosenStore);
  const { key, storeId, importId, operation, reading, understood, phase, summary } = review;
  if (store === undefined || !hasOrders(store) || operation !== 'dispatch' || importId === undefined) return undefined;
  const namesOrders = reading?.columns.productOrderId !== undefined && understood?.idKindUnsure !== true;
  const isSettled = summary === undefined || summary.tabs.look + summary.tabs.open + summary.tabs.waits === 0;
  if (namesOrders || isSettled || reading === undefined || phase !== 'ready') return undefined;
  return () => openJoin(key, storeId, importId);
}

export function JoinOpen({ review }: { review: ReviewState }) {
  const join = useWayToJoin(review);
  if (join === undefined) return null;
  return (
    <button type="button" className="button small" data-testid="join-open" onClick={onePress(() => void join())}>
      {text.join.open}
    </button>
  );
}
