import { useState } from 'react';
import { FoldGroup, useDrawn } from '../../ui/fold-group';
import { StateShape } from '../../ui/shapes';
import { text } from '../../text';
import { joinOrderId, lineType, orderType, takesDrop } from './join-drag';
import { drawnAtFirst, groupShapes } from './join-groups';
import { goodsWords } from './join-words';
import { joinPair, listedOrders, openOrderCount, pointAt, type Join } from './joins-state';

const words = text.join;

/** Orders without a number, for the lines that are put on them. */
export function OrdersGroup({ reviewKey, join }: { reviewKey: string; join: Join }) {
  const all = listedOrders(join);
  const { shown, more } = useDrawn(all, drawnAtFirst);
  if (all.length === 0) return null;
  return (
    <FoldGroup
      className="join-group"
      shape={groupShapes.orders}
      title={words.groups.orders}
      hint={words.ordersHint(openOrderCount(join))}
    >
      {shown.map((each) => (
        <OrderRow key={each.id} id={each.id} reviewKey={reviewKey} join={join} isLeft={each.isOpen} />
      ))}
      {more}
    </FoldGroup>
  );
}

/** An order without a number; one that got a line stays where it was, in grey. */
function OrderRow({ id, reviewKey, join, isLeft }: { id: string; reviewKey: string; join: Join; isLeft: boolean }) {
  const [isOver, setOver] = useState(false);
  const order = join.orders.get(id);
  const isTarget = join.target === id;
  const goods = order === undefined ? '' : goodsWords(order);
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
      <span role="gridcell" className="join-name one-line" title={order?.recipient}>
        {order?.recipient ?? ''}
      </span>
      <span role="gridcell" className="one-line" title={goods}>
        {goods}
      </span>
      <span role="gridcell" className="num faint">
        …{id.slice(-4)}
      </span>
    </div>
  );
}
