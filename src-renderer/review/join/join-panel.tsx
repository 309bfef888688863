import { text } from '../../text';
import { ordersWithoutLine } from './join-groups';
import { addressOf, adviceOf, goodsWords, numberWords, phoneEnd } from './join-words';
import { chooseBox, isTicked, ordersOf, type Join, type JoinBox, type JoinOrder } from './joins-state';

const words = text.join;

/** The box that is looked at: line and order side by side, its candidates, and what can be decided. */
export function JoinPanel({ reviewKey, join }: { reviewKey: string; join: Join }) {
  const box = join.suggested?.boxes.find(({ rows }) => rows[0] === join.active);
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
  const choice = join.choices.get(row);
  const cells = join.lines.get(row)?.cells ?? {};
  const chosen = ordersOf(box, choice);
  const name = cells.recipient ?? words.nameless(row);
  const first = join.orders.get(chosen[0] ?? box.candidates[0]?.orders[0]?.productOrderId ?? '');
  const evidence = box.candidates.find(({ orders }) =>
    orders.some(({ productOrderId }) => productOrderId === first?.productOrderId),
  )?.evidence;
  const decide = (orders: readonly string[]): void => chooseBox(reviewKey, row, { orders, ticked: orders.length > 0 });
  const likeness = (kind: 'name' | 'phone' | 'place'): string =>
    evidence === undefined ? '' : words.likeness[evidence[kind]];
  return (
    <>
      <div className="panel-title">
        <h2>{chosen.length === 0 && box.candidates.length > 1 ? words.panel.which(name) : name}</h2>
        <p className="num">{numberWords(cells.trackingNumber)}</p>
      </div>
      <div className="panel-remarks">
        <div className="panel-remark">
          <h3>{adviceOf(box)}</h3>
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
        <Candidates join={join} box={box} chosen={chosen} decide={decide} />
        <Others join={join} decide={decide} />
      </div>
      <div className="panel-mends">
        {isTicked(box, choice) || chosen.length === 0 ? null : (
          <button type="button" className="mend lead" data-testid="join-take" onClick={() => decide(chosen)}>
            <span>{words.panel.take}</span>
          </button>
        )}
        <button
          type="button"
          className="mend plain"
          data-testid="join-leave"
          onClick={() => chooseBox(reviewKey, row, { ticked: false })}
        >
          <span>{words.panel.leave}</span>
        </button>
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

/** Any order that has no line yet can be picked for this one. */
function Others({ join, decide }: { join: Join; decide(orders: readonly string[]): void }) {
  const ids = ordersWithoutLine(join);
  if (ids.length === 0) return null;
  return (
    <label className="join-others">
      <span className="faint">{words.panel.otherOrder}</span>
      <select
        className="select"
        data-testid="join-other"
        value=""
        onChange={(event) => (event.target.value === '' ? undefined : decide([event.target.value]))}
      >
        <option value="">{words.panel.chooseOther}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {wordsOf(join.orders.get(id), id)}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordsOf(order: JoinOrder | undefined, id: string): string {
  if (order === undefined) return `…${id.slice(-4)}`;
  return [order.recipient ?? '', goodsWords(order), `…${id.slice(-4)}`].filter((part) => part !== '').join(' · ');
}
