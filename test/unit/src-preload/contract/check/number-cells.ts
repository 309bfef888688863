import type { CheckedLine } from '../../../../../src-preload/contract/line';
import type { LineField } from '../../../../../src-preload/contract/line-fields';
import { fixesOf } from '../../../../../src-preload/contract/check/fixes';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import { companyList } from '../../../../../src-preload/contract/markets/naver/companies';
import { trackingFormats } from '../../../../../src-preload/contract/markets/naver/tracking-formats';
import { context, line } from './made-up-lines';

export const couriers = companyList.map(({ name }) => name);
export const withoutForm = companyList.filter(({ code }) => !trackingFormats.has(code)).map(({ name }) => name);

export const parcel = (courier: string, trackingNumber: string): CheckedLine =>
  checkLine(line(2, { courier, trackingNumber }), context);
export const sent = ({ job }: CheckedLine): string | undefined =>
  job?.values.kind === 'dispatch' ? job.values.dispatch.trackingNumber : undefined;
export const offered = (checked: CheckedLine, field: LineField = 'trackingNumber'): string[] =>
  checked.remarks
    .flatMap((remark) => fixesOf(remark, checked, context.rules))
    .flatMap((fix) => (fix.do === 'set' && fix.field === field ? [fix.value] : []));
export const offeredCouriers = (checked: CheckedLine): string[] => offered(checked, 'courier');
