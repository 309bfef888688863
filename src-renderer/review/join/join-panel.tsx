import type { Line } from '../../../src-preload/contract/line';
import { keyWords } from '../../ui/act-keys';
import { LineIcon, StateShape } from '../../ui/shapes';
import { mendNumber, usePanelKeys } from '../../ui/use-panel-keys';
import { text } from '../../text';
import { addressOf, adviceOf, goodsWords, numberWords, phoneEnd } from './join-words';
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
const joinPlaces = ['send'] as const;

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
  const likeness = (kind: 'name' | 'phone' | 'place'): string =>
    evidence === undefined ? '' : words.likeness[evidence[kind]];
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
    const number = mendNumber(event);
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
        {first === undefined ? null : (
          <table className="join-sides">
            <thead>
              <tr>
                <td />
                <th scope="col">{words.panel.line}</th>
                <th scope="col">{words.panel.order}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              <Side
                label={words.panel.rows.name}
                line={cells.recipient}
                order={first.recipient}
                is={likeness('name')}
              />
              <Side
                label={words.panel.rows.phone}
                line={phoneEnd([cells.phone ?? '', cells.otherPhone ?? ''])}
                order={phoneEnd(first.phones)}
                is={likeness('phone')}
              />
              <Side
                label={words.panel.rows.place}
                line={addressOf(cells)}
                order={first.address}
                is={likeness('place')}
              />
              <Side label={words.panel.rows.product} line={cells.productName} order={goodsWords(first)} is="" />
            </tbody>
          </table>
        )}
        {isHeld ? null : <Candidates join={join} box={box} chosen={chosen} decide={decide} />}
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

function Side({
  label,
  line = '',
  order = '',
  is,
}: {
  label: string;
  line?: string | undefined;
  order?: string | undefined;
  is: string;
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{line}</td>
      <td>{order}</td>
      <td className={is === words.likeness.different ? 'look-ink' : 'faint'}>{is}</td>
    </tr>
  );
}

interface CandidatesProps {
  join: Join;
  box: JoinBox;
  chosen: readonly string[];
  decide(orders: readonly string[]): void;
}

/** Several candidates to choose from, none chosen by itself; the orders of one parcel with a tick each. */
function Candidates({ join, box, chosen, decide }: CandidatesProps) {
  const [only, ...more] = box.candidates;
  if (only === undefined) return null;
  if (more.length === 0 && only.orders.length > 1) {
    return (
      <fieldset className="join-takes">
        <legend className="faint">{words.panel.box}</legend>
        {only.orders.map(({ productOrderId: id }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                decide(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span>{wordsOf(join.orders.get(id), id)}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  if (more.length === 0 && box.is === 'suggested') return null;
  return (
    <fieldset className="join-takes">
      <legend className="hidden-words">{words.columns.order}</legend>
      {box.candidates.map(({ orders }, at) => {
        const ids = orders.map((each) => each.productOrderId);
        const isChosen = ids.length === chosen.length && ids.every((id) => chosen.includes(id));
        return (
          <label key={ids.join(' ')}>
            <input
              type="radio"
              name={`candidate ${box.rows[0]}`}
              data-testid="join-candidate"
              data-at={at}
              checked={isChosen}
              onChange={() => decide(ids)}
            />
            <span>{ids.map((id) => wordsOf(join.orders.get(id), id)).join(', ')}</span>
          </label>
        );
      })}
    </fieldset>
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

function wordsOf(order: JoinOrder | undefined, id: string): string {
  if (order === undefined) return `…${id.slice(-4)}`;
  return [order.recipient ?? '', goodsWords(order), `…${id.slice(-4)}`].filter((part) => part !== '').join(' · ');
}
