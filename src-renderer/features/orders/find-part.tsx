import { useShallow } from 'zustand/react/shallow';
import { text } from '../../text';
import { NumbersField, firstOf } from './numbers-field';
import { findOrders, stopFinding, useOrders } from './orders-state';
import { pastedNumbers } from './pasted-numbers';

const words = text.orders.find;

/** Looks up pasted order numbers. */
export function FindPart() {
  const pasted = useOrders((state) => state.pasted);
  const { numbers, others, over } = pastedNumbers(pasted);
  const odd = firstOf(others);
  return (
    <section className="card orders-card">
      <h2>{words.title}</h2>
      <NumbersField
        id="order-input"
        label={words.label}
        value={pasted}
        onChange={(value) => useOrders.setState({ pasted: value })}
        odd={odd === undefined ? undefined : words.notNumbers(odd)}
        over={over}
      />
      <div className="card-acts">
        <button
          type="button"
          className="button primary"
          data-testid="order-resolve"
          disabled={numbers.length === 0}
          onClick={() => void findOrders(numbers)}
        >
          {words.act(numbers.length)}
        </button>
      </div>
      <Progress />
    </section>
  );
}

/** How far a batch of lookups is, and the way to end it. */
function Progress() {
  const { asked, open } = useOrders(useShallow((state) => ({ asked: state.asked, open: state.open })));
  if (asked === undefined) return null;
  const all = asked.length;
  const done = Math.max(0, all - open);
  return (
    <div className="find-progress">
      <p>{open > 0 ? words.busy(done, all) : words.found(all)}</p>
      <div
        className="progress-track"
        role="progressbar"
        data-testid="order-progress"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuenow={done}
        aria-valuemax={all}
      >
        <div className="progress-fill" style={{ width: `${(100 * done) / Math.max(1, all)}%` }} />
      </div>
      {open > 0 ? (
        <div className="card-acts">
          <button type="button" className="button" data-testid="order-stop" onClick={() => void stopFinding()}>
            {words.stop}
          </button>
          <span className="hint">{words.pace}</span>
        </div>
      ) : null}
    </div>
  );
}
