import { expect, it, onTestFinished } from 'vitest';
import { latestJobs, targetsAtOnce } from '../../../../src-main/services/latest-jobs';
import { addStore, dispatchRow, openTestDatabase } from '../../../support/outbox/test-database';

it('finds the latest job of every target, of more than one chunk too, and asks for no more than a chunk at once', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = await addStore(database);
  const targets = Array.from({ length: 2 * targetsAtOnce + 3 }, (_, n) => `2026${String(n).padStart(12, '0')}`);
  await database.transaction(({ jobs }) => {
    for (const target of targets) jobs.add(dispatchRow(storeId, target));
  });
  const asked: number[] = [];
  const watched = {
    ...database,
    jobs: {
      ...database.jobs,
      latestOf: (...given: Parameters<typeof database.jobs.latestOf>) => {
        asked.push(given[2].length);
        return database.jobs.latestOf(...given);
      },
    },
  };
  const found = await latestJobs(watched, storeId, 'dispatch', [...targets, 'unknown']);
  expect(found.map(({ target }) => target)).toEqual(targets);
  expect(asked).toEqual([targetsAtOnce, targetsAtOnce, 4]);
});
