import type { Line } from '../../../src-preload/contract/line';
import { text } from '../../text';
import { differingParts } from './differing-parts';
import { Parts } from './join-sides';
import { addressOf, goodsWords, phoneEnd } from './join-words';
import type { Join, JoinBox, JoinOrder } from './joins-state';

const words = text.join;

interface CandidatesProps {
  join: Join;
  box: JoinBox;
  cells: Line['cells'];
  chosen: readonly string[];
  decide(orders: readonly string[]): void;
}

/** Several candidates to choose from, none chosen by itself; the orders of one parcel with a tick each. */
export function Candidates({ join, box, cells, chosen, decide }: CandidatesProps) {
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
      {box.candidates.map(({ orders, evidence }, at) => {
        const ids = orders.map((each) => each.productOrderId);
        const isChosen = ids.length === chosen.length && ids.every((id) => chosen.includes(id));
        const first = join.orders.get(ids[0] ?? '');
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
            <span>
              {ids.map((id) => wordsOf(join.orders.get(id), id)).join(', ')}
              {first === undefined ? null : <Where cells={cells} order={first} isSame={evidence.place === 'same'} />}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Where a candidate goes and the end of its phone: what tells two of one name apart. */
function Where({ cells, order, isSame }: { cells: Line['cells']; order: JoinOrder; isSame: boolean }) {
  const { address = '' } = order;
  const own = addressOf(cells);
  const phone = phoneEnd(order.phones);
  if (address === '' && phone === '') return null;
  const [, its] = differingParts(own, address, 'words');
  return (
    <span className="join-where">
      {own === '' || isSame ? address : <Parts parts={its} />}
      {address === '' || phone === '' ? '' : ' · '}
      {phone === '' ? '' : words.panel.phoneEnd(phone)}
    </span>
  );
}

function wordsOf(order: JoinOrder | undefined, id: string): string {
  if (order === undefined) return `…${id.slice(-4)}`;
  return [order.recipient ?? '', goodsWords(order), `…${id.slice(-4)}`].filter((part) => part !== '').join(' · ');
}
