import type { MarketName } from '../../../../src-preload/contract/market-facts';
import type { OrderRules } from '../../../../src-preload/contract/market-rules';
import { marketRules } from '../../../../src-preload/contract/markets/rules';
import type { OrderRow, ProductOrder } from '../../../../src-preload/contract/orders';
import { changeWords, stateWords } from '../../../../src-preload/contract/text/ko/order-states';
import { lookupCodeWords } from '../../../../src-preload/contract/text/lookup-codes.ko';
import { exactTime, shortTime } from '../../../ui/clock';
import { Digits } from '../../../ui/digits';
import { Icon } from '../../../ui/icons';
import { useTabStop } from '../../../ui/tab-stop';
import { text } from '../../../text';
import { watchOrder } from './orders-state';

const words = text.orders.row;

/** An order: what its lookup said, its product orders with their states, its watch and what changed in it. */
export function OrderItem({ row, market }: { row: OrderRow; market: MarketName }) {
  const { orderId, productOrders, watched, changes, readAt } = row;
  const said = lookupSentence(row, market);
  const tabStop = useTabStop();
  return (
    <li
      className="order-item"
      data-testid="order-result-row"
      data-order-id={orderId}
      data-count={productOrders.length}
      data-state={row.lookup?.state ?? ''}
    >
      <div className="order-head">
        <strong>
          <Digits value={orderId} />
        </strong>
        {productOrders.length > 0 ? <span className="chip">{words.count(productOrders.length)}</span> : null}
        {row.foundAt === undefined ? null : (
          <label className="tick-label order-watch-label">
            <input
              type="checkbox"
              data-testid="order-watch"
              tabIndex={tabStop}
              aria-label={words.watchOf(orderId)}
              checked={watched}
              onChange={(event) => void watchOrder(orderId, event.target.checked)}
            />
            {words.watch}
          </label>
        )}
      </div>
      {said === undefined ? null : <p className={said.bad ? 'complaint' : 'hint'}>{said.words}</p>}
      {productOrders.length > 0 ? (
        <ul className="product-orders">
          {productOrders.map((each) => (
            <ProductOrderItem key={each.id} productOrder={each} rules={marketRules[market].orders} />
          ))}
        </ul>
      ) : null}
      {readAt === undefined ? null : <p className="hint">{words.readAt(shortTime(readAt))}</p>}
      {changes.length > 0 ? (
        <details data-testid="order-history">
          <summary tabIndex={tabStop}>{words.history(changes.length)}</summary>
          <ol className="order-changes">
            {changes.map((change) => (
              <li key={`${change.at} ${change.what} ${change.productOrderId}`}>
                <time dateTime={new Date(change.at).toISOString()}>{exactTime(change.at)}</time> {changeWords(change)}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </li>
  );
}

function ProductOrderItem({ productOrder, rules }: { productOrder: ProductOrder; rules: OrderRules }) {
  const { id, finding, name } = productOrder;
  // The buyer wants to cancel: it is shown, and goes into no list by itself.
  const asksCancel = finding !== undefined && rules.hasOpenCancel(finding);
  return (
    <li data-testid="product-order" data-product-order-id={id} data-status={finding?.productOrderStatus ?? ''}>
      <Digits value={id} />
      {name === undefined ? null : (
        <span className="product-name" data-testid="product-name">
          {name}
        </span>
      )}
      {finding === undefined ? (
        <span className="hint">{words.unread}</span>
      ) : (
        <span className={`chip ${asksCancel ? 'tone-warn' : rules.canBeSent(finding) ? 'tone-good' : ''}`}>
          {asksCancel ? <Icon name="hand" /> : null}
          {stateWords(finding)}
        </span>
      )}
      {asksCancel ? <span className="hint">{words.askFirst}</span> : null}
    </li>
  );
}

/** What the lookup said, where the product orders do not say it already. */
function lookupSentence(
  { lookup, productOrders }: OrderRow,
  market: MarketName,
): { words: string; bad: boolean } | undefined {
  if (lookup === undefined || (lookup.state === 'succeeded' && productOrders.length > 0)) return undefined;
  const why = lookup.code === undefined ? undefined : lookupCodeWords(lookup.code, lookup.message, market);
  switch (lookup.state) {
    case 'rejected':
      return why === undefined ? undefined : { words: `${why.title} ${why.advice}`, bad: true };
    case 'cancelled':
      return { words: words.cancelled, bad: false };
    case 'waiting':
    case 'queued':
    case 'unknown':
      if (why === undefined && lookup.state === 'queued') return { words: words.looking, bad: false };
      return { words: why === undefined ? words.waiting : `${why.title} ${words.waiting}`, bad: false };
    case 'sending':
    case 'held':
    case 'succeeded':
      return { words: words.looking, bad: false };
  }
}
