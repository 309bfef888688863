import type { Line } from '../../../src-preload/contract/line';
import { keyWords } from '../../ui/act-keys';
import { LineIcon, StateShape } from '../../ui/shapes';
import { fixNumber, usePanelKeys } from '../../ui/use-panel-keys';
import { text } from '../../text';
import { Candidates } from './join-candidates';
import { joinPlaces } from './join-keys';
import { JoinSides } from './join-sides';
import { JoinSteps } from './join-steps';
import { addressOf, adviceOf, goodsWords, numberWords } from './join-words';
import { compareFacts } from '../../../src-preload/contract/join/evidence';
import { personFacts } from '../../../src-preload/contract/join/facts';
import {
  boxOf,
  chooseBox,
  dropLine,
  isTicked,
  joinLifted,
  liftLine,
  openOrders,
  ordersOf,
  type Join,
  type JoinBox,
  type JoinOrder,
} from './joins-state';

const words = text.join;

/** The box that is looked at: line and order side by side, its candidates, and what can be decided. */
export function JoinPanel({ reviewKey, join }: { reviewKey: string; join: Join }) {
  const box = boxOf(join, join.active);
  return (
    <aside
      className={box ? 'review-panel' : 'review-panel empty'}
      data-testid="join-panel"
      aria-label={words.panel.label}
    >
      {box ? <Active key={join.active} reviewKey={reviewKey} join={join} box={box} /> : null}
      {box ? null : <p className="panel-hint">{words.panel.empty}</p>}
      <JoinSteps reviewKey={reviewKey} join={join} />
    </aside>
  );
}

function Active({ reviewKey, join, box }: { reviewKey: string; join: Join; box: JoinBox }) {
  const row = box.rows[0] ?? 0;
  const choice = join.choices.now.get(row);
  const cells = join.lines.get(row)?.cells ?? {};
  const chosen = ordersOf(box, choice);
  const name = cells.recipient ?? words.nameless(row);
  const isHeld = join.lifted === row;
  const near = isHeld ? join.target : (chosen[0] ?? box.candidates[0]?.orders[0]?.productOrderId);
  const first = join.orders.get(near ?? '');
  const evidence =
    box.candidates.find(({ orders }) => orders.some(({ productOrderId }) => productOrderId === near))?.evidence ??
    (first === undefined ? undefined : evidenceOf(cells, first));
  const decide = (orders: readonly string[]): void => chooseBox(reviewKey, row, { orders, ticked: orders.length > 0 });
  const open = openOrders(join);
  const canTake = isHeld
    ? join.target !== undefined && open.includes(join.target)
    : chosen.length > 0 && !isTicked(box, choice);
  const canLift = !isHeld && open.length > 0;
  const canLeave = isHeld || isTicked(box, choice) || chosen.length > 0;
  const take = (): void => (isHeld ? joinLifted(reviewKey) : decide(chosen));
  const lift = (): void => liftLine(reviewKey, row);
  const leave = (): void => (isHeld ? dropLine(reviewKey) : chooseBox(reviewKey, row, { ticked: false }));
  usePanelKeys(joinPlaces, (event) => {
    const number = fixNumber(event);
    if (event.repeat) return number !== undefined;
    if (number === 1 && canTake && !isHeld) take();
    else if (number === 2 && canLift) lift();
    else if (number === 3 && canLeave && !isHeld) leave();
    else return false;
    return true;
  });
  return (
    <>
      <div className="panel-title">
        <h2>
          {isHeld
            ? words.panel.held(name)
            : chosen.length === 0 && box.candidates.length > 1
              ? words.panel.which(name)
              : name}
        </h2>
        <p className="num">{numberWords(cells.trackingNumber)}</p>
      </div>
      <div className="panel-remarks">
        <div className="panel-remark">
          <h3>
            {isHeld ? <LineIcon name="link" /> : isTicked(box, choice) ? null : <StateShape name="look" />}
            {isHeld && first !== undefined
              ? words.panel.heldOver(
                  [first.recipient ?? '', goodsWords(first)].filter((part) => part !== '').join(' · '),
                )
              : adviceOf(box)}
          </h3>
          <p>{words.panel.onlyHere}</p>
        </div>
        {first === undefined ? null : <JoinSides cells={cells} order={first} evidence={evidence} />}
        {isHeld ? null : <Candidates join={join} box={box} cells={cells} chosen={chosen} decide={decide} />}
      </div>
      <div className="panel-mends">
        {canTake ? (
          <button type="button" className="mend lead" data-testid="join-take" onClick={take}>
            <span>{isHeld ? words.panel.joinHeld : words.panel.take}</span>
            <kbd>{keyWords(isHeld ? { key: 'Enter' } : { alt: true, key: '1' })}</kbd>
          </button>
        ) : null}
        {canLift ? (
          <button type="button" className="mend" data-testid="join-lift" onClick={lift}>
            <span>{words.panel.otherOrder}</span>
            <kbd>{keyWords({ alt: true, key: '2' })}</kbd>
          </button>
        ) : null}
        {canLeave ? (
          <button type="button" className="mend plain" data-testid="join-leave" onClick={leave}>
            <span>{isHeld ? words.panel.drop : words.panel.leave}</span>
            <kbd>{keyWords(isHeld ? { key: 'Escape' } : { alt: true, key: '3' })}</kbd>
          </button>
        ) : null}
      </div>
    </>
  );
}

/** What line and order say of each other, where the join did not look: the seller holds one over the other. */
function evidenceOf(cells: Line['cells'], { recipient, phones, address, zipCode }: JoinOrder) {
  const { recipient: name, phone = '', otherPhone = '', zipCode: postcode } = cells;
  return compareFacts(
    personFacts({ recipient: name, phones: [phone, otherPhone], address: addressOf(cells), zipCode: postcode }),
    personFacts({ recipient, phones, address, zipCode }),
  );
}
