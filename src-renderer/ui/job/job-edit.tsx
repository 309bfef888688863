import { bareNumber } from '../../../src-preload/contract/bare-number';
import { useState } from 'react';
import { deliveryMethods } from '../../../src-preload/contract/delivery-methods';
import { oneOf } from '../../../src-preload/contract/one-of';
import type { DispatchValues, Job } from '../../../src-preload/contract/job';
import { checkValues } from '../../../src-preload/contract/check/check-values';
import type { ValueCheck } from '../../../src-preload/contract/check/check-values';
import type { Remark } from '../../../src-preload/contract/line';
import type { MarketRules, MethodRules } from '../../../src-preload/contract/market-rules';
import { remarkText } from '../../../src-preload/contract/text/remarks.ko';
import type { RemarkWords } from '../../../src-preload/contract/text/remarks.ko';
import { koreanMinute } from '../../../src-preload/contract/korean-time';
import { readSheetDate } from '../../../src-preload/contract/sheet-date';
import { CourierField } from '../courier-field';
import { text } from '../../text';
import { EditDialog } from './edit-dialog';
import { rulesFor } from './job-words';

const words = text.log;

/** The methods of daily work stand first, the rest beneath a heading. */
function MethodOptions({ methods, common }: { methods: MethodRules; common: boolean }) {
  return methods.list
    .filter((each) => each.common === common)
    .map((each) => (
      <option key={each.code} value={each.code}>
        {each.name}
      </option>
    ));
}

/** A moment as the field writes it, in Korean time whatever the PC is set to; no moment is an empty field. */
function shownDate(at: number | undefined): string {
  return at === undefined ? '' : koreanMinute(at).replace(' ', 'T');
}

/** The moment in the field; the given one keeps its seconds as long as it is not changed. */
function dateOf(shown: string, given: number | undefined): number | undefined {
  if (shown === shownDate(given)) return given;
  const date = readSheetDate(shown);
  return date.is === 'moment' ? date.at : undefined;
}

interface DoubtsProps {
  remarks: readonly Remark[];
  rules: MarketRules;
  /** Whether the values go as they are; absent where nothing but other values helps. */
  keeps?: boolean;
  onKeep?(keeps: boolean): void;
}

/** Why a row of a sheet with these values would not go out, and a tick to send them all the same where one may. */
function Doubts({ remarks, rules, keeps = false, onKeep }: DoubtsProps) {
  const grave = remarks.filter(({ level, needsTick }) => level === 'error' || needsTick === true);
  if (grave.length === 0) return null;
  return (
    <div className="field" data-testid="log-edit-doubts" aria-live="polite">
      {grave.map((remark) => (
        <p key={remark.code} className="complaint" data-code={remark.code}>
          {remarkText(remark, rules).title}
        </p>
      ))}
      {onKeep === undefined ? null : (
        <label className="tick-label">
          <input
            type="checkbox"
            data-testid="log-edit-keep"
            checked={keeps}
            onChange={(event) => onKeep(event.target.checked)}
          />
          {words.keepValues}
        </label>
      )}
    </div>
  );
}

/** What becomes of the date in the field. `far`: why it is registered as the moment of sending instead. */
function DateHint({ isLater, far }: { isLater: boolean; far: RemarkWords | undefined }) {
  const said = far === undefined ? words.dateHint : `${far.title} ${far.advice ?? ''}`;
  return (
    <span
      id="job-date-hint"
      data-testid="log-edit-date-hint"
      className={isLater || far !== undefined ? 'complaint' : 'hint'}
      aria-live="polite"
    >
      {isLater ? words.dateLater : said}
    </span>
  );
}

/** Corrects method, courier, number and date of a dispatch. */
export function JobEdit({ job, onDone }: { job: Job; onDone(): void }) {
  const { methods } = rulesFor(job).shipments;
  const given: DispatchValues =
    job.values.kind === 'dispatch' ? job.values.dispatch : { deliveryMethod: methods.usual };
  const [method, setMethod] = useState(given.deliveryMethod);
  const [courier, setCourier] = useState(given.deliveryCompanyCode);
  const [number, setNumber] = useState(given.trackingNumber ?? '');
  const [date, setDate] = useState(() => shownDate(given.dispatchDate));
  const [keeps, setKeeps] = useState(false);
  const [now] = useState(() => Date.now());
  const at = dateOf(date, given.dispatchDate);
  const needs = methods.needsOf(method);
  const plain = bareNumber(number);
  const complete =
    (!needs.courier || courier !== undefined) && (!needs.trackingNumber || plain !== '') && (at ?? now) <= now;
  // What it has already was looked at when it was sent.
  const isAsGiven = courier === given.deliveryCompanyCode && plain === given.trackingNumber;
  const chosen = isAsGiven || keeps;

  const values: DispatchValues = {
    deliveryMethod: method,
    ...(courier === undefined ? {} : { deliveryCompanyCode: courier }),
    ...(plain === '' ? {} : { trackingNumber: plain }),
    ...(at === undefined ? {} : { dispatchDate: at }),
  };

  const { target, orderId } = job;
  const check = (asked: boolean): ValueCheck =>
    checkValues(
      rulesFor(job),
      { target, orderId, values: { kind: 'dispatch', dispatch: values } },
      { now, chosen: asked, isKnownTarget: true },
    );
  const checked = check(chosen);
  // A row of a sheet loses such a date as well: it is said here before it is saved.
  const farDate = checked.remarks.find(({ code }) => code === 'date-far');

  return (
    <EditDialog
      job={job}
      title={words.edit}
      values={complete && checked.staysBecause === undefined ? values : undefined}
      chosen={chosen}
      formId="dispatch-edit"
      saveId="log-edit-save"
      onDone={onDone}
    >
      <div className="field">
        <label htmlFor="job-method">{words.method}</label>
        <select
          id="job-method"
          className="select"
          value={method}
          onChange={(event) => setMethod(oneOf(deliveryMethods, event.target.value) ?? methods.usual)}
        >
          <MethodOptions methods={methods} common />
          <optgroup label={words.methodsMore}>
            <MethodOptions methods={methods} common={false} />
          </optgroup>
        </select>
      </div>
      <CourierField
        code={courier}
        onPick={(code) => {
          setCourier(code);
          setKeeps(false);
        }}
      />
      <div className="field">
        <label htmlFor="job-number">{text.send.fields.trackingNumber}</label>
        <input
          id="job-number"
          className="input"
          data-testid="log-edit-number"
          value={number}
          autoComplete="off"
          onChange={(event) => {
            setNumber(event.target.value);
            setKeeps(false);
          }}
        />
      </div>
      {complete && !isAsGiven ? (
        <Doubts
          remarks={check(false).remarks}
          rules={rulesFor(job)}
          {...(check(true).staysBecause === undefined ? { keeps, onKeep: setKeeps } : {})}
        />
      ) : null}
      <div className="field">
        <label htmlFor="job-date">{text.send.fields.dispatchDate}</label>
        <div className="inline-field">
          <input
            id="job-date"
            type="datetime-local"
            className="input"
            data-testid="log-edit-date"
            aria-describedby="job-date-hint"
            max={shownDate(now)}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          {date === '' ? null : (
            <button
              type="button"
              className="button small"
              data-testid="log-edit-date-clear"
              onClick={() => setDate('')}
            >
              {words.dateClear}
            </button>
          )}
        </div>
        <DateHint isLater={(at ?? now) > now} far={farDate && remarkText(farDate, rulesFor(job))} />
      </div>
    </EditDialog>
  );
}
