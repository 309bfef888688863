import '../../support/window/match-media';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import { storeSchema } from '../../../src-preload/contract/store';
import { RunFoot } from '../../../src-renderer/review/run/run-foot';
import { RunPlace } from '../../../src-renderer/review/run/run-place';
import { ReviewController } from '../../../src-renderer/review/state/review-controller';
import type { ReviewState } from '../../../src-renderer/review/state/reviews-state';
import { endRun, startRun, useRun } from '../../../src-renderer/review/state/runs-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { createFakeBridge } from '../../support/window/fake-bridge';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const importId = importIdSchema.parse('018f0000-0000-7000-8000-000000000002');
const store = storeSchema.parse({
  id: storeId,
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'desk-app',
  hasSecrets: true,
  confirmFirst: 'ask',
});
const review: ReviewState = {
  key: 'tab',
  storeId,
  market: 'naver',
  fileName: 'cj.xlsx',
  operation: 'dispatch',
  phase: 'sent',
  rowsRead: 62,
  importId,
  stored: 62,
  tab: 'all',
};
const none = { sending: 0, waiting: 0, unknown: 0, held: 0, rejected: 0, succeeded: 0, cancelled: 0, 'by-file': 0 };

beforeEach(() => {
  vi.useFakeTimers();
  createFakeBridge({
    'imports-sums': () => ({ states: { ...none, queued: 62 }, boxes: { all: 58, done: 0, couriers: [] } }),
    'imports-jobs': () => ({ jobs: [], total: 0 }),
    'log-list': () => ({ items: [], total: 0, jobs: 0, partial: false }),
  });
});
afterEach(() => {
  cleanup();
  endRun('tab');
  useAppState.setState({ isSafe: false, stores: [], chosen: undefined });
  vi.useRealTimers();
});

const controller = new ReviewController('tab', undefined);
function Shown() {
  const run = useRun('tab');
  if (run === undefined) return null;
  return (
    <>
      <RunPlace review={review} controller={controller} run={run} />
      <RunFoot review={review} run={run} enqueue={null} />
    </>
  );
}

async function showRun(isSafe: boolean): Promise<void> {
  useAppState.setState({ isSafe, place: 'send', stores: [store], chosen: storeId });
  await startRun({ key: 'tab', storeId, importId, batchId: undefined, dueAt: Date.now() + 5000, jobs: 62 });
  render(<Shown />);
}

it('what is sent after a start with --safe is said to wait, before and after the time to take it back', async () => {
  await showRun(true);
  expect(screen.getByTestId('run-bar').textContent).toContain('62건 대기 중');
  expect(screen.getByTestId('run-done').textContent).toBe('62건, 58상자를 대기 목록에 넣었어요');
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(screen.getByTestId('run-bar').textContent).toContain('발송 처리 멈춤');
  expect(screen.getByTestId('review').textContent).toContain('발송 처리를 시작하면 이어서 처리해요');
  // Nothing has begun, so no beginning is read out.
  expect(screen.getByTestId('run-said').textContent).toBe('');
});

it('after any other start it begins by itself', async () => {
  await showRun(false);
  expect(screen.getByTestId('run-bar').textContent).toContain('5초 뒤 62건 시작');
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(screen.getByTestId('run-said').textContent).toBe('62건 처리를 시작했어요.');
});
