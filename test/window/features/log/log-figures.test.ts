import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choosePeriod } from '../../../../src-renderer/features/log/log-figures';
import { show, showStore, useLog } from '../../../../src-renderer/features/log/log-state';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { newStoreId } from '../../../support/outbox/test-database';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const sums = { jobs: 1, done: 1, tasks: 0, earlier: 0 };
const file = { id: 'cj', name: 'cj.xlsx', kind: 'dispatch', at: 0, jobs: 1, done: 1, held: 0, rejected: 0 };
let files = [file];

beforeEach(() => {
  vi.useFakeTimers();
  files = [file];
  createFakeBridge({
    'log-list': () => ({ items: [], total: 0, jobs: 0, partial: false }),
    'log-files': () => ({ files, more: false, sums }),
    'log-view': () => ({}),
    'log-view-keep': () => ({}),
  });
  useAppState.setState({ place: 'log' });
  showStore(undefined);
  showStore(newStoreId());
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
});

it('keeps what is filtered by when another period is chosen', async () => {
  show({ files: ['cj'], states: ['rejected'] });
  choosePeriod('week');
  await vi.advanceTimersByTimeAsync(1000);
  expect(useLog.getState().shown).toMatchObject({ period: 'week', files: ['cj'], states: ['rejected'] });
});

it('lets go of a file of which the other period has nothing, and of nothing else', async () => {
  show({ files: ['cj'], states: ['rejected'] });
  await vi.advanceTimersByTimeAsync(1000);
  files = [];
  choosePeriod('yesterday');
  await vi.advanceTimersByTimeAsync(1000);
  expect(useLog.getState().shown).toEqual({ period: 'yesterday', states: ['rejected'], search: '' });
});

it('leaves a file alone to which another screen led, whatever the period has', async () => {
  files = [];
  show({ files: ['cj'], period: 'today' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(useLog.getState().shown.files).toEqual(['cj']);
});
