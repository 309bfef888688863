import { expect, it, onTestFinished } from 'vitest';
import { createSecretChecks } from '../../../../src-main/services/secret-checks';
import { monday, newStoreId, openTestDatabase } from '../../../support/outbox/test-database';

it('keeps the last answer of each store', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const checks = createSecretChecks(database, () => monday);
  const [one, other] = [newStoreId(), newStoreId()];
  await checks.answer(one, { savedAt: monday, at: monday + 1, looked: false });
  await checks.answer(one, { savedAt: monday, at: monday + 2, looked: true });
  expect(await checks.answerOf(one)).toEqual({ savedAt: monday, at: monday + 2, looked: true });
  expect(await checks.answerOf(other)).toBeUndefined();
});

it('takes an answer that cannot be read for none', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = newStoreId();
  await database.settings.set(`secret-check:${storeId}`, '{"savedAt":"soon"}');
  expect(await createSecretChecks(database, () => monday).answerOf(storeId)).toBeUndefined();
});

it('keeps the day each application was authenticated on, and takes what is no day for none', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const checks = createSecretChecks(database, () => monday);
  const [one, other] = [newStoreId(), newStoreId()];
  await checks.authenticated(one, '2026-02-20');
  expect([await checks.authenticatedOn(one), await checks.authenticatedOn(other)]).toEqual(['2026-02-20', undefined]);
  // No day, one half typed, and one of which the year would have five digits in the end.
  for (const stored of ['2026-13-45', '0002-05-12', '2019-12-31', '9999-12-31']) {
    await database.settings.set(`authenticated:${one}`, stored);
    expect(await checks.authenticatedOn(one)).toBeUndefined();
  }
});
