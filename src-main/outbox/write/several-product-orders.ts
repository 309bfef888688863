import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import type { JobRow } from '../../database/rows';
import type { Tables } from '../../database/tables';
import type { Market } from '../../markets/market';
import type { Journal } from './job-transaction';
import { transition } from './transition';

/**
 * A lookup that found several product orders: which of them lie in this parcel is the seller's to say, but only those
 * that are open count. They are held and read first; what is cancelled, returned or shipped already is left out, a
 * single open one goes on by itself, and all open ones do where the seller said so for files of this layout.
 */
export function settleSeveral(journal: Journal, storeId: StoreId, orderId: string, market: Market): void {
  const { jobs, orders } = journal.tables;
  const productOrders = orders.get(storeId, orderId)?.productOrders ?? [];
  const group = productOrders.flatMap(({ id }) => {
    const live = jobs.live(storeId, 'dispatch', id);
    return live !== undefined && live.orderId === orderId && isSeveral(live) ? [live] : [];
  });
  // Not all were read yet, or the market did not return one: the seller decides.
  if (group.length === 0 || group.some(({ readAt }) => readAt === undefined)) return;
  const open = group.filter((job) => isOpen(job, market));
  if (open.length === 0) {
    for (const job of group) transition(journal, job, 'found-other', { code: 'lookup-closed', finding: job.finding });
    return;
  }
  for (const job of group) {
    if (!open.includes(job)) transition(journal, job, 'found-closed', { code: 'closed', finding: job.finding });
  }
  const rest = productOrders.filter(({ id }) => !open.some(({ target }) => target === id));
  const alone = open.length === 1 && rest.every(({ id }) => isOutOfIt(journal.tables, storeId, id));
  const importId = open[0]?.importId;
  if (!alone && !(importId !== undefined && takesAll(journal.tables, importId))) return;
  for (const job of open) transition(journal, job, 'found-open', { dueAt: journal.at, finding: job.finding });
}

/** Held because its order has several product orders. */
export function isSeveral(job: Pick<JobRow, 'state' | 'holdReason'>): boolean {
  return job.state === 'held' && job.holdReason === 'several-product-orders';
}

function isOpen(job: JobRow, market: Market): boolean {
  if (job.finding === undefined) return true;
  const { is } = market.judge(job.values, job.finding);
  // A cancel request is not the end: it is asked about on its own before anything is sent.
  return is === 'open' || is === 'cancel-requested';
}

/** No one has to be asked about it: it was closed, or shipped, when it was read. What the seller ticked is not. */
function isOutOfIt(tables: Tables, storeId: StoreId, productOrderId: string): boolean {
  const [latest] = tables.jobs.latestOf(storeId, 'dispatch', [productOrderId]);
  if (latest === undefined) return true;
  return (
    (latest.state === 'cancelled' && latest.code === 'closed') ||
    (latest.state === 'succeeded' && latest.code === 'already-dispatched')
  );
}

function layoutOf(tables: Tables, importId: ImportId): string | undefined {
  const headers = tables.imports.get(importId)?.reading?.headers;
  return headers === undefined ? undefined : JSON.stringify(headers);
}

/** Whether all open product orders of an order lie in one parcel in files of this import's layout. */
function takesAll(tables: Tables, importId: ImportId): boolean {
  const layout = layoutOf(tables, importId);
  return layout !== undefined && tables.mappings.takeAll().includes(layout);
}

/** From now on all open product orders of an order go into the parcel, in files of this layout. */
export function rememberTakeAll(tables: Tables, importId: ImportId): void {
  const layout = layoutOf(tables, importId);
  if (layout !== undefined) tables.mappings.rememberTakeAll(layout);
}
