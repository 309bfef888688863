import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAppState } from '../../../../src-renderer/state/app-state';
import {
  filterByStates,
  jobsChanged,
  openJob,
  searchFor,
  settleList,
  showStore,
  toggleState,
  useLog,
} from '../../../../src-renderer/features/log/log-state';
import { newJobId, newStoreId } from '../../../support/outbox/test-database';
import { createFakeBridge } from '../../../support/window/fake-bridge';

let bridge: ReturnType<typeof createFakeBridge>;
const storeId = newStoreId();
beforeEach(() => {
  vi.useFakeTimers();
  bridge = createFakeBridge({ 'log-page': () => ({ jobs: [], total: 0 }) });
  filterByStates([]);
  showStore(undefined);
  showStore(storeId);
  useAppState.setState({ place: 'log' });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the log as it is looked at', () => {
  it('filters by one state, and lets go of it at the second press', () => {
    toggleState('held');
    expect(useLog.getState().states).toEqual(['held']);
    toggleState('rejected');
    expect(useLog.getState().states).toEqual(['rejected']);
    toggleState('rejected');
    expect(useLog.getState().states).toEqual([]);
  });

  it('makes other rows for another filter, and keeps the search', () => {
    searchFor('2026');
    vi.advanceTimersByTime(150);
    const { rows } = useLog.getState();
    toggleState('held');
    expect(useLog.getState().rows).not.toBe(rows);
    expect(useLog.getState().search).toBe('2026');
  });

  it('follows a search when the typing rests, and not each letter', () => {
    const { rows } = useLog.getState();
    searchFor('2');
    vi.advanceTimersByTime(100);
    searchFor('20');
    vi.advanceTimersByTime(149);
    expect(useLog.getState().rows).toBe(rows);
    expect(useLog.getState().search, 'what is typed shows at once').toBe('20');
    vi.advanceTimersByTime(1);
    expect(useLog.getState().rows).not.toBe(rows);
  });

  it('closes an open job with another store, and not with the same', () => {
    const id = newJobId();
    openJob(id);
    showStore(storeId);
    expect(useLog.getState().open).toBe(id);
    showStore(newStoreId());
    expect(useLog.getState().open).toBeUndefined();
  });
});

describe('jobs that changed', () => {
  const change = { storeId, jobs: [], more: false, added: false };

  it('of another store change nothing', () => {
    const { turn } = useLog.getState();
    jobsChanged({ ...change, storeId: newStoreId() });
    expect(useLog.getState()).toMatchObject({ turn, stale: false });
  });

  it('are read when the seller comes back, while another screen shows', () => {
    useAppState.setState({ place: 'send' });
    const { turn } = useLog.getState();
    jobsChanged(change);
    expect(useLog.getState()).toMatchObject({ turn: turn + 1, stale: true });
    expect(bridge.calls).toEqual([]);
    useAppState.setState({ place: 'log' });
    settleList();
    expect(useLog.getState().stale).toBe(false);
  });

  it('leave nothing to settle where nothing changed', () => {
    settleList();
    expect(bridge.calls).toEqual([]);
  });
});
