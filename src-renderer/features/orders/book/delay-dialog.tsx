import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import { businessDayAfter } from '../../../../src-preload/contract/book/business-days';
import { delayProblem } from '../../../../src-preload/contract/check/check-delay';
import { delayReasons, longestDelayText } from '../../../../src-preload/contract/delay-reasons';
import type { DelayReason } from '../../../../src-preload/contract/delay-reasons';
import { dayMs, koreanDay } from '../../../../src-preload/contract/korean-time';
import { chosenRules, useAppState } from '../../../state/app-state';
import { text } from '../../../text';
import { onePress } from '../../../ui/one-press';
import { closeDelay, delayThese, useDelay } from './delay-orders';

const words = text.delay;

/** 발송 지연: reason, day and text for the chosen orders, with what a broken promise costs. */
export function DelayDialog() {
  const asked = useDelay((state) => state.asked);
  return asked === undefined ? null : <OpenDelay key={asked.targets.join(' ')} asked={asked} />;
}

function OpenDelay({ asked }: { asked: NonNullable<ReturnType<typeof useDelay.getState>['asked']> }) {
  const rules = useAppState(chosenRules);
  const wayOut = useRef<HTMLButtonElement>(null);
  const [now] = useState(() => Date.now());
  const [reason, setReason] = useState<DelayReason>('preparing');
  const [day, setDay] = useState(() => businessDayAfter(koreanDay(now), 1));
  const [said, setSaid] = useState('');
  const values = { until: endOf(day), reason, text: said.trim() };
  const problem = delayProblem(rules, values, now);
  const isReady = problem === undefined && asked.targets.length > 0;
  const jobs = asked.targets.length;
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : closeDelay())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-shade" />
        <AlertDialog.Popup className="dialog delay-dialog" initialFocus={wayOut} data-testid="delay-dialog">
          <AlertDialog.Title render={<h2 />}>{words.title(jobs)}</AlertDialog.Title>
          <AlertDialog.Description render={<p />}>{words.warning}</AlertDialog.Description>
          {asked.leftOut > 0 ? <p className="hint">{words.leftOut(asked.leftOut)}</p> : null}
          <label className="field">
            <span className="label">{words.reason}</span>
            <select
              className="select"
              data-testid="delay-reason"
              value={reason}
              onChange={({ target: { value } }) => setReason(delayReasons.find((each) => each === value) ?? reason)}
            >
              {rules.orders.delayReasons.map((each) => (
                <option key={each} value={each}>
                  {text.log.delayReasons[each]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="label">{words.until}</span>
            <input
              className="input"
              type="date"
              data-testid="delay-until"
              min={koreanDay(now)}
              value={day}
              onChange={({ target: { value } }) => setDay(value)}
            />
          </label>
          <label className="field">
            <span className="label">{words.text}</span>
            <textarea
              className="input"
              rows={3}
              data-testid="delay-text"
              maxLength={longestDelayText}
              placeholder={words.textHint}
              value={said}
              onChange={({ target: { value } }) => setSaid(value)}
            />
          </label>
          <p className="complaint" role="status" data-testid="delay-problem" data-code={problem ?? ''}>
            {problem === undefined || problem === 'text-missing' ? '' : words.problems[problem]}
          </p>
          <div className="acts">
            <button type="button" className="button" ref={wayOut} onClick={closeDelay}>
              {words.cancel}
            </button>
            <button
              type="button"
              className="button primary"
              data-testid="delay-send"
              disabled={!isReady}
              onClick={onePress(() => {
                closeDelay();
                void delayThese(asked, values);
              })}
            >
              {words.send(jobs)}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** The last moment of a day in Korea, ms UTC; of what is no day, a moment that has passed. */
function endOf(day: string): number {
  const begins = Date.parse(`${day}T00:00:00+09:00`);
  return Number.isNaN(begins) ? 0 : begins + dayMs - 1;
}
