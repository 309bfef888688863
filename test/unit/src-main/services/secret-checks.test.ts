import { expect, it, onTestFinished } from 'vitest';
import { createSecretChecks } from '../../../../src-main/services/secret-checks';
import { monday, newStoreId, openTestDatabase } from '../../../support/outbox/test-database';

it('keeps the last answer of each store', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const checks = createSecretChecks(database);
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
  expect(await createSecretChecks(database).answerOf(storeId)).toBeUndefined();
});

it('keeps the day each application was authenticated on, and takes what is no day for none', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const checks = createSecretChecks(database);
  const [one, other] = [newStoreId(), newStoreId()];
  await checks.authenticated(one, '2026-11-20');
  expect([await checks.authenticatedOn(one), await checks.authenticatedOn(other)]).toEqual(['2026-11-20', undefined]);
  await database.settings.set(`authenticated:${one}`, '2026-13-45');
  expect(await checks.authenticatedOn(one)).toBeUndefined();
});
