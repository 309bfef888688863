import { create } from 'zustand';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { StoreId } from '../../../src-preload/contract/ids';
import { canDo } from '../../../src-preload/contract/job-rules';
import type { Job, StockValues } from '../../../src-preload/contract/job';
import { reasonNames } from '../../../src-preload/contract/markets/brightmall/answers';
import { call, listen } from '../../state/ipc-client';
import { PagedRows } from '../../grid/paged-rows';
import { announce } from '../../state/announcements';
import { atMostEvery } from '../../state/at-most-every';
import { chosenStatus, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { countsToDecide, noteSent } from '../../review/send/enqueue';

type StockTally = CallOutput<'stock-items'>['counts'];

const rowsPerPage = 100;
/** Jobs change many times a second while a batch goes out; the eye follows no more than this. */
const pauseMs = 300;

interface ItemsState {
  storeId: StoreId | undefined;
  rows: PagedRows<Job>;
  tally: StockTally;
  /** There are older answers than those that were looked through. */
  more: boolean;
}

const none: StockTally = { available: 0, unavailable: 0, open: 0 };

/** The items that were answered before, each with its newest answer. */
export const useItems = create<ItemsState>()(() => ({
  storeId: undefined,
  rows: rowsOf([]),
  tally: none,
  more: false,
}));

let known: readonly Job[] = [];

function rowsOf(items: readonly Job[]): PagedRows<Job> {
  known = items;
  return new PagedRows<Job>(
    async (offset, limit) => ({ rows: known.slice(offset, offset + limit), total: known.length }),
    rowsPerPage,
    (one, other) => one.id === other.id && one.changedAt === other.changedAt && one.revision === other.revision,
  );
}

/** Shows the items of this store. */
export async function showItems(storeId: StoreId): Promise<void> {
  if (useItems.getState().storeId !== storeId) {
    useItems.setState({ storeId, rows: rowsOf([]), tally: none, more: false });
  }
  await readItems(storeId);
}

async function readItems(storeId: StoreId): Promise<void> {
  const answer = await call('stock-items', { storeId });
  if (!answer.ok) return announce(text.shell.callFailed);
  if (useItems.getState().storeId !== storeId) return;
  const { items, counts, more } = answer.value;
  known = items;
  await useItems.getState().rows.refresh();
  useItems.setState({ tally: counts, more });
}

/** Reads the items again as jobs change; answers what stops it. */
export function followItems(storeId: StoreId): () => void {
  const life = { gone: false };
  const read = atMostEvery(pauseMs, async () => {
    if (!life.gone) await readItems(storeId);
    return undefined;
  });
  const stop = listen('jobs-changed', (changed) => (changed.storeId === storeId ? read() : undefined));
  return () => {
    life.gone = true;
    stop();
  };
}

const [likeliest] = reasonNames;

/** The values of an answer that is changed with one click: memo and price stay, the reason is the earlier one. */
export function answered(before: StockValues, available: boolean, reason = before.reason): StockValues {
  const { reason: _reason, ...rest } = before;
  if (available) return { ...rest, available };
  return { ...rest, available, reason: reason ?? likeliest?.code ?? 'other' };
}

/** Gives an item another answer, or the same one again. An answer that is not settled is corrected in its place. */
export async function answerItem(job: Job, stock: StockValues): Promise<void> {
  if (canDo('edit', job)) {
    const answer = await call('log-act', { action: 'edit', jobs: [job.id], values: stock });
    const [refused] = answer.ok ? answer.value.refused : [];
    announce(answer.ok ? (refused ? text.log.refused[refused.why] : text.stock.willChange) : text.shell.callFailed);
    return;
  }
  const jobs = [{ target: job.target, values: { kind: 'stock' as const, stock }, chosen: true }];
  const before = countsToDecide(chosenStatus(useAppState.getState()));
  const answer = await call('outbox-add-targets', { storeId: job.storeId, jobs });
  if (!answer.ok) return announce(text.shell.callFailed);
  noteSent(job.storeId, answer.value, before);
  const isRefused = answer.value.lines.some(({ outcome }) => outcome === 'error');
  announce(isRefused ? text.log.refused['bad-values'] : text.stock.willChange);
}
