import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAppState } from '../../../../src-renderer/state/app-state';
import {
  foldGroup,
  jobsChanged,
  openJob,
  searchFor,
  settleList,
  show,
  showStore,
  toggleState,
  useLog,
} from '../../../../src-renderer/features/log/log-state';
import { useWantedLog } from '../../../../src-renderer/state/open-log';
import { newJobId, newStoreId } from '../../../support/outbox/test-database';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const answers = {
  'log-list': () => ({ items: [], total: 0, jobs: 0, partial: false }),
  'log-files': () => ({ files: [], more: false, sums: { jobs: 0, done: 0, tasks: 0, earlier: 0 } }),
  'log-view': () => ({}),
  'log-view-keep': () => ({}),
};

let bridge: ReturnType<typeof createFakeBridge>;
const storeId = newStoreId();
beforeEach(() => {
  vi.useFakeTimers();
  bridge = createFakeBridge(answers);
  showStore(undefined);
  showStore(storeId);
  useAppState.setState({ place: 'log' });
});
afterEach(async () => {
  // What rests between two readings would rest for good.
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
});

describe('the log as it is looked at', () => {
  it('filters by one state of all days, and leads back to today at the second press', () => {
    toggleState('held');
    expect(useLog.getState().shown).toMatchObject({ states: ['held'], period: 'all' });
    toggleState('rejected');
    expect(useLog.getState().shown.states).toEqual(['rejected']);
    toggleState('rejected');
    expect(useLog.getState().shown).toEqual({ period: 'today', search: '' });
  });

  it('lets filters stand together, and keeps what was set, but not what was typed', () => {
    searchFor('2026');
    const { rows } = useLog.getState();
    show({ period: 'week' });
    show({ files: ['none:confirm'] });
    show({ states: ['held'] });
    expect(useLog.getState().rows).not.toBe(rows);
    const view = { period: 'week', files: ['none:confirm'], states: ['held'] };
    expect(useLog.getState().shown).toEqual({ ...view, search: '2026' });
    expect(bridge.calls.findLast(({ name }) => name === 'log-view-keep')?.input).toEqual({ storeId, view });
    show({ files: undefined, states: [] });
    expect(useLog.getState().shown).toEqual({ period: 'week', search: '2026' });
  });

  it('comes back as it was left, unless another screen has led to something else', async () => {
    const kept = { period: 'yesterday', states: ['rejected'] };
    createFakeBridge({ ...answers, 'log-view': () => ({ view: kept }) });
    showStore(newStoreId());
    await vi.advanceTimersByTimeAsync(0);
    expect(useLog.getState().shown).toEqual({ ...kept, search: '' });
    showStore(newStoreId());
    useWantedLog.setState({ states: ['held'] });
    await vi.advanceTimersByTimeAsync(0);
    expect(useLog.getState().shown).toMatchObject({ period: 'all', states: ['held'] });
  });

  it('folds a group, and unfolds it', () => {
    foldGroup('succeeded');
    expect(useLog.getState().folded).toEqual(['succeeded']);
    foldGroup('succeeded');
    expect(useLog.getState().folded).toEqual([]);
  });

  it('searches at the first letter, and for the newest of those that are typed until it has answered', async () => {
    const { rows } = useLog.getState();
    searchFor('2');
    const first = useLog.getState().rows;
    expect(first).not.toBe(rows);
    searchFor('20');
    searchFor('202');
    expect(useLog.getState().rows, 'the first has not answered').toBe(first);
    expect(useLog.getState().shown.search, 'what is typed shows at once').toBe('202');
    await first.refresh();
    const next = useLog.getState().rows;
    expect(next).not.toBe(first);
    await next.refresh();
    const asked = bridge.calls.filter(({ name }) => name === 'log-list').map(({ input }) => input);
    expect(asked).toMatchObject([{ scope: { search: '2' } }, { scope: { search: '202' } }]);
    searchFor('2026');
    expect(useLog.getState().rows, 'nothing is on the way').not.toBe(next);
  });

  it('waits for an answer that does not come 150 ms at most', () => {
    searchFor('2');
    const { rows } = useLog.getState();
    vi.advanceTimersByTime(100);
    searchFor('20');
    vi.advanceTimersByTime(149);
    expect(useLog.getState().rows).toBe(rows);
    vi.advanceTimersByTime(1);
    expect(useLog.getState().rows).not.toBe(rows);
  });

  it.each([
    ['another store', () => showStore(newStoreId())],
    ['another filter', () => show({ period: 'week' })],
    ['a folded group', () => foldGroup('succeeded')],
  ])('does not read again for what was typed before, once it shows %s', async (_, change) => {
    searchFor('2');
    searchFor('20');
    change();
    const { rows } = useLog.getState();
    await vi.advanceTimersByTimeAsync(0);
    await rows.refresh();
    vi.advanceTimersByTime(150);
    expect(useLog.getState().rows).toBe(rows);
    foldGroup('succeeded');
  });

  it('hears of no list but the present one', async () => {
    const before = useLog.getState().rows;
    const answer = before.refresh();
    searchFor('2');
    await answer;
    expect(useLog.getState().jobs).toBeUndefined();
    await useLog.getState().rows.refresh();
    expect(useLog.getState().jobs).toBe(0);
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
    bridge.calls.length = 0;
    useAppState.setState({ place: 'send' });
    const { turn } = useLog.getState();
    jobsChanged(change);
    expect(useLog.getState()).toMatchObject({ turn: turn + 1, stale: true });
    expect(bridge.calls).toEqual([]);
    useAppState.setState({ place: 'log' });
    settleList();
    expect(useLog.getState().stale).toBe(false);
  });

  describe('while the keyboard is in the list', () => {
    const job = { id: newJobId(), state: 'queued', revision: 1, attempts: 0, changedAt: 0, target: '1' };
    const group = { key: 'sending', jobs: 1, first: [] };
    const listed = {
      items: [
        { is: 'group', group },
        { is: 'job', job },
      ],
      total: 2,
      jobs: 1,
      partial: false,
    };
    const grid = document.createElement('button');
    grid.dataset['testid'] = 'log-grid';

    async function changeUnderKeyboard(now: object[], left: number) {
      bridge = createFakeBridge({
        ...answers,
        'log-list': () => listed,
        'log-jobs': () => ({ jobs: now }),
        'log-ids': () => ({ ids: [], jobs: left }),
      });
      showStore(newStoreId());
      await useLog.getState().rows.refresh();
      document.body.append(grid);
      grid.focus();
      bridge.calls.length = 0;
      jobsChanged({ ...change, storeId: useLog.getState().storeId ?? storeId, jobs: [job.id] });
      await vi.advanceTimersByTimeAsync(1000);
    }
    afterEach(() => grid.remove());

    it('stay in their rows, and the head above them says what they are now', async () => {
      await changeUnderKeyboard([{ ...job, state: 'succeeded' }], 0);
      expect(bridge.calls.map(({ name }) => name)).not.toContain('log-list');
      expect(useLog.getState().rows.at(0)).toMatchObject({ group, now: { group: { key: 'succeeded' }, isOver: true } });
      expect(useLog.getState().rows.at(1)).toMatchObject({ job: { state: 'succeeded' } });
    });

    it('are listed again where one of them is gone', async () => {
      await changeUnderKeyboard([], 0);
      expect(bridge.calls.map(({ name }) => name)).toContain('log-list');
      expect(useLog.getState().stale).toBe(false);
    });
  });

  it('leave nothing to settle where nothing changed', () => {
    bridge.calls.length = 0;
    settleList();
    expect(bridge.calls).toEqual([]);
  });
});
