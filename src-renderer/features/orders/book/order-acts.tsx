import { useState } from 'react';
import type { DispatchValues } from '../../../../src-preload/contract/job';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { checkValues } from '../../../../src-preload/contract/check/check-values';
import { remarkText } from '../../../../src-preload/contract/text/remarks.ko';
import { announce } from '../../../state/announcements';
import { chosenRules, useAppState } from '../../../state/app-state';
import { call } from '../../../state/ipc-client';
import { text } from '../../../text';
import { CourierField, useMyCouriers } from '../../../ui/courier-field';
import { onePress } from '../../../ui/one-press';
import { useBook } from './book-state';
import { canBeDelayed, openDelay } from './delay-orders';
import { confirmThese } from './confirm-new';

const words = text.book.panel;

/** What can be done with one order that is still to be sent: confirm it, give it a number. */
export function OrderActs({ row }: { row: BookRow }) {
  const storeId = useBook((state) => state.storeId);
  const asksCancel = row.claimStatus === 'CANCEL_REQUEST';
  if (storeId === undefined || (row.stage !== 'new' && row.stage !== 'waiting') || asksCancel) return null;
  return (
    <div className="panel-part">
      {row.stage === 'new' ? (
        <button
          type="button"
          className="button wide"
          data-testid="order-confirm"
          onClick={onePress(() => void confirmThese(storeId, [row.productOrderId]))}
        >
          {words.confirm}
        </button>
      ) : null}
      {row.hasNumber || row.badges.includes('partner-ships') ? null : <NumberForm row={row} />}
      {canBeDelayed(row) ? (
        <button
          type="button"
          className="button plain wide"
          data-testid="order-delay"
          onClick={onePress(() => openDelay(storeId, [row]))}
        >
          {text.delay.open}
        </button>
      ) : null}
    </div>
  );
}

function NumberForm({ row }: { row: BookRow }) {
  const rules = useAppState(chosenRules);
  const storeId = useBook((state) => state.storeId);
  const [mine] = useMyCouriers();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [number, setNumber] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [now] = useState(() => Date.now());
  const courier = chosen ?? mine;
  const plain = number.replaceAll(/[\s-]/gu, '');
  const dispatch: DispatchValues = {
    deliveryMethod: rules.shipments.methods.usual,
    ...(courier === undefined ? {} : { deliveryCompanyCode: courier }),
    ...(plain === '' ? {} : { trackingNumber: plain }),
  };
  const values = { kind: 'dispatch' as const, dispatch };
  const check = (asked: boolean) =>
    checkValues(rules, { target: row.productOrderId, values }, { now, chosen: asked, isKnownTarget: true });
  const isComplete = courier !== undefined && plain !== '';
  const doubts = isComplete
    ? check(false).remarks.filter(({ level, needsTick }) => level === 'error' || needsTick === true)
    : [];
  const mayKeep = doubts.length > 0 && check(true).staysBecause === undefined;
  const goes = isComplete && check(keeps).staysBecause === undefined;

  async function send(): Promise<void> {
    if (storeId === undefined || !goes) return;
    const jobs = [{ target: row.productOrderId, values, chosen: keeps }];
    const answer = await call('outbox-add-targets', { storeId, jobs });
    if (!answer.ok) return announce(text.shell.callFailed);
    const { batchId, added } = answer.value;
    if (added === 0) return announce(words.notSent);
    const undo =
      batchId === undefined
        ? undefined
        : {
            label: text.book.steps.undo,
            async run() {
              const back = await call('outbox-undo', { batchId });
              announce(back.ok ? text.orders.confirm.undone(back.value.takenBack) : text.orders.confirm.tooLate);
            },
          };
    announce(words.sent, undo);
  }

  return (
    <form
      className="number-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <CourierField
        code={courier}
        testId="order-courier"
        onPick={(code) => {
          setChosen(code);
          setKeeps(false);
        }}
      />
      <label className="field">
        <span className="label">{words.number}</span>
        <input
          className="input"
          data-testid="order-number"
          inputMode="numeric"
          autoComplete="off"
          placeholder={words.numberHint}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value);
            setKeeps(false);
          }}
        />
      </label>
      {doubts.map((remark) => (
        <p key={remark.code} className="complaint" data-code={remark.code}>
          {remarkText(remark, rules).title}
        </p>
      ))}
      {mayKeep ? (
        <label className="tick-label">
          <input
            type="checkbox"
            data-testid="order-number-keep"
            checked={keeps}
            onChange={(event) => setKeeps(event.target.checked)}
          />
          {text.log.keepValues}
        </label>
      ) : null}
      <button type="submit" className="button lead wide" data-testid="order-send" disabled={!goes}>
        {words.send}
      </button>
    </form>
  );
}
