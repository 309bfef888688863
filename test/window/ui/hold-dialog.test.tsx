import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { jobIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import { jobSchema } from '../../../src-preload/contract/job';
import type { Job } from '../../../src-preload/contract/job';
import { noCounts } from '../../../src-preload/contract/job-states';
import { HoldDialog } from '../../../src-renderer/ui/job/hold-dialog';
import { closeHold, openHold } from '../../../src-renderer/ui/job/hold-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { createFakeBridge } from '../../support/window/fake-bridge';

/** 취소 승인하고 환불하기: chosen first, pressed then, never by Enter, and for one box. */
const storeId = storeIdSchema.parse('7b7b7b7b-0000-4000-8000-000000000001');
const at = Date.parse('2026-11-27T16:12:00+09:00');

function heldJob(n: number, code: string, more: Partial<Job> = {}): Job {
  const target = `202611270000000${n}`;
  return jobSchema.parse({
    id: jobIdSchema.parse(`7b7b7b7b-0000-4000-8000-0000000000a${n}`),
    seq: n,
    storeId,
    kind: 'dispatch',
    target,
    values: {
      kind: 'dispatch',
      dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '681213008630' },
    },
    state: 'held',
    code,
    holdReason: 'cancel-requested',
    revision: 0,
    failures: 0,
    attempts: 0,
    createdAt: at,
    changedAt: at,
    productName: n === 1 ? '극세사 담요' : '유자차',
    finding: { at, claimId: 'C1', paidAmount: 29_000 },
    ...more,
  });
}

const asked = heldJob(1, 'cancel-requested');
const other = heldJob(2, 'parcel-cancel-requested');
const store = {
  id: storeId,
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'a',
  hasSecrets: true,
  confirmFirst: 'ask',
} as const;
const status = {
  storeId,
  connection: 'online',
  rateLimited: false,
  counts: { ...noCounts, held: 2 },
  filed: 0,
  unread: 0,
  progress: { done: 0, total: 0 },
} as const;
let bridge: ReturnType<typeof createFakeBridge>;
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  useAppState.setState({ stores: [store], statuses: [status] });
  bridge = createFakeBridge({
    'log-job': () => ({ job: asked, attempts: [], decisions: [], parcel: [other.id] }),
    'log-jobs': () => ({ jobs: [other] }),
    'log-act': () => ({ changed: 2, refused: [], undo: 'u1' }),
    'support-open': () => ({}),
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  closeHold();
});

async function chooseRefund(): Promise<HTMLElement> {
  render(<HoldDialog />);
  openHold(asked);
  await screen.findByText(/유자차 1건은/u);
  fireEvent.click(screen.getByTestId('hold-refund'));
  return screen.getByTestId('hold-confirm');
}
const acts = () => bridge.calls.filter(({ name }) => name === 'log-act').map(({ input }) => input);

it('names the amount and wakes 600 ms after it was chosen', async () => {
  const confirm = await chooseRefund();
  expect(confirm.textContent).toBe('29,000원 환불하고 1건 발송 처리하기');
  expect(confirm).toHaveProperty('disabled', true);
  await vi.advanceTimersByTimeAsync(580);
  expect(confirm).toHaveProperty('disabled', true);
  await vi.advanceTimersByTimeAsync(60);
  await vi.waitFor(() => expect(confirm).toHaveProperty('disabled', false));
});

it('is pressed by no Enter, and refunds the order with the request alone', async () => {
  const confirm = await chooseRefund();
  await vi.advanceTimersByTimeAsync(700);
  await vi.waitFor(() => expect(confirm).toHaveProperty('disabled', false));
  expect(fireEvent.keyDown(confirm, { key: 'Enter' }), 'its default was prevented').toBe(false);
  expect(acts()).toEqual([]);
  fireEvent.click(confirm);
  await vi.waitFor(() => expect(acts()).toEqual([{ action: 'refund', jobs: [asked.id], others: 'send' }]));
});

it('leaves the others out where the seller unticks them', async () => {
  const confirm = await chooseRefund();
  fireEvent.click(screen.getByTestId('hold-others'));
  expect(confirm.textContent).toBe('29,000원 환불하기');
  await vi.advanceTimersByTimeAsync(700);
  await vi.waitFor(() => expect(confirm).toHaveProperty('disabled', false));
  fireEvent.click(confirm);
  await vi.waitFor(() => expect(acts()).toMatchObject([{ action: 'refund', others: 'leave-out' }]));
});

it('leads into the centre of a store that was refused it', async () => {
  useAppState.setState({ statuses: [{ ...status, refundsRefused: true }] });
  const confirm = await chooseRefund();
  expect(confirm.textContent).toBe('스마트스토어센터 열기');
  await vi.advanceTimersByTimeAsync(700);
  await vi.waitFor(() => expect(confirm).toHaveProperty('disabled', false));
  fireEvent.click(confirm);
  await vi.waitFor(() => expect(bridge.calls.some(({ name }) => name === 'support-open')).toBe(true));
  expect(acts()).toEqual([]);
});

it("offers no refund of the market's own cancellation: there is nothing to agree to", async () => {
  const cancelled = heldJob(1, 'cancel-requested', { finding: { at, claimStatus: 'ADMIN_CANCELING' } });
  createFakeBridge({
    'log-job': () => ({ job: cancelled, attempts: [], decisions: [], parcel: [other.id] }),
    'log-jobs': () => ({ jobs: [other] }),
  });
  render(<HoldDialog />);
  openHold(cancelled);
  await screen.findByText(/유자차 1건은/u);
  expect(screen.queryByTestId('hold-refund')).toBeNull();
  expect(screen.getByTestId('hold-refuse')).not.toBeNull();
});
