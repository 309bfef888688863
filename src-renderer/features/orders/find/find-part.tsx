import { useShallow } from 'zustand/react/shallow';
import { useTabStop } from '../../../ui/tab-stop';
import { text } from '../../../text';
import { NumbersCard } from './numbers-card';
import { findOrders, stopFinding, useOrders } from './orders-state';

const words = text.orders.find;

/** Looks up pasted order numbers. */
export function FindPart() {
  const pasted = useOrders((state) => state.pasted);
  return (
    <NumbersCard
      title={words.title}
      inputId="order-input"
      label={words.label}
      pasted={pasted}
      onPaste={(value) => useOrders.setState({ pasted: value })}
      notNumbers={words.notNumbers}
      actionId="order-resolve"
      action={words.action}
      onAction={(numbers) => void findOrders(numbers)}
    >
      <Progress />
    </NumbersCard>
  );
}

/** How far a batch of lookups is, and the way to end it. */
function Progress() {
  const { asked, open } = useOrders(useShallow((state) => ({ asked: state.asked, open: state.open })));
  const tabStop = useTabStop();
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
          <button
            type="button"
            className="button"
            tabIndex={tabStop}
            data-testid="order-stop"
            onClick={() => void stopFinding()}
          >
            {words.stop}
          </button>
          <span className="hint">{words.pace}</span>
        </div>
      ) : null}
    </div>
  );
}
