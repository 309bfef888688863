import type { ReactNode } from 'react';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { stateWords } from '../../../../src-preload/contract/text/ko/order-states';
import { text } from '../../../text';
import { shortTime } from '../../../ui/clock';
import { copyText } from '../../../ui/copy-text';
import { LineIcon } from '../../../ui/shapes';
import { Digits } from '../../../ui/digits';

const words = text.book.panel;
type BookOrder = CallOutput<'book-order'>['productOrders'][number];

/** What the book has of a product order; what it does not have is left out. */
export function OrderFacts({ row, order }: { row: BookRow; order: BookOrder | undefined }) {
  const { productOrderStatus, placeOrderStatus, claimStatus, orderId, trackingNumber, memo, readAt } = row;
  const status = stateWords({
    at: readAt,
    ...(productOrderStatus === undefined ? {} : { productOrderStatus }),
    ...(placeOrderStatus === undefined ? {} : { placeOrderStatus }),
    ...(claimStatus === undefined ? {} : { claimStatus }),
  });
  const isErased = order !== undefined && row.recipient === undefined && order.address === undefined;
  return (
    <dl className="panel-facts">
      {isErased ? <p className="faint">{words.erased}</p> : null}
      <Fact name={words.address}>
        {order?.address === undefined ? undefined : [order.zipCode, order.address].filter(Boolean).join(' ')}
      </Fact>
      <Fact name={words.phone}>{order?.phones.length ? order.phones.join(', ') : undefined}</Fact>
      <Fact name={words.memo}>
        {memo === undefined ? undefined : row.memoNamesDay ? <mark className="memo-day">{memo}</mark> : memo}
      </Fact>
      <Fact name={words.paid}>{order?.paidAt === undefined ? undefined : shortTime(order.paidAt)}</Fact>
      <Fact name={words.state}>{status === '' ? undefined : status}</Fact>
      <Fact name={words.productOrderId} copy={row.productOrderId}>
        <Digits value={row.productOrderId} />
      </Fact>
      <Fact name={words.orderId} copy={orderId}>
        {orderId === undefined ? undefined : <Digits value={orderId} />}
      </Fact>
      {/* A registered number says by itself when it was read. */}
      <Fact name={words.readAt}>{readAt === 0 || trackingNumber !== undefined ? undefined : shortTime(readAt)}</Fact>
    </dl>
  );
}

function Fact({ name, copy, children }: { name: string; copy?: string | undefined; children: ReactNode }) {
  if (children === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        {copy === undefined ? null : <CopyNumber name={name} value={copy} />}
      </dd>
    </div>
  );
}

/** Copies a number whole, without the marks between its groups. */
function CopyNumber({ name, value }: { name: string; value: string }) {
  return (
    <button
      type="button"
      className="copy-number"
      aria-label={words.copyOf(name)}
      title={words.copyOf(name)}
      onClick={() => void copyText(value)}
    >
      <LineIcon name="copy" />
    </button>
  );
}
