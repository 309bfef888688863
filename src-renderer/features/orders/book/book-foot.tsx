import { text } from '../../../text';
import { onePress } from '../../../ui/one-press';
import { pickNoOrder, useBook } from './book-state';
import { confirmThese } from './confirm-new';
import { canBeDelayed, openDelay } from './delay-orders';
import { openForm } from '../forms/form-state';
import { openFoundInReview } from '../find/found-lines';
import { productOf } from './book-columns';

const words = text.book.list;

/** What can be done with the chosen orders, each act with the count of those it can be done with. */
export function BookFoot() {
  const picked = useBook((state) => state.picked);
  const storeId = useBook((state) => state.storeId);
  if (picked.size === 0 || storeId === undefined) return null;
  const rows = [...picked.values()];
  const isOpen = (row: (typeof rows)[number]): boolean => row.stage === 'new' || row.stage === 'waiting';
  const toSend = rows.filter((row) => isOpen(row) && !row.hasNumber && row.claimStatus !== 'CANCEL_REQUEST');
  const toAnnounce = toSend.filter((row) => row.stage === 'waiting');
  const toConfirm = rows.filter((row) => row.stage === 'new' && row.claimStatus !== 'CANCEL_REQUEST');
  return (
    <footer className="book-foot">
      <b className="num">{words.picked(picked.size)}</b>
      <button type="button" className="button plain" onClick={pickNoOrder}>
        {words.unpick}
      </button>
      <span className="grow" />
      {toConfirm.length === 0 ? null : (
        <button
          type="button"
          className="button"
          data-testid="orders-confirm-picked"
          onClick={onePress(
            () =>
              void confirmThese(
                storeId,
                toConfirm.map(({ productOrderId }) => productOrderId),
              ).then(pickNoOrder),
          )}
        >
          {words.confirmPicked(toConfirm.length)}
        </button>
      )}
      {rows.some(canBeDelayed) ? (
        <button
          type="button"
          className="button"
          data-testid="orders-delay-picked"
          onClick={onePress(() => openDelay(storeId, rows))}
        >
          {text.delay.openFor(rows.filter(canBeDelayed).length)}
        </button>
      ) : null}
      {toAnnounce.length === 0 ? null : (
        <button
          type="button"
          className="button"
          data-testid="orders-form-picked"
          onClick={onePress(
            () =>
              void openForm(
                storeId,
                toAnnounce.map(({ productOrderId }) => productOrderId),
              ),
          )}
        >
          {text.forms.openFor(toAnnounce.length)}
        </button>
      )}
      {toSend.length === 0 ? null : (
        <button
          type="button"
          className="button lead"
          data-testid="orders-enter-numbers"
          onClick={onePress(() =>
            openFoundInReview(
              toSend.map((row) => ({ id: row.productOrderId, orderId: row.orderId ?? '', name: productOf(row) })),
            ),
          )}
        >
          {words.enterNumbers(toSend.length)}
        </button>
      )}
    </footer>
  );
}
