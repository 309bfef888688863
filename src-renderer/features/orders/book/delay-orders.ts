import { create } from 'zustand';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import type { DelayReason } from '../../../../src-preload/contract/delay-reasons';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { announce } from '../../../state/announcements';
import { call } from '../../../state/ipc-client';
import { text } from '../../../text';

const words = text.delay;

interface AskedDelay {
  storeId: StoreId;
  /** Those that can be delayed. */
  targets: readonly string[];
  /** Chosen ones that the market would refuse it for. */
  leftOut: number;
}

/** The orders whose delay is being asked about; undefined: none. */
export const useDelay = create<{ asked: AskedDelay | undefined }>()(() => ({ asked: undefined }));

/** Whether the market would take a delay, as far as the list shows: confirmed, not sent, without an open request. */
export function canBeDelayed({ stage, claimStatus, badges }: BookRow): boolean {
  return stage === 'waiting' && claimStatus !== 'CANCEL_REQUEST' && !badges.includes('partner-ships');
}

/** Asks for reason, day and text of these orders. */
export function openDelay(storeId: StoreId, rows: readonly BookRow[]): void {
  const targets = rows.filter(canBeDelayed).map(({ productOrderId }) => productOrderId);
  useDelay.setState({ asked: { storeId, targets, leftOut: rows.length - targets.length } });
}

/** Leaves it. */
export function closeDelay(): void {
  useDelay.setState({ asked: undefined });
}

/**
 * Puts the delays into the queue, where they can be taken back.
 * @param values `until`: ms UTC, the end of the day
 */
export async function delayThese(
  { storeId, targets }: AskedDelay,
  values: { until: number; reason: DelayReason; text: string },
): Promise<void> {
  const jobs = targets.map((target) => ({ target, values: { kind: 'delay' as const, delay: values } }));
  const answer = await call('outbox-add-targets', { storeId, jobs });
  if (!answer.ok) return announce(text.shell.callFailed);
  const { added, batchId, lines } = answer.value;
  const refused = lines.filter(({ outcome }) => outcome !== 'already').length;
  const said = [added > 0 ? words.added(added) : '', refused > 0 ? words.refused(refused) : ''];
  const undo =
    batchId === undefined
      ? undefined
      : {
          label: words.undo,
          async run() {
            const back = await call('outbox-undo', { batchId });
            announce(back.ok ? text.orders.confirm.undone(back.value.takenBack) : text.orders.confirm.tooLate);
          },
        };
  announce(said.filter((one) => one !== '').join(' '), undo);
}
