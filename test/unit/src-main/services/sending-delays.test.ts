import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSending } from '../../../../src-main/services/sending';
import { createSettings } from '../../../../src-main/services/settings';
import type { AddOutcome } from '../../../../src-preload/contract/actions';
import type { Result } from '../../../../src-preload/contract/result';
import { bookOrder } from '../../../support/outbox/book-order';
import { delayLine, endOfDay } from '../../../support/outbox/delay-line';
import { monday } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

let world: World;
let sending: ReturnType<typeof createSending>;
beforeEach(async () => {
  world = await createWorld();
  onTestFinished(() => world.end());
  const { database } = world.desk;
  sending = createSending({ database, outbox: world.outbox, settings: createSettings(database), now: world.time.now });
});
const targets = async () => (await world.log()).map(({ target }) => target).toSorted();

describe('delays', () => {
  const until = endOfDay(monday + 4 * 86_400_000);
  const delays = (...ids: readonly string[]) =>
    sending.addTargets({
      storeId: world.storeId,
      jobs: ids.map((target) => ({ target, values: delayLine(target, { until }).values })),
    });
  const lineOf = (answer: Result<AddOutcome, string>) => (answer.ok ? answer.value.lines : []);

  it.each([
    ['delay-unconfirmed', { productOrderStatus: 'PAYED', placeOrderStatus: 'NOT_YET' }],
    ['delay-claim-open', { productOrderStatus: 'PAYED', placeOrderStatus: 'OK', claimStatus: 'CANCEL_REQUEST' }],
    ['closed', { productOrderStatus: 'DELIVERING', placeOrderStatus: 'OK' }],
    ['closed', { productOrderStatus: 'CANCELED', placeOrderStatus: 'OK' }],
  ] as const)('are refused with %s before they are asked for, by what the book knows (%o)', async (code, finding) => {
    const [one, other] = world.orders(2).map(({ target }) => target);
    if (one === undefined || other === undefined) throw new Error('two orders');
    const { storeId } = world;
    await world.desk.database.transaction(({ book }) => {
      book.put(storeId, bookOrder(one, { facts: { finding: { at: monday, ...finding } } }));
      book.put(storeId, bookOrder(other));
    });
    const answer = await delays(one, other);
    expect(answer).toMatchObject({ ok: true, value: { added: 1 } });
    expect(lineOf(answer)).toEqual([{ row: 1, target: one, outcome: 'refused', code }]);
    expect(await targets()).toEqual([other]);
  });

  it('of orders that the book does not know are asked for', async () => {
    const [one] = world.orders(1).map(({ target }) => target);
    expect(await delays(one ?? '')).toMatchObject({ ok: true, value: { added: 1 } });
  });

  it('are not taken with a day that has passed, without a text, or of a number that is none', async () => {
    const [one] = world.orders(1).map(({ target }) => target);
    const wrong = [{ until: monday - 1 }, { text: ' ' }, { until: monday + 400 * 86_400_000 }].map((more) => ({
      target: one ?? '',
      values: delayLine('', { until, ...more }).values,
    }));
    const answer = await sending.addTargets({
      storeId: world.storeId,
      jobs: [...wrong, { target: '주문', values: delayLine('', { until }).values }],
    });
    expect(lineOf(answer).map(({ outcome }) => outcome)).toEqual(['error', 'error', 'error', 'error']);
  });

  it('a refund is not to be had by this door', async () => {
    const values = { kind: 'refund' as const, refund: { claimId: 'claim-1' } };
    const jobs = [{ target: '2026030200000001', values, chosen: true }];
    expect(lineOf(await sending.addTargets({ storeId: world.storeId, jobs }))).toMatchObject([{ outcome: 'error' }]);
  });
});
