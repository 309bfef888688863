import { afterEach, expect, it, vi } from 'vitest';
import { storeIdSchema } from '../../../../../src-preload/contract/ids';
import type { LogFilter } from '../../../../../src-preload/contract/actions';
import { logRows } from '../../../../../src-renderer/features/log/log-pages';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
afterEach(() => vi.unstubAllGlobals());

it('shows a job once that went on between the two answers a page is made of, and as it is now', async () => {
  const job = (id: string, state: string) => ({ id, state, revision: 1, attempts: 0, changedAt: 0 });
  const call = async (_name: string, { filter }: { filter: LogFilter }) =>
    filter.states?.includes('rejected')
      ? { ok: true, value: { jobs: [job('a', 'rejected'), job('b', 'rejected')], total: 2 } }
      : { ok: true, value: { jobs: [job('c', 'queued'), job('a', 'waiting')], total: 2 } };
  vi.stubGlobal('window', { desk: { call } });
  const rows = logRows(storeId, [], '');
  await rows.refresh();
  const shown = Array.from({ length: rows.total }, (_, at) => rows.at(at)).map((each) => `${each?.id} ${each?.state}`);
  expect(shown).toEqual(['b rejected', 'c queued', 'a waiting']);
});
