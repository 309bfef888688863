import { useShallow } from 'zustand/react/shallow';
import type { MarketName } from '../../../../src-preload/contract/market-facts';
import { onePress } from '../../../ui/one-press';
import { useTabStop } from '../../../ui/tab-stop';
import { text } from '../../../text';
import { openFoundInReview } from './found-lines';
import { OrderItem } from './order-item';
import { isLooking, ordersPerPage, readOrders, showPage, showWatched, useOrders } from './orders-state';

const words = text.orders.find;

/** The orders found, or the watched ones while nothing was asked for; `market`: where they are. */
export function FoundOrders({ market }: { market: MarketName }) {
  const { asked, rows, unread } = useOrders(
    useShallow((state) => ({ asked: state.asked, rows: state.rows, unread: state.unread })),
  );
  const tabStop = useTabStop();
  const watchedOnly = asked === undefined;
  if (watchedOnly && rows.length === 0) return <p className="hint">{words.noneWatched}</p>;
  const idle = !rows.some(isLooking);
  return (
    <section className="card orders-card">
      <h2>{watchedOnly ? words.watched : words.results}</h2>
      {unread === undefined ? null : <p className="hint">{unread === 'busy' ? words.busyState : words.restingState}</p>}
      <div className="card-acts">
        <ToSendButton />
        <button type="button" className="button" tabIndex={tabStop} disabled={!idle} onClick={() => readOrders(true)}>
          {words.again}
        </button>
        {watchedOnly ? null : (
          <button type="button" className="button" tabIndex={tabStop} onClick={showWatched}>
            {words.showWatched}
          </button>
        )}
      </div>
      <ul className="order-list">
        {rows.map((row) => (
          <OrderItem key={row.orderId} row={row} market={market} />
        ))}
      </ul>
      <Pages />
    </section>
  );
}

/** Leads to a review of what can be dispatched, on every page: courier and number are given there, checked like any sheet. */
function ToSendButton() {
  const tabStop = useTabStop();
  const toSend = useOrders((state) => state.toSend);
  if (toSend === undefined) return <span className="hint">{text.orders.toSend.gathering}</span>;
  const { lines, cancelAsked } = toSend;
  return (
    <>
      {lines.length > 0 ? (
        <button
          type="button"
          className="button lead"
          data-testid="order-to-send"
          tabIndex={tabStop}
          onClick={onePress(() => openFoundInReview(lines))}
        >
          {text.orders.toSend.action(lines.length)}
        </button>
      ) : null}
      {cancelAsked > 0 ? <span className="hint">{text.orders.toSend.left(cancelAsked)}</span> : null}
    </>
  );
}

function Pages() {
  const tabStop = useTabStop();
  const { asked, page } = useOrders(useShallow((state) => ({ asked: state.asked, page: state.page })));
  if (asked === undefined || asked.length <= ordersPerPage) return null;
  const from = page * ordersPerPage;
  const to = Math.min(asked.length, from + ordersPerPage);
  return (
    <div className="card-acts">
      <button
        type="button"
        className="button"
        tabIndex={tabStop}
        disabled={page === 0}
        onClick={() => showPage(page - 1)}
      >
        {words.before}
      </button>
      <span>{words.page(from + 1, to, asked.length)}</span>
      <button
        type="button"
        className="button"
        tabIndex={tabStop}
        disabled={to >= asked.length}
        onClick={() => showPage(page + 1)}
      >
        {words.next}
      </button>
    </div>
  );
}
