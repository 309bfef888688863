import { create } from 'zustand';
import type { BatchId, StoreId } from '../../../../src-preload/contract/ids';
import { announce } from '../../../state/announcements';
import { call } from '../../../state/ipc-client';
import { text } from '../../../text';

const words = text.book.steps;

interface Confirmed {
  storeId: StoreId;
  batchId: BatchId | undefined;
  added: number;
  /** When it begins; before that it can be taken back. ms UTC. */
  dueAt: number;
}

/** What was confirmed last from 주문. */
export const useConfirmed = create<{ sent: Confirmed | undefined }>()(() => ({ sent: undefined }));

/** Confirms all that is new and can be. */
export async function confirmNew(storeId: StoreId): Promise<void> {
  const answer = await call('book-confirm-new', { storeId });
  if (!answer.ok) return announce(text.shell.callFailed);
  const { added, batchId, dueAt = Date.now() } = answer.value;
  announce(added === 0 ? words.nothingAdded : words.added(added));
  useConfirmed.setState({ sent: { storeId, batchId, added, dueAt } });
}

/** Confirms these. */
export async function confirmThese(storeId: StoreId, productOrderIds: readonly string[]): Promise<void> {
  const jobs = productOrderIds.map((target) => ({
    target,
    values: { kind: 'confirm' as const, confirm: {} },
    chosen: true,
  }));
  const answer = await call('outbox-add-targets', { storeId, jobs });
  if (!answer.ok) return announce(text.shell.callFailed);
  const { added, batchId, dueAt = Date.now() } = answer.value;
  announce(added === 0 ? words.nothingAdded : words.added(added));
  useConfirmed.setState({ sent: { storeId, batchId, added, dueAt } });
}

/** Takes the last of it back. */
export async function undoConfirm(): Promise<void> {
  const { sent } = useConfirmed.getState();
  if (sent?.batchId === undefined) return;
  const answer = await call('outbox-undo', { batchId: sent.batchId });
  useConfirmed.setState({ sent: undefined });
  announce(answer.ok ? words.undone(answer.value.takenBack) : text.orders.confirm.tooLate);
}
