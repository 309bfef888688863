import { useState } from 'react';
import { deliveryMethods } from '../../../src-preload/contract/delivery-methods';
import { oneOf } from '../../../src-preload/contract/one-of';
import type { DispatchValues, Job } from '../../../src-preload/contract/job';
import { methodList, methodNeeds } from '../../../src-preload/contract/markets/naver/methods';
import { CourierField } from '../../parts/courier-field';
import { text } from '../../text';
import { EditDialog } from './edit-dialog';

const words = text.log;

/** The four methods of daily work stand first, the rest beneath a heading. */
function MethodOptions({ common }: { common: boolean }) {
  return methodList
    .filter((each) => each.common === common)
    .map((each) => (
      <option key={each.code} value={each.code}>
        {each.name}
      </option>
    ));
}

/** Corrects method, courier and number of a dispatch. */
export function JobEdit({ job, onDone }: { job: Job; onDone(): void }) {
  const given: DispatchValues = job.values.kind === 'dispatch' ? job.values.dispatch : { deliveryMethod: 'DELIVERY' };
  const [method, setMethod] = useState(given.deliveryMethod);
  const [courier, setCourier] = useState(given.deliveryCompanyCode);
  const [number, setNumber] = useState(given.trackingNumber ?? '');
  const needs = methodNeeds(method);
  const plain = number.replaceAll(/[\s-]/gu, '');
  const complete = (!needs.courier || courier !== undefined) && (!needs.trackingNumber || plain !== '');

  const values: DispatchValues = {
    deliveryMethod: method,
    ...(courier === undefined ? {} : { deliveryCompanyCode: courier }),
    ...(plain === '' ? {} : { trackingNumber: plain }),
    ...(given.dispatchDate === undefined ? {} : { dispatchDate: given.dispatchDate }),
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
          onChange={(event) => setMethod(oneOf(deliveryMethods, event.target.value) ?? 'DELIVERY')}
        >
          <MethodOptions common />
          <optgroup label={words.methodsMore}>
            <MethodOptions common={false} />
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
    </EditDialog>
  );
}
