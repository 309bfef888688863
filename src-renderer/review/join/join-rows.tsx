import { useEffect, useRef, useState } from 'react';
import { FoldGroup, useDrawn } from '../../ui/fold-group';
import { LineIcon, StateShape } from '../../ui/shapes';
import { text } from '../../text';
import { joinOrderId, joinRowId, lineType, noImage, orderType, takesDrop } from './join-drag';
import { drawnAtFirst, groupShapes, joinGroups, linesOf, type JoinGroup, type JoinSums } from './join-groups';
import { OrdersGroup } from './join-orders';
import { addressOf, adviceOf, goodsWords, phoneEnd } from './join-words';
import {
  chooseBox,
  dropLine,
  isByHand,
  isTicked,
  joinPair,
  liftLine,
  lookAt,
  ordersOf,
  type Join,
  type JoinBox,
  type JoinOrder,
} from './joins-state';

const words = text.join;

interface Props {
  reviewKey: string;
  join: Join;
  sums: JoinSums;
  fileName: string;
}

/** Lines on the left, their orders on the right, why in the last column; what was found stands last. */
export function JoinRows({ reviewKey, join, sums, fileName }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { active, lifted, target } = join;
  // The press that opened it, or lifted a line, took its button away: the keys go on here.
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (lifted !== undefined) list.current?.focus({ preventScroll: true });
  }, [lifted]);
  const held = lifted === undefined ? undefined : target;
  const current = held === undefined ? (active === undefined ? undefined : joinRowId(active)) : joinOrderId(held);
  useEffect(() => {
    if (current !== undefined) document.getElementById(current)?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={list}
      className="join-grid"
      role="treegrid"
      aria-label={words.grid(fileName, sums.lines + sums.left)}
      aria-activedescendant={current}
      tabIndex={0}
      data-testid="join"
    >
      <div className="join-row join-head" role="row">
        <span role="columnheader" aria-label={words.panel.take} />
        <span role="columnheader" aria-label={words.state} />
        <span role="columnheader">{words.columns.line}</span>
        <span role="columnheader">{words.columns.phone}</span>
        <span role="columnheader">{words.columns.address}</span>
        <span role="columnheader" aria-label={words.columns.order} />
        <span role="columnheader">{words.columns.order}</span>
        <span role="columnheader">{words.columns.product}</span>
        <span role="columnheader">{words.columns.advice}</span>
      </div>
      {joinGroups.map((group) =>
        group === 'orders' ? (
          <OrdersGroup key={group} reviewKey={reviewKey} join={join} />
        ) : (
          <BoxesGroup key={group} group={group} boxes={sums.groups[group]} reviewKey={reviewKey} join={join} />
        ),
      )}
    </div>
  );
}

interface GroupProps {
  group: Exclude<JoinGroup, 'orders'>;
  boxes: readonly JoinBox[];
  reviewKey: string;
  join: Join;
}

function BoxesGroup({ group, boxes, reviewKey, join }: GroupProps) {
  const { shown, more } = useDrawn(boxes, drawnAtFirst);
  if (boxes.length === 0) return null;
  const orders = boxes.reduce((sum, box) => sum + ordersOf(box, undefined).length, 0);
  return (
    <FoldGroup
      className="join-group"
      shape={groupShapes[group]}
      title={words.groups[group]}
      hint={group === 'found' ? words.linesAndOrders(linesOf(boxes), orders) : words.lines(linesOf(boxes))}
    >
      {shown.map((box) => (
        <BoxRow key={box.rows[0]} group={group} box={box} reviewKey={reviewKey} join={join} />
      ))}
      {more}
    </FoldGroup>
  );
}

interface BoxRowProps extends Pick<GroupProps, 'group' | 'reviewKey' | 'join'> {
  box: JoinBox;
}

function BoxRow({ group, box, reviewKey, join }: BoxRowProps) {
  const row = box.rows[0] ?? 0;
  const [isOver, setOver] = useState(false);
  const choice = join.choices.now.get(row);
  const cells = join.lines.get(row)?.cells ?? {};
  const { recipient = '', phone = '', otherPhone = '' } = cells;
  const address = addressOf(cells);
  const chosen = ordersOf(box, choice).flatMap((id) => join.orders.get(id) ?? []);
  const offered = box.candidates.map(({ orders: [first] }) => join.orders.get(first?.productOrderId ?? ''));
  const shown = chosen.length > 0 ? chosen : box.is === 'alone' ? [] : offered.flatMap((order) => order ?? []);
  const ticked = isTicked(box, choice);
  const name = recipient === '' ? words.nameless(row) : recipient;
  const isHeld = join.lifted === row;
  const advice = isByHand(box, choice) ? words.byHand : adviceOf(box);
  return (
    <div
      id={joinRowId(row)}
      className={['join-row', isHeld ? 'held' : '', isOver ? 'over' : ''].filter(Boolean).join(' ')}
      role="row"
      data-testid="join-row"
      data-row={row}
      data-is={box.is}
      data-ticked={ticked}
      aria-selected={join.active === row}
      draggable
      onClick={() => lookAt(reviewKey, row)}
      onDragStart={(event) => {
        event.dataTransfer.setData(lineType, String(row));
        event.dataTransfer.setDragImage(noImage(), 0, 0);
        liftLine(reviewKey, row);
      }}
      onDragEnd={() => dropLine(reviewKey)}
      {...takesDrop(orderType, setOver, (id) => joinPair(reviewKey, row, id))}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          checked={ticked}
          disabled={chosen.length === 0}
          aria-label={words.pick(name)}
          onChange={(event) => chooseBox(reviewKey, row, { ticked: event.target.checked })}
        />
      </span>
      <span role="gridcell">
        <StateShape name={ticked ? 'ready' : groupShapes[group]} label={words.groups[ticked ? 'found' : group]} />
      </span>
      <span role="gridcell" className="join-name one-line" title={name}>
        {name}
      </span>
      <span role="gridcell" className="num faint">
        {phoneEnd([phone, otherPhone])}
      </span>
      <span role="gridcell" className="one-line soft" title={address}>
        {address}
      </span>
      <span role="gridcell" className="join-mid">
        {shown.length === 0 ? null : ticked ? <LineIcon name="link" /> : <i className="join-maybe" />}
      </span>
      <OrderCells orders={shown} isOne={chosen.length > 0} />
      <span role="gridcell" className={ticked ? 'one-line soft' : 'one-line look-ink'} title={advice}>
        {advice}
      </span>
    </div>
  );
}

/** Several orders of one parcel hang on one line, each by its name; candidates to choose from stand in a row. */
function OrderCells({ orders, isOne }: { orders: readonly JoinOrder[]; isOne: boolean }) {
  const [first] = orders;
  const goods = [...new Set(orders.map(goodsWords))];
  if (isOne && orders.length > 1) {
    return (
      <span role="gridcell" className="join-hang">
        {orders.map((order) => (
          <span key={order.productOrderId} className="join-hung">
            <span className="one-line" title={order.recipient}>
              {order.recipient ?? ''}
            </span>
            <span className="one-line" title={goodsWords(order)}>
              {goodsWords(order)}
            </span>
          </span>
        ))}
      </span>
    );
  }
  return (
    <>
      <span role="gridcell" className={first === undefined ? 'faint' : 'join-name one-line'} title={first?.recipient}>
        {first === undefined ? words.noPair : (first.recipient ?? '')}
      </span>
      <span role="gridcell" className="one-line" title={goods.join(', ')}>
        {isOne ? goods.join(', ') : words.or(goods)}
      </span>
    </>
  );
}
