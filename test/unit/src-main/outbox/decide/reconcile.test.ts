import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextState } from '../../../../../src-preload/contract/job-states';
import type { Finding } from '../../../../../src-preload/contract/job';
import { reconcileJob } from '../../../../../src-main/outbox/decide/reconcile';
import type { Found } from '../../../../../src-main/outbox/decide/reconcile';
import { monday } from '../../../../support/outbox/test-database';

import { jobRow } from '../../../../support/outbox/job-row';
const finding: Finding = { at: monday, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };
const found: fc.Arbitrary<Found> = fc.oneof(
  fc.constant<Found>({ is: 'missing' }),
  fc.constant<Found>({ is: 'refused', code: '100001', message: '' }),
  fc
    .constantFrom(
      { is: 'done' } as const,
      { is: 'other' } as const,
      { is: 'open' } as const,
      { is: 'closed', isFinal: true } as const,
      { is: 'closed', isFinal: false } as const,
      { is: 'cancel-requested', claimId: 'c' } as const,
    )
    .map((judgement): Found => ({ is: 'found', finding, judgement })),
);

describe('reconciling what gave no certain answer', () => {
  const now = { now: monday, random: 0.5, limit: 30 };

  it('never puts a job straight back to queued, and calls it done only when the market shows it', () => {
    fc.assert(
      fc.property(
        found,
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        fc.option(fc.constant('9999'), { nil: undefined }),
        (what, failures, inCircuit, answerCode) => {
          const decision = reconcileJob(jobRow({ state: 'unknown', failures, inCircuit, answerCode }), what, now);
          if (decision.cause === undefined) return;
          const state = nextState('unknown', decision.cause);
          expect(state).toBeDefined();
          expect(state).not.toBe('queued');
          expect(state === 'succeeded').toBe(what.is === 'found' && what.judgement.is === 'done');
        },
      ),
    );
  });

  it('gives up after three rounds, but not for rounds spent while the market was silent', () => {
    const open: Found = { is: 'found', finding, judgement: { is: 'open' } };
    const after = (failures: number, inCircuit = false) =>
      reconcileJob(jobRow({ state: 'unknown', failures, inCircuit }), open, now);
    expect(after(0)).toMatchObject({ cause: 'found-not-applied', patch: { failures: 1 } });
    expect(after(1)).toMatchObject({ cause: 'found-not-applied', patch: { failures: 2, batchCap: 1 } });
    expect(after(2)).toMatchObject({ cause: 'rounds-used-up', patch: { code: 'no-certain-answer' } });
    expect(after(2, true)).toMatchObject({ cause: 'found-not-applied', patch: { failures: 2 } });
    const whole = jobRow({ state: 'unknown', inCircuit: true, batchCap: 20 });
    expect(reconcileJob(whole, open, now).patch).toMatchObject({ failures: 0, batchCap: 20 });
  });

  it('says that an order was cancelled rather than the code the market hid it behind', () => {
    const job = jobRow({ state: 'unknown', answerCode: '9999', answerMessage: '주문상태를 확인하세요' });
    const cancelled = { ...finding, productOrderStatus: 'CANCELED' };
    const closed = (isFinal: boolean): Found => ({
      is: 'found',
      finding: cancelled,
      judgement: { is: 'closed', isFinal },
    });
    expect(reconcileJob(job, closed(true), now)).toMatchObject({
      cause: 'found-refused',
      patch: { code: 'closed', finding: cancelled, message: '주문상태를 확인하세요' },
    });
    expect(reconcileJob(job, closed(false), now)).toMatchObject({ cause: 'found-refused', patch: { code: '9999' } });
  });

  it("lets the market's own word stand when nothing was shipped", () => {
    const open: Found = { is: 'found', finding, judgement: { is: 'open' } };
    const job = jobRow({ state: 'unknown', answerCode: '9999', answerMessage: '주문상태를 확인하세요' });
    expect(reconcileJob(job, open, now)).toMatchObject({
      cause: 'found-refused',
      patch: { code: '9999', message: '주문상태를 확인하세요' },
    });
  });

  it('asks once more soon for what a reading did not return, then hourly', () => {
    expect(reconcileJob(jobRow({ state: 'unknown', code: 'no-answer' }), { is: 'missing' }, now)).toEqual({
      cause: undefined,
      patch: { code: 'not-found', dueAt: monday + 20_000 },
    });
    expect(reconcileJob(jobRow({ state: 'unknown', code: 'not-found' }), { is: 'missing' }, now)).toEqual({
      cause: undefined,
      patch: { code: 'not-found', dueAt: monday + 3_600_000 },
    });
  });

  it('holds a refusal after an earlier unanswered call against readings for two minutes, in case they lag', () => {
    const open: Found = { is: 'found', finding, judgement: { is: 'open' } };
    const given = { state: 'unknown', failures: 1, answerCode: '9999', answerMessage: '주문상태' } as const;
    const fresh = jobRow({ ...given, changedAt: monday - 10_000 });
    expect(reconcileJob(fresh, open, now)).toMatchObject({ cause: undefined, patch: { dueAt: monday + 60_000 } });
    const old = jobRow({ ...given, changedAt: monday - 130_000 });
    expect(reconcileJob(old, open, now)).toMatchObject({ cause: 'found-refused', patch: { code: '9999' } });
  });
});
