import { jobIdSchema } from '../../../src-preload/contract/ids';
import type { JobId } from '../../../src-preload/contract/ids';
import { priorities } from '../../database/rows';
import type { JobRow } from '../../database/rows';
import { unnamedClaim } from './approval-tokens';
import { isTaken } from './is-taken';
import type { Journal } from './job-transaction';
import { rulesOf } from './rules-of';
import { update } from './transition';

/** Whether the cancel request of a dispatch's order is being agreed to. */
export function hasLiveRefund(journal: Journal, dispatch: JobRow): boolean {
  return isTaken(journal.tables.jobs, dispatch.storeId, 'refund', dispatch.target);
}

/**
 * Makes a job of each cancel request that the seller has agreed to; the dispatch it was held for stays held and says so.
 * The add-ons of an order come before its main product: the market refuses the other way round (resources/docs/markets/naver.md,
 * "Claims"). Each decision is logged with what was known.
 * @param asked held dispatches, each with a cancel request of its own
 * @returns the dispatches as they now are
 */
export function startRefunds(journal: Journal, asked: readonly JobRow[]): (JobRow | undefined)[] {
  const isAddOn = (job: JobRow): boolean =>
    job.finding !== undefined && rulesOf(journal.tables, job.storeId)?.orders.isAddOn(job.finding) === true;
  const lastAddOn = new Map<string, JobId>();
  const inOrder = [...asked.filter(isAddOn), ...asked.filter((job) => !isAddOn(job))];
  return inOrder.map((dispatch) => {
    const orderId = dispatch.finding?.orderId ?? dispatch.orderId ?? dispatch.target;
    const id = addRefund(journal, dispatch, lastAddOn.get(orderId));
    if (isAddOn(dispatch)) lastAddOn.set(orderId, id);
    journal.tables.decisions.add(dispatch.seq, {
      at: journal.at,
      cause: 'refund',
      reason: 'cancel-requested',
      ...(dispatch.finding === undefined ? {} : { finding: dispatch.finding }),
    });
    return update(journal, dispatch, { code: 'refund-decided' });
  });
}

function addRefund(journal: Journal, dispatch: JobRow, after: JobId | undefined): JobId {
  const { storeId, target, orderId, finding } = dispatch;
  const id = jobIdSchema.parse(journal.newId());
  const place =
    after === undefined
      ? ({ state: 'queued', dueAt: journal.at + (journal.leaveAfterMs ?? 0) } as const)
      : ({ state: 'waiting', wait: 'step-before', afterJob: after } as const);
  journal.tables.jobs.add({
    id,
    storeId,
    kind: 'refund',
    target,
    orderId,
    values: {
      kind: 'refund',
      refund: {
        claimId: finding?.claimId ?? unnamedClaim,
        ...(finding?.claimStatus === 'CANCELING' ? { again: true } : {}),
      },
    },
    ...place,
    priority: priorities.asked,
    importId: dispatch.importId,
    sheetRow: dispatch.sheetRow,
    sealed: { recipient: dispatch.recipient, productName: dispatch.productName },
    createdAt: journal.at,
  });
  journal.tally(storeId, 'refund', undefined, place.state);
  journal.changed({ storeId, id });
  journal.added(storeId);
  journal.jobAdded?.(id);
  return id;
}
