import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, JobValues } from '../../../../../src-preload/contract/job';
import type { JobRow } from '../../../../../src-main/database/rows';
import { backOffMs, growingPauseMs } from '../../../../../src-main/outbox/decide/back-off';
import { approvedClaim } from '../../../../../src-main/outbox/decide/approved-claim';
import { approvedAddress, decideBeforeSending } from '../../../../../src-main/outbox/decide/before-sending';
import { admit } from '../../../../../src-main/outbox/decide/once-per-target';
import { monday, newJobId } from '../../../../support/outbox/test-database';

import { dispatch, jobRow } from '../../../../support/outbox/job-row';
const finding: Finding = { at: monday, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };
describe('reading before sending', () => {
  const ask = { flaggedAt: undefined, store: { confirmFirst: 'ask', notConfirmedSeenAt: undefined } } as const;
  const open = { finding, judgement: { is: 'open' } } as const;
  const queued = jobRow({ state: 'queued' });

  it('holds for an open cancel request until the seller agreed to this very claim', () => {
    const cancel = { finding, judgement: { is: 'cancel-requested', claimId: 'claim-7' } } as const;
    expect(decideBeforeSending(queued, cancel, ask)).toMatchObject({
      cause: 'found-harm',
      patch: { holdReason: 'cancel-requested' },
    });
    expect(
      decideBeforeSending({ ...queued, approved: [approvedClaim(queued.target, 'claim-6')] }, cancel, ask),
    ).toMatchObject({
      cause: 'found-harm',
    });
    expect(decideBeforeSending({ ...queued, approved: [approvedClaim(queued.target, 'claim-7')] }, cancel, ask)).toBe(
      'send',
    );
    // The id of one claim may stand in several orders of a parcel.
    expect(decideBeforeSending({ ...queued, approved: [approvedClaim('another', 'claim-7')] }, cancel, ask)).not.toBe(
      'send',
    );
  });

  it('holds for a changed address until the seller looked at this change', () => {
    const flagged = { ...ask, flaggedAt: monday };
    expect(decideBeforeSending(queued, open, flagged)).toMatchObject({ patch: { holdReason: 'address-changed' } });
    expect(decideBeforeSending({ ...queued, approved: [approvedAddress(monday)] }, open, flagged)).toBe('send');
    expect(decideBeforeSending({ ...queued, approved: [approvedAddress(monday - 1)] }, open, flagged)).not.toBe('send');
  });

  it('lets unconfirmed orders go until the market first says no, then does as the store says', () => {
    const notYet = { finding: { ...finding, placeOrderStatus: 'NOT_YET' }, judgement: { is: 'open' } } as const;
    const store = (confirmFirst: 'ask' | 'always' | 'never', seen?: number) => ({
      ...ask,
      store: { confirmFirst, notConfirmedSeenAt: seen },
    });
    expect(decideBeforeSending(queued, notYet, ask)).toBe('send');
    expect(decideBeforeSending(queued, notYet, store('ask', monday))).toEqual({
      cause: 'found-harm',
      patch: { finding: notYet.finding, readAt: monday, code: 'not-confirmed', holdReason: 'not-confirmed' },
    });
    expect(decideBeforeSending(queued, notYet, store('never', monday))).toBe('send');
    expect(decideBeforeSending(queued, notYet, store('always'))).toBe('confirm-first');
    expect(decideBeforeSending({ ...queued, afterJob: newJobId() }, notYet, store('always'))).toBe('send');
    // Databases hold the yes by this word.
    expect(decideBeforeSending({ ...queued, approved: ['not-confirmed'] }, notYet, store('ask', monday))).toBe('send');
  });

  it('confirms and asks about nothing that is confirmed', () => {
    const always = { ...ask, store: { confirmFirst: 'always', notConfirmedSeenAt: monday } } as const;
    expect(decideBeforeSending(queued, open, always)).toBe('send');
    expect(decideBeforeSending(queued, { ...open, finding: { at: monday } }, always)).toBe('send');
  });

  it('refuses without a call what is cancelled, returned, exchanged or unpaid', () => {
    const cancelled = { ...finding, productOrderStatus: 'CANCELED' };
    const judgement = { is: 'closed', isFinal: true } as const;
    expect(decideBeforeSending(queued, { finding: cancelled, judgement }, ask)).toEqual({
      cause: 'found-refused',
      patch: { finding: cancelled, readAt: monday, code: 'closed' },
    });
  });

  it('sends everything else: the market decides', () => {
    expect(decideBeforeSending(queued, { finding, judgement: { is: 'closed', isFinal: false } }, ask)).toBe('send');
  });
});

const liveJob = (state: JobRow['state']) => jobRow({ state });

const stock = (available: boolean): JobValues => ({ kind: 'stock', stock: { available } });

describe('once per target', () => {
  const wish = dispatch('602030405064');
  const other = dispatch('111122223333');
  it('is decided by what there is of the target already', () => {
    expect(admit(wish, undefined, undefined, false)).toEqual({ do: 'add' });
    for (const state of ['queued', 'sending', 'waiting', 'unknown', 'held'] as const) {
      expect(admit(dispatch('6020-3040-5064'), liveJob(state), undefined, true)).toMatchObject({ outcome: 'already' });
    }
    for (const state of ['queued', 'waiting', 'held'] as const) {
      expect(admit(other, liveJob(state), undefined, false)).toMatchObject({ outcome: 'conflict' });
      expect(admit(other, liveJob(state), undefined, true)).toMatchObject({ do: 'edit' });
    }
    for (const state of ['sending', 'unknown'] as const)
      expect(admit(other, liveJob(state), undefined, true)).toMatchObject({ outcome: 'in-flight' });
    expect(admit(wish, undefined, liveJob('succeeded'), true)).toMatchObject({ outcome: 'already' });
    expect(admit(other, undefined, liveJob('succeeded'), true)).toMatchObject({ outcome: 'sent' });
  });

  it('lets a newer stock answer replace one that waits and come after one on its way', () => {
    const live = (state: JobRow['state']) => jobRow({ kind: 'stock', values: stock(true), state });
    expect(admit(stock(false), live('queued'), undefined, false)).toMatchObject({ do: 'edit' });
    expect(admit(stock(false), live('sending'), undefined, false)).toEqual({ do: 'add-behind' });
    expect(admit(stock(true), live('sending'), undefined, false)).toMatchObject({ outcome: 'already' });
  });
});

describe('back-off and growing pauses', () => {
  it('stay within their bounds', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        expect(backOffMs(failures, random)).toBeGreaterThanOrEqual(1000);
        expect(backOffMs(failures, random)).toBeLessThanOrEqual(15 * 60_000);
        expect(growingPauseMs(failures)).toBeLessThanOrEqual(5 * 60_000);
      }),
    );
    expect(backOffMs(1, 1)).toBe(4000);
  });
});
