import '../../support/window/match-media';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import { jobSchema } from '../../../src-preload/contract/job';
import { noCounts } from '../../../src-preload/contract/job-states';
import { storeSchema, storeStatusSchema } from '../../../src-preload/contract/store';
import { FileTabs } from '../../../src-renderer/review/files/file-tabs';
import { runColumns } from '../../../src-renderer/review/run/run-columns';
import { RunFoot } from '../../../src-renderer/review/run/run-foot';
import { RunPlace } from '../../../src-renderer/review/run/run-place';
import { ReviewController } from '../../../src-renderer/review/state/review-controller';
import { addReview, removeReview } from '../../../src-renderer/review/state/reviews-state';
import type { ReviewState } from '../../../src-renderer/review/state/reviews-state';
import { endRun, startRun, useRun } from '../../../src-renderer/review/state/runs-state';
import { StoreHead } from '../../../src-renderer/shell/store-head';
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
  // jsdom lays nothing out, and has nothing to scroll.
  Element.prototype.scrollIntoView = vi.fn();
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
  removeReview('tab');
  useAppState.setState({ isSafe: false, stores: [], statuses: [], chosen: undefined });
  vi.useRealTimers();
});

const statusOf = (given: object) =>
  storeStatusSchema.parse({
    storeId,
    connection: 'online',
    filed: 0,
    unread: 0,
    rateLimited: false,
    counts: { ...noCounts, queued: 62 },
    progress: { done: 0, total: 62 },
    ...given,
  });
const paused = (cause: string) => ({ connection: 'paused', pause: { cause, since: 0 } });
const offline = (offlineCause: string) => ({ connection: 'offline', offlineCause });
const text = (id: string) => screen.getByTestId(id).textContent;
const tabShape = () => screen.getByTestId('file-tab').querySelector('.state-shape')?.classList.item(1);

const controller = new ReviewController('tab', undefined);
function Shown() {
  const run = useRun('tab');
  if (run === undefined) return null;
  return (
    <>
      <StoreHead />
      <FileTabs />
      <RunPlace review={review} controller={controller} run={run} />
      <RunFoot review={review} run={run} enqueue={null} />
    </>
  );
}

async function showRun(isSafe: boolean, status: object = {}): Promise<void> {
  useAppState.setState({
    isSafe,
    place: 'send',
    stores: [store],
    chosen: storeId,
    statuses: [statusOf(status)],
  });
  addReview(review);
  await startRun({ key: 'tab', storeId, importId, batchId: undefined, dueAt: Date.now() + 5000, jobs: 62 });
  render(<Shown />);
}

it('what is sent after a start with --safe is said to wait, before and after the time to take it back', async () => {
  await showRun(true);
  expect(text('run-bar')).toContain('62건 대기 중');
  expect(text('run-done')).toBe('62건, 58상자를 대기 목록에 넣었어요');
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(text('run-bar')).toContain('발송 처리 멈춤');
  expect(text('review')).toContain('발송 처리를 시작하면 이어서 처리해요');
  // Nothing has begun, so no beginning is read out.
  expect(text('run-said')).toBe('');
});

it('after any other start it begins by itself', async () => {
  await showRun(false);
  expect(text('run-bar')).toContain('5초 뒤 62건 시작');
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(text('run-said')).toBe('62건 처리를 시작했어요.');
});

it.each([
  [paused('seller'), '잠시 멈춤', '다시 시작하면 이어서 처리해요'],
  [paused('look-first'), '먼저 살펴보기', '먼저 살펴보고 고르면 이어서 처리해요'],
  [paused('quota'), '호출 한도 도달', '호출 한도가 풀리면 이어서 처리해요'],
  [paused('secret'), '설정 필요', '스토어 연결이 다시 되면 이어서 처리해요'],
  [offline('no-line'), '인터넷 끊김', '연결되면 이어서 처리해요'],
  [offline('no-word'), '쇼핑몰 답 없음', '쇼핑몰이 다시 답하면 이어서 처리해요'],
  [offline('wrong-clock'), 'PC 시계 안 맞음', 'PC 시계가 맞으면 이어서 처리해요'],
])(
  'what is sent while its store rests does not begin in a moment, and says why as the badge does: %o',
  async (status, name, until) => {
    await showRun(false, status);
    expect(text('run-bar')).toContain('62건 대기 중');
    expect(text('run-done')).toBe('62건, 58상자를 대기 목록에 넣었어요');
    await act(() => vi.advanceTimersByTimeAsync(6000));
    expect(text('connection-badge')).toBe(name);
    expect(tabShape()).toBe('is-queue');
    expect(text('run-bar')).toContain(name);
    expect(text('review')).toContain(until);
    expect(text('run-said')).toBe('');

    act(() => useAppState.setState({ statuses: [statusOf({})] }));
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(text('run-bar')).not.toContain(name);
    expect(tabShape()).toBe('is-run');
    expect(text('run-said')).toBe('62건 처리를 시작했어요.');
  },
);

const spot = { active: false, leave: () => undefined };

/** What the last column says of an order that is done. */
function noteOf(code: string | undefined): string {
  const job = jobSchema.parse({
    id: '018f0000-0000-7000-8000-000000000004',
    seq: 1,
    storeId,
    kind: 'dispatch',
    target: '2026030211111111',
    values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
    state: 'succeeded',
    revision: 0,
    failures: 0,
    attempts: 1,
    createdAt: 0,
    changedAt: 0,
    ...(code === undefined ? {} : { code }),
  });
  render(<>{runColumns.find(({ key }) => key === 'note')?.cell({ is: 'job', job }, spot)}</>);
  return document.body.textContent ?? '';
}

it.each([
  ['cancel-overridden', '취소 요청 거부됨'],
  ['conflict', '주의'],
  ['not-registered', '주의'],
  ['wrong-number', '주의'],
  ['already-dispatched', '이미 처리됨'],
])('a row that is done says what else the market showed: %s', (code, words) => {
  useAppState.setState({ stores: [store], chosen: storeId });
  const note = noteOf(code);
  expect(note).toContain(words);
  expect(note).not.toMatch(/\d 등록$/u);
});

it('and a row of which nothing else is known says when it was registered', () => {
  useAppState.setState({ stores: [store], chosen: storeId });
  expect(noteOf(undefined)).toMatch(/\d 등록$/u);
});
