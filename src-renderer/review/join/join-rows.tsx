import { useState } from 'react';
import { LineIcon, StateShape } from '../../ui/shapes';
import { text } from '../../text';
import { joinGroups, ordersWithoutLine, type JoinGroup, type JoinSums } from './join-groups';
import { addressOf, adviceOf, goodsWords, phoneEnd } from './join-words';
import { chooseBox, isTicked, lookAt, ordersOf, type Join, type JoinBox, type JoinOrder } from './joins-state';

const words = text.join;
/** Rows of one group that are drawn at first; more come by a press. */
const drawnAtFirst = 200;

interface Props {
  reviewKey: string;
  join: Join;
  sums: JoinSums;
  fileName: string;
}

/** Lines on the left, their orders on the right, why in the last column; what was found stands last. */
export function JoinRows({ reviewKey, join, sums, fileName }: Props) {
  const withoutLine = ordersWithoutLine(join);
  return (
    <div
      className="join-grid"
      role="treegrid"
      aria-label={words.grid(fileName, sums.lines + sums.left)}
      data-testid="join"
    >
      <div className="join-row join-head" role="row">
        <span role="columnheader" aria-label={words.panel.take} />
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
          <OrdersGroup key={group} join={join} ids={withoutLine} />
        ) : (
          <BoxesGroup key={group} group={group} boxes={sums.groups[group]} reviewKey={reviewKey} join={join} />
        ),
      )}
    </div>
  );
}

function Head({ group, hint }: { group: JoinGroup; hint: string }) {
  return (
    <div className="join-group" role="row">
      <div role="gridcell">
        {group === 'asked' || group === 'suggested' ? <StateShape name="look" /> : null}
        <h2>{words.groups[group]}</h2>
        <span className="faint">{hint}</span>
      </div>
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
  const [drawn, setDrawn] = useState(drawnAtFirst);
  if (boxes.length === 0) return null;
  const orders = boxes.reduce((sum, box) => sum + ordersOf(box, undefined).length, 0);
  return (
    <>
      <Head
        group={group}
        hint={group === 'found' ? words.linesAndOrders(boxes.length, orders) : words.lines(boxes.length)}
      />
      {boxes.slice(0, drawn).map((box) => (
        <BoxRow key={box.rows[0]} box={box} reviewKey={reviewKey} join={join} />
      ))}
      {boxes.length > drawn ? (
        <button type="button" className="button small plain" onClick={() => setDrawn(drawn + drawnAtFirst)}>
          {words.more(boxes.length - drawn)}
        </button>
      ) : null}
    </>
  );
}

function BoxRow({ box, reviewKey, join }: { box: JoinBox; reviewKey: string; join: Join }) {
  const row = box.rows[0] ?? 0;
  const choice = join.choices.get(row);
  const cells = join.lines.get(row)?.cells ?? {};
  const { recipient = '', phone = '', otherPhone = '' } = cells;
  const address = addressOf(cells);
  const chosen = ordersOf(box, choice).flatMap((id) => join.orders.get(id) ?? []);
  const offered = box.candidates.map(({ orders: [first] }) => join.orders.get(first?.productOrderId ?? ''));
  const shown = chosen.length > 0 ? chosen : box.is === 'alone' ? [] : offered.flatMap((order) => order ?? []);
  const ticked = isTicked(box, choice);
  const name = recipient === '' ? words.nameless(row) : recipient;
  return (
    <div
      className="join-row"
      role="row"
      data-testid="join-row"
      data-row={row}
      data-is={box.is}
      data-ticked={ticked}
      aria-selected={join.active === row}
      onClick={() => lookAt(reviewKey, row)}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          checked={ticked}
          disabled={chosen.length === 0}
          aria-label={words.pick(name)}
          onFocus={() => lookAt(reviewKey, row)}
          onChange={(event) => chooseBox(reviewKey, row, { ticked: event.target.checked })}
        />
      </span>
      <button type="button" role="gridcell" className="join-name" onClick={() => lookAt(reviewKey, row)}>
        {name}
      </button>
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
      <span role="gridcell" className={ticked ? 'one-line soft' : 'one-line look-ink'}>
        {adviceOf(box)}
      </span>
    </div>
  );
}

function OrderCells({ orders, isOne }: { orders: readonly JoinOrder[]; isOne: boolean }) {
  const [first] = orders;
  const goods = [...new Set(orders.map(goodsWords))];
  return (
    <>
      <span role="gridcell" className={first === undefined ? 'faint' : 'join-name'}>
        {first === undefined ? words.noPair : (first.recipient ?? '')}
      </span>
      <span role="gridcell" className="one-line" title={goods.join(', ')}>
        {isOne ? goods.join(', ') : words.or(goods)}
      </span>
    </>
  );
}

function OrdersGroup({ join, ids }: { join: Join; ids: readonly string[] }) {
  const count = (join.suggested?.withoutLineCount ?? 0) - (join.suggested?.withoutLine.length ?? 0) + ids.length;
  if (count === 0) return null;
  return (
    <>
      <Head group="orders" hint={words.ordersHint(count)} />
      {ids.slice(0, drawnAtFirst).map((id) => {
        const order = join.orders.get(id);
        return (
          <div
            key={id}
            className="join-row"
            role="row"
            data-testid="join-row"
            data-product-order-id={id}
            data-is="order"
          >
            <span role="gridcell" />
            <span role="gridcell" className="faint">
              {words.noNumber}
            </span>
            <span role="gridcell" />
            <span role="gridcell" />
            <span role="gridcell" />
            <span role="gridcell" className="join-name">
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
      })}
    </>
  );
}
