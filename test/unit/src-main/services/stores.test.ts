import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Session } from '../../../../src-main/markets/market';
import { openSecretStore } from '../../../../src-main/secrets/secret-store';
import type { SecretStore } from '../../../../src-main/secrets/secret-store';
import { createSettings } from '../../../../src-main/services/settings';
import { createStores } from '../../../../src-main/services/stores';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { JobState } from '../../../../src-preload/contract/job-states';
import type { TestReport } from '../../../../src-preload/contract/store';
import { dispatchLine, createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

const secret = '$2a$04$abcdefghijklmnopqrstuu';
const secretsOf = (clientId: string) => ({ market: 'naver', clientId, clientSecret: secret }) as const;
const good: TestReport = {
  code: 'ok',
  ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' },
};

let world: World;
let secrets: SecretStore;
let testAddress: string | undefined;
/** What the market says of a test, and what happens while it is asked. */
let tested: () => Promise<TestReport>;
let stores: ReturnType<typeof createStores>;
beforeEach(async () => {
  world = await createWorld();
  onTestFinished(() => world.end());
  // No keychain: what is kept lasts for the run, which is all a test needs.
  secrets = await openSecretStore({
    dataDir: '/data/one',
    randomBytes,
    load: () => Promise.reject(new Error('no keychain here')),
  });
  testAddress = undefined;
  tested = async () => good;
  const { database } = world.desk;
  stores = createStores({
    database,
    secrets,
    outbox: world.outbox,
    settings: createSettings(database),
    testAddress: () => testAddress,
    openSession: async (id) => {
      const has = await secrets.has(id);
      const session: Session = { ...world.fake.open(), test: () => tested() };
      return has.ok && has.value ? session : undefined;
    },
    now: world.time.now,
    newId: randomUUID,
    onChange: () => undefined,
  });
});

async function saved(label: string, clientId: string): Promise<StoreId> {
  const answer = await stores.save({ label, secrets: secretsOf(clientId) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.store.id;
}
const failureOf = (answer: Awaited<ReturnType<typeof stores.save>>) => (answer.ok ? undefined : answer.failure.code);

describe('a store that is saved', () => {
  it('is chosen, has its secrets in the store of secrets and never shows them', async () => {
    const id = await saved('바다상점', 'app-1');
    expect(await stores.chosen()).toBe(id);
    const kept = await secrets.get(id);
    expect(kept).toEqual({ ok: true, value: secretsOf('app-1') });
    const listed = (await stores.list()).find((store) => store.id === id);
    expect(listed).toMatchObject({ label: '바다상점', accountId: 'app-1', hasSecrets: true, practice: false });
    expect(JSON.stringify(listed)).not.toContain(secret);
  });

  it('keeps its secrets and its account when only its label changes', async () => {
    const id = await saved('바다상점', 'app-1');
    expect((await stores.save({ id, label: '하늘상점' })).ok).toBe(true);
    expect((await stores.list()).find((store) => store.id === id)).toMatchObject({
      label: '하늘상점',
      accountId: 'app-1',
      hasSecrets: true,
    });
  });

  it('is refused without secrets, with both halves swapped, and where it does not exist', async () => {
    expect(failureOf(await stores.save({ label: '바다상점' }))).toBe('secrets-needed');
    const swapped = { market: 'naver', clientId: secret, clientSecret: 'app-1' } as const;
    expect(failureOf(await stores.save({ label: '바다상점', secrets: swapped }))).toBe('secret-form');
    const id = await saved('바다상점', 'app-1');
    await stores.remove(id);
    expect(failureOf(await stores.save({ id, label: '바다상점' }))).toBe('not-found');
  });

  it('does not change its market', async () => {
    const id = await saved('바다상점', 'app-1');
    const other = { market: 'brightmall', vendorId: '01EXAMPLE', apiKey: 'bm_EXAMPLE' } as const;
    expect(failureOf(await stores.save({ id, label: '바다상점', secrets: other }))).toBe('not-found');
  });
});

describe('one account', () => {
  it('is one store: a second one is refused when it is added', async () => {
    await saved('바다상점', 'app-1');
    expect(failureOf(await stores.save({ label: '하늘상점', secrets: secretsOf('app-1') }))).toBe('same-account');
  });

  it('is one store: another store cannot be changed into it, and keeps its own secrets', async () => {
    await saved('바다상점', 'app-1');
    const other = await saved('하늘상점', 'app-2');
    expect(failureOf(await stores.save({ id: other, label: '하늘상점', secrets: secretsOf('app-1') }))).toBe(
      'same-account',
    );
    expect(await secrets.get(other)).toEqual({ ok: true, value: secretsOf('app-2') });
    expect((await stores.list()).find(({ id }) => id === other)).toMatchObject({ accountId: 'app-2' });
  });

  it('may get new secrets of the same account', async () => {
    const id = await saved('바다상점', 'app-1');
    const renewed = { ...secretsOf('app-1'), clientSecret: '$2a$04$zyxwvutsrqponmlkjihgfe' };
    expect((await stores.save({ id, label: '바다상점', secrets: renewed })).ok).toBe(true);
    expect(await secrets.get(id)).toEqual({ ok: true, value: renewed });
  });

  it('at a test address is another one than at the market', async () => {
    await saved('바다상점', 'app-1');
    testAddress = 'http://127.0.0.1:1';
    expect((await stores.save({ label: '시험상점', secrets: secretsOf('app-1') })).ok).toBe(true);
  });
});

describe('a store is removed', () => {
  it.each<JobState>(['queued', 'sending', 'waiting', 'unknown', 'held'])(
    'not while a job of it is %s',
    async (state) => {
      const id = await saved('바다상점', 'app-1');
      await world.desk.database.transaction(({ counts }) => counts.adjust(id, 'dispatch', state, 1));
      expect(await stores.remove(id)).toEqual({ ok: false, failure: { code: 'unsettled' } });
      expect(await secrets.has(id)).toEqual({ ok: true, value: true });
      await world.desk.database.transaction(({ counts }) => counts.adjust(id, 'dispatch', state, -1));
    },
  );

  it('not while something of it is held, as the seller meets it', async () => {
    const [line] = world.orders(1, { claimId: 'claim-1' });
    if (line === undefined) throw new Error('a line');
    await world.add([dispatchLine(line.target)]);
    await world.time.advance(2_000);
    expect(await world.states()).toEqual({ held: 1 });
    expect(await stores.remove(world.storeId)).toEqual({ ok: false, failure: { code: 'unsettled' } });
  });

  it('with its secrets, and what is settled stays in the log', async () => {
    const id = await saved('바다상점', 'app-1');
    await world.outbox.add({ storeId: id, undoMs: 0, jobs: world.orders(2) });
    await world.time.advance(2_000);
    expect(await stores.remove(id)).toEqual({ ok: true, value: {} });
    expect(await secrets.has(id)).toEqual({ ok: true, value: false });
    expect((await stores.list()).map((store) => store.id)).not.toContain(id);
    expect((await world.desk.database.log.page({ storeId: id }, 0, 10)).total).toBe(2);
  });
});

describe('the test of a store', () => {
  const refused: TestReport = { ...good, code: 'bad-secret', ticks: { ...good.ticks, secret: 'no' } };

  it('pauses it where the market refuses it, and lifts that again', async () => {
    const id = await saved('바다상점', 'app-1');
    tested = async () => refused;
    expect(await stores.test(id)).toEqual({ ok: true, value: refused });
    expect(await world.outbox.status(id)).toMatchObject({ connection: 'paused', pause: { cause: 'secret' } });
    tested = async () => good;
    await stores.test(id);
    expect(await world.outbox.status(id)).toMatchObject({ connection: 'online' });
  });

  it('says nothing of secrets that were replaced while it ran', async () => {
    const id = await saved('바다상점', 'app-1');
    tested = async () => {
      await world.time.advance(1_000);
      await stores.save({ id, label: '바다상점', secrets: secretsOf('app-3') });
      return refused;
    };
    await stores.test(id);
    expect((await world.outbox.status(id)).pause).toBeUndefined();
  });

  it('says at once of a store without secrets that they are missing', async () => {
    const id = await saved('바다상점', 'app-1');
    await stores.clearSecrets(id);
    expect(await stores.test(id)).toMatchObject({ value: { code: 'no-secrets' } });
    expect(await world.outbox.status(id)).toMatchObject({ pause: { cause: 'secret' } });
    expect((await stores.list()).find((store) => store.id === id)).toMatchObject({ hasSecrets: false });
  });
});

it('the chosen store is the first there is once the chosen one is gone', async () => {
  const id = await saved('바다상점', 'app-1');
  await stores.remove(id);
  expect(await stores.chosen()).toBe(world.storeId);
});

it('a practice store is made on the first start only', async () => {
  await stores.ensurePractice('연습 상점');
  expect((await stores.list()).some(({ practice }) => practice)).toBe(false);
});
