import { useState } from 'react';
import { deliveryMethods } from '../../../src-preload/contract/delivery-methods';
import { oneOf } from '../../../src-preload/contract/one-of';
import type { DispatchValues, Job } from '../../../src-preload/contract/job';
import type { MethodRules } from '../../../src-preload/contract/market-rules';
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

/** Corrects method, courier, number and date of a dispatch. */
export function JobEdit({ job, onDone }: { job: Job; onDone(): void }) {
  const { methods } = rulesFor(job).shipments;
  const given: DispatchValues =
    job.values.kind === 'dispatch' ? job.values.dispatch : { deliveryMethod: methods.usual };
  const [method, setMethod] = useState(given.deliveryMethod);
  const [courier, setCourier] = useState(given.deliveryCompanyCode);
  const [number, setNumber] = useState(given.trackingNumber ?? '');
  const [date, setDate] = useState(() => shownDate(given.dispatchDate));
  const [now] = useState(() => Date.now());
  const at = dateOf(date, given.dispatchDate);
  const needs = methods.needsOf(method);
  const plain = number.replaceAll(/[\s-]/gu, '');
  const complete =
    (!needs.courier || courier !== undefined) && (!needs.trackingNumber || plain !== '') && (at ?? now) <= now;

  const values: DispatchValues = {
    deliveryMethod: method,
    ...(courier === undefined ? {} : { deliveryCompanyCode: courier }),
    ...(plain === '' ? {} : { trackingNumber: plain }),
    ...(at === undefined ? {} : { dispatchDate: at }),
  };

  return (
    <EditDialog
      job={job}
      title={words.edit}
      values={complete ? values : undefined}
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
      <CourierField code={courier} onPick={setCourier} />
      <div className="field">
        <label htmlFor="job-number">{text.send.fields.trackingNumber}</label>
        <input
          id="job-number"
          className="input"
          data-testid="log-edit-number"
          value={number}
          autoComplete="off"
          onChange={(event) => setNumber(event.target.value)}
        />
      </div>
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
        <span id="job-date-hint" className={(at ?? now) <= now ? 'hint' : 'complaint'} aria-live="polite">
          {(at ?? now) <= now ? words.dateHint : words.dateLater}
        </span>
      </div>
    </EditDialog>
  );
}
