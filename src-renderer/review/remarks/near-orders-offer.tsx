import type { Remark } from '../../../src-preload/contract/line';
import type { NearOrder } from '../../../src-preload/contract/orders';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import type { ReviewController } from '../state/review-controller';

const words = text.send.near;

interface Props {
  controller: ReviewController;
  row: ReviewRow;
  remark: Remark;
}

/** Known orders a broken number may have meant, each with the click that puts it in; never put in by itself. */
export function NearOrdersOffer({ controller, row, remark }: Props) {
  const { near = [] } = row;
  const { field } = remark;
  if (near.length === 0 || field === undefined) return null;
  return (
    <div className="near-orders" data-testid="near-orders">
      <p>{near.length === 1 ? words.one : words.several(near.length)}</p>
      <ul>
        {near.map((order) => (
          <li key={order.id}>
            <span>{orderWords(order)}</span>{' '}
            <button
              type="button"
              className="button small"
              data-testid="near-order-button"
              data-target={order.id}
              aria-label={words.takeNamed(orderWords(order))}
              onClick={() => void controller.edit(row.checked.line.row, field, order.id)}
            >
              {words.take}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function orderWords({ id, recipient, productName, done }: NearOrder): string {
  return words.order(id.slice(-4), recipient, productName, done);
}
