import '../../support/window/match-media';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import { jobSchema } from '../../../src-preload/contract/job';
import { noCounts } from '../../../src-preload/contract/job-states';
import { RunFoot } from '../../../src-renderer/review/run/run-foot';
import { RunPlace } from '../../../src-renderer/review/run/run-place';
import { ReviewController } from '../../../src-renderer/review/state/review-controller';
import { addReview, removeReview } from '../../../src-renderer/review/state/reviews-state';
import type { ReviewState } from '../../../src-renderer/review/state/reviews-state';
import { endRun, jobsChangedForRuns, startRun, useRun } from '../../../src-renderer/review/state/runs-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { createFakeBridge } from '../../support/window/fake-bridge';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const importId = importIdSchema.parse('018f0000-0000-7000-8000-000000000002');
const review: ReviewState = {
  key: 'tab',
  storeId,
  market: 'naver',
  fileName: 'cj.xlsx',
  operation: 'dispatch',
  phase: 'sent',
  rowsRead: 1,
  importId,
  stored: 1,
  tab: 'all',
};
const job = jobSchema.parse({
  id: '018f0000-0000-7000-8000-000000000004',
  seq: 1,
  storeId,
  kind: 'dispatch',
  target: '2026030211111111',
  values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
  state: 'held',
  code: 'cancel-requested',
  revision: 0,
  failures: 0,
  attempts: 0,
  createdAt: 0,
  changedAt: 0,
});

let isHeld: boolean;
beforeEach(() => {
  // jsdom lays nothing out, and has nothing to scroll.
  Element.prototype.scrollIntoView = vi.fn();
  Element.prototype.scrollTo = vi.fn();
  vi.useFakeTimers();
  isHeld = true;
  const group = { key: 'held cancel-requested', jobs: 1, first: [job] };
  createFakeBridge({
    'imports-sums': () => ({ states: { ...noCounts, 'by-file': 0, [isHeld ? 'held' : 'cancelled']: 1 } }),
    'imports-jobs': () => ({ jobs: [], total: 0 }),
    'book-counts': () => ({ today: 0, late: 0, filledAt: 0 }),
    'log-list': () => ({
      items: isHeld ? [{ is: 'group', group }] : [],
      total: isHeld ? 1 : 0,
      jobs: 1,
      partial: false,
    }),
  });
});
afterEach(() => {
  cleanup();
  endRun('tab');
  removeReview('tab');
  useAppState.setState({ chosen: undefined });
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

async function change(next: boolean): Promise<void> {
  isHeld = next;
  jobsChangedForRuns({ storeId, jobs: [], more: false, added: false });
  await act(() => vi.advanceTimersByTimeAsync(1000));
}

it('what was decided and taken back has the keyboard again, although it was led on meanwhile', async () => {
  useAppState.setState({ place: 'send', chosen: storeId });
  addReview(review);
  await startRun({ key: 'tab', storeId, importId, batchId: undefined, dueAt: 0, jobs: 1 });
  render(<Shown />);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(document.activeElement?.closest('.run-tasks')).not.toBeNull();
  await change(false);
  expect(document.activeElement).toBe(screen.getByTestId('run-next'));
  await change(true);
  expect(document.activeElement?.closest('.run-tasks')).not.toBeNull();
});
