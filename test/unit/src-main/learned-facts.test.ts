import { expect, it, onTestFinished, vi } from 'vitest';
import { learnedFacts } from '../../../src-main/learned-facts';
import { newStoreId, openTestDatabase } from '../../support/outbox/test-database';

it('what a client learnt of a store is there at the next start, and of no other store', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const [store, other] = [newStoreId(), newStoreId()];
  const log = vi.fn();
  (await learnedFacts(database, { log }, store)).remember({ HANJIN: 'HJ' });
  await vi.waitFor(async () =>
    expect((await learnedFacts(database, { log }, store)).companyCodes).toEqual({ HANJIN: 'HJ' }),
  );
  expect((await learnedFacts(database, { log }, other)).companyCodes).toEqual({});
  expect(log).not.toHaveBeenCalled();
});

it('what cannot be kept is written into the log, and stops nothing', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const full = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
  vi.spyOn(database.settings, 'set').mockRejectedValue(full);
  const log = vi.fn();
  (await learnedFacts(database, { log }, newStoreId())).remember({ HANJIN: 'HJ' });
  await vi.waitFor(() => expect(log).toHaveBeenCalledOnce());
  expect(log).toHaveBeenCalledWith('problem', expect.objectContaining({ place: 'learned-facts', code: 'SQLITE_FULL' }));
});
