import { hasOrders } from '../../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { onePress } from '../../ui/one-press';
import type { ReviewState } from '../state/reviews-state';
import { openJoin } from './joins-state';

/** Of a file whose lines name no product order, or may not: looks for their orders in the book. */
export function JoinOpen({ review }: { review: ReviewState }) {
  const store = useAppState(chosenStore);
  const { key, storeId, importId, operation, reading, understood, phase, summary } = review;
  if (store === undefined || !hasOrders(store) || operation !== 'dispatch' || importId === undefined) return null;
  const namesOrders = reading?.columns.productOrderId !== undefined && understood?.idKindUnsure !== true;
  const isSettled = summary === undefined || summary.tabs.look + summary.tabs.open + summary.tabs.waits === 0;
  if (namesOrders || isSettled || reading === undefined || phase !== 'ready') return null;
  return (
    <button
      type="button"
      className="button small"
      data-testid="join-open"
      onClick={onePress(() => void openJoin(key, storeId, importId))}
    >
      {text.join.open}
    </button>
  );
}
