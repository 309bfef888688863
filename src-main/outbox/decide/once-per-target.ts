import { isSameNumber } from '../../../src-preload/contract/bare-number';
import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../../src-preload/contract/result';
import type { DispatchValues, JobValues } from '../../../src-preload/contract/job';
import type { JobRow } from '../../database/rows';

export type Admission =
  | { do: 'add' }
  | { do: 'add-behind' }
  /** The live job takes the new values in its place in the queue. */
  | { do: 'edit'; job: JobRow }
  | { do: 'refuse'; outcome: 'already' | 'conflict' | 'in-flight' | 'sent'; job: JobRow };

/** Same courier, number and method: the same shipment, whatever the date says. */
export function isSameShipment(a: DispatchValues, b: DispatchValues): boolean {
  return (
    a.deliveryMethod === b.deliveryMethod &&
    a.deliveryCompanyCode === b.deliveryCompanyCode &&
    isSameNumber(a.trackingNumber, b.trackingNumber)
  );
}

/** Whether two lines ask for the same thing; for a job not yet sent the chosen date counts too. */
export function isSameWish(a: JobValues, b: JobValues): boolean {
  if (a.kind === 'dispatch' && b.kind === 'dispatch') {
    return isSameShipment(a.dispatch, b.dispatch) && a.dispatch.dispatchDate === b.dispatch.dispatchDate;
  }
  return isDeepStrictEqual(asStored(a), asStored(b));
}

/** Without the fields that are undefined: stored values have none. */
function asStored(values: JobValues): unknown {
  return JSON.parse(JSON.stringify(values));
}

/**
 * Whether a line becomes a job next to what there is of its target (resources/docs/domain.md, "Once per target"). Pure.
 * @param live the one live job of this store, kind and target
 * @param done the latest succeeded one; asked for only where it matters (dispatch)
 */
export function admit(
  values: JobValues,
  live: JobRow | undefined,
  done: JobRow | undefined,
  replace: boolean,
): Admission {
  if (live === undefined) {
    if (values.kind !== 'dispatch' || done?.values.kind !== 'dispatch') return { do: 'add' };
    const outcome = isSameShipment(values.dispatch, done.values.dispatch) ? 'already' : 'sent';
    return { do: 'refuse', outcome, job: done };
  }
  if (isSameWish(values, live.values)) return { do: 'refuse', outcome: 'already', job: live };
  switch (live.state) {
    case 'sending':
    case 'unknown':
      // A newer stock answer comes after the one on its way; a shipment cannot be changed once it may have been sent.
      return values.kind === 'stock' ? { do: 'add-behind' } : { do: 'refuse', outcome: 'in-flight', job: live };
    case 'queued':
    case 'waiting':
    case 'held':
      // A newer delay takes the place of one that has not left: the market overwrites it as well.
      if (values.kind === 'stock' || values.kind === 'delay' || replace) return { do: 'edit', job: live };
      return { do: 'refuse', outcome: 'conflict', job: live };
    case 'succeeded':
    case 'rejected':
    case 'cancelled':
      return { do: 'add' };
    default:
      return assertNever(live.state);
  }
}
