import { useState } from 'react';
import { MoreRows } from '../../ui/more-rows';
import { StateShape } from '../../ui/shapes';
import { text } from '../../text';
import { joinOrderId, lineType, orderType, takesDrop } from './join-drag';
import { drawnAtFirst, Head } from './join-head';
import { goodsWords } from './join-words';
import { joinPair, listedOrders, openOrderCount, pointAt, type Join } from './joins-state';

const words = text.join;

/** Orders without a number, for the lines that are put on them. */
export function OrdersGroup({ reviewKey, join }: { reviewKey: string; join: Join }) {
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const [isOpen, setOpen] = useState(true);
  const all = listedOrders(join);
  if (all.length === 0) return null;
  return (
    <>
      <Head
        group="orders"
        hint={words.ordersHint(openOrderCount(join))}
        isOpen={isOpen}
        onFold={() => setOpen(!isOpen)}
      />
      {all.slice(0, isOpen ? drawn : 0).map((each) => (
        <OrderRow key={each.id} id={each.id} reviewKey={reviewKey} join={join} isLeft={each.isOpen} />
      ))}
      {isOpen && all.length > drawn ? (
        <MoreRows words={words.more(all.length - drawn)} onMore={() => setDrawn(drawn + drawnAtFirst)} />
      ) : null}
    </>
  );
}

/** An order without a number; one that got a line stays where it was, in grey. */
function OrderRow({ id, reviewKey, join, isLeft }: { id: string; reviewKey: string; join: Join; isLeft: boolean }) {
  const [isOver, setOver] = useState(false);
  const order = join.orders.get(id);
  const isTarget = join.target === id;
  return (
    <div
      id={joinOrderId(id)}
      className={['join-row', isLeft ? '' : 'gone', isTarget || isOver ? 'over' : ''].filter(Boolean).join(' ')}
      role="row"
      data-testid="join-row"
      data-product-order-id={id}
      data-is="order"
      data-taken={!isLeft}
      draggable={isLeft}
      onClick={() => (isLeft && join.lifted !== undefined ? joinPair(reviewKey, join.lifted, id) : undefined)}
      onDragStart={(event) => event.dataTransfer.setData(orderType, id)}
      {...(isLeft
        ? takesDrop(
            lineType,
            (over) => {
              setOver(over);
              if (over && join.target !== id) pointAt(reviewKey, id);
            },
            (row) => joinPair(reviewKey, Number(row), id),
          )
        : {})}
    >
      <span role="gridcell" />
      <span role="gridcell">
        <StateShape name="yet" label={words.noNumber} />
      </span>
      <span role="gridcell" className="faint">
        {isLeft ? words.noNumber : words.joinedHere}
      </span>
      <span role="gridcell" />
      <span role="gridcell" />
      <span role="gridcell" />
      <span role="gridcell" className="join-name one-line">
        {order?.recipient ?? ''}
      </span>
      <span role="gridcell" className="one-line">
        {order === undefined ? '' : goodsWords(order)}
      </span>
      <span role="gridcell" className="num faint">
        …{id.slice(-4)}
      </span>
    </div>
  );
}
