import { afterEach, expect, it, vi } from 'vitest';
import { storeIdSchema } from '../../../../../src-preload/contract/ids';
import { isFiltered, logRows, scopeOf, today } from '../../../../../src-renderer/features/log/log-pages';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page of one group and its job, as the main process answers it. */
function answer(state: string, partial = false) {
  const job = { id: 'a', state, revision: 1, attempts: 0, changedAt: 0 };
  const items = [
    { is: 'group', group: { key: state, jobs: 1, first: [] } },
    { is: 'job', job },
  ];
  return { ok: true, value: { items, total: 2, jobs: 1, partial } };
}

it('are heads and jobs in the order of the main process, and say how many jobs there are', async () => {
  const call = vi.fn(async () => answer('succeeded'));
  vi.stubGlobal('window', { desk: { call } });
  let jobs = 0;
  const rows = logRows(storeId, { ...today, search: ' 김바다 ' }, ['rejected'], (n) => (jobs = n));
  await rows.refresh();
  expect([rows.at(0)?.is, rows.at(1)?.is, rows.total, jobs]).toEqual(['group', 'job', 2, 1]);
  const scope = { storeId, period: 'today', search: '김바다' };
  expect(call).toHaveBeenCalledWith('log-list', { scope, folded: ['rejected'], offset: 0, limit: 100 });
});

it('keep the row that is drawn where it says the same, and take the new one where it does not', async () => {
  const call = vi.fn(async () => answer('queued'));
  vi.stubGlobal('window', { desk: { call } });
  const rows = logRows(storeId, today, [], () => undefined);
  await rows.refresh();
  const before = rows.at(1);
  await rows.refresh();
  expect(rows.at(1)).toBe(before);
  call.mockImplementation(async () => answer('succeeded'));
  await rows.refresh();
  expect(rows.at(1)).not.toBe(before);
});

it('are asked for again while names are still being opened', async () => {
  vi.useFakeTimers();
  const call = vi.fn(async () => answer('queued', true));
  vi.stubGlobal('window', { desk: { call } });
  const rows = logRows(storeId, { ...today, search: '바다' }, [], () => undefined);
  await rows.refresh();
  expect(call).toHaveBeenCalledTimes(1);
  call.mockImplementation(async () => answer('queued'));
  await vi.advanceTimersByTimeAsync(300);
  expect(call).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(call).toHaveBeenCalledTimes(2);
});

it('ask for nothing that is blank', () => {
  expect(scopeOf(storeId, { ...today, search: '  ' })).toEqual({ storeId, period: 'today' });
  expect(isFiltered({ ...today, search: '  ' })).toBe(false);
  expect(isFiltered({ ...today, states: ['held'] })).toBe(true);
});
