import { jobIdSchema } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { priorities } from '../../database/rows';
import type { JobRow } from '../../database/rows';
import type { Journal } from './job-transaction';
import { transition } from './transition';

/**
 * Ties a dispatch behind a confirm of the same product order: a confirm job that is live already, or a new one.
 * @returns the dispatch, waiting; undefined where that cannot be
 */
export function putBehindConfirm(journal: Journal, dispatch: JobRow): JobRow | undefined {
  const { jobs } = journal.tables;
  const kind: JobKind = 'confirm';
  const live = jobs.live(dispatch.storeId, kind, dispatch.target);
  if (live === undefined && jobs.unreadLive(dispatch.storeId, kind, [dispatch.target]).size > 0) return undefined;
  const id = live?.id ?? jobIdSchema.parse(journal.newId());
  const waiting = transition(journal, dispatch, 'put-behind', {
    finding: dispatch.finding,
    afterJob: id,
    wait: 'step-before',
    failures: 0,
    reread: false,
  });
  if (waiting === undefined || live !== undefined) return waiting;
  jobs.add({
    id,
    storeId: dispatch.storeId,
    kind,
    target: dispatch.target,
    orderId: dispatch.orderId,
    values: { kind: 'confirm', confirm: {} },
    state: 'queued',
    priority: priorities.asked,
    dueAt: journal.at + (journal.leaveAfterMs ?? 0),
    importId: dispatch.importId,
    sheetRow: dispatch.sheetRow,
    sealed: { recipient: dispatch.recipient, productName: dispatch.productName },
    createdAt: journal.at,
  });
  journal.tally(dispatch.storeId, kind, undefined, 'queued');
  journal.changed({ storeId: dispatch.storeId, id });
  journal.added(dispatch.storeId);
  journal.jobAdded?.(id);
  return waiting;
}
