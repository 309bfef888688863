import type { JobValues } from '../../../src-preload/contract/job';
import type { JobRow } from '../../../src-main/database/rows';
import { monday, newJobId, newStoreId } from './test-database';

/** A wish to ship with CJ대한통운. */
export const dispatch = (trackingNumber: string): JobValues => ({
  kind: 'dispatch',
  dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber },
});

/** A job in flight, unless told otherwise. */
export function jobRow(more: Partial<JobRow> = {}): JobRow {
  return {
    seq: 1,
    id: newJobId(),
    storeId: newStoreId(),
    kind: 'dispatch',
    target: '2026030200000001',
    orderId: undefined,
    values: dispatch('602030405064'),
    state: 'sending',
    code: undefined,
    message: undefined,
    holdReason: undefined,
    finding: undefined,
    readAt: undefined,
    reread: false,
    revision: 0,
    failures: 0,
    attempts: 1,
    batchCap: undefined,
    priority: 1,
    approved: [],
    wait: undefined,
    dueAt: monday,
    plannedAt: monday,
    afterJob: undefined,
    callId: 'call',
    answerCode: undefined,
    answerMessage: undefined,
    inCircuit: false,
    batchId: undefined,
    importId: undefined,
    sheetRow: undefined,
    recipient: undefined,
    productName: undefined,
    createdAt: monday,
    changedAt: monday,
    ...more,
  };
}
