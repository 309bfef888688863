import { describe, expect, it } from 'vitest';
import type { JobRow } from '../../../../../src-main/database/rows';
import type { Judgement, Obstacle } from '../../../../../src-main/markets/market';
import { approvedClaim } from '../../../../../src-main/outbox/decide/approved-claim';
import {
  approvedAddress,
  approvedConflict,
  approvedSpecial,
  approvedUnread,
  decideBeforeSending,
} from '../../../../../src-main/outbox/decide/before-sending';
import { reconcileJob } from '../../../../../src-main/outbox/decide/reconcile';
import type { Found } from '../../../../../src-main/outbox/decide/reconcile';
import { jobRow } from '../../../../support/outbox/job-row';
import { monday } from '../../../../support/outbox/test-database';

const finding = { at: monday, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };
const minute = 60_000;

describe('a reading before sending', () => {
  const store = { confirmFirst: 'ask', notConfirmedSeenAt: undefined } as const;
  const read = { finding, readAt: monday };
  const decided = (judgement: Judgement, obstacles: Obstacle[] = [], more: Partial<JobRow> = {}, flaggedAt?: number) =>
    decideBeforeSending(jobRow({ state: 'queued', ...more }), { finding, judgement, obstacles }, { flaggedAt, store });

  it.each<[Judgement, object]>([
    [{ is: 'done' }, { cause: 'found-done', patch: { ...read, code: 'already-dispatched' } }],
    [{ is: 'other' }, { cause: 'found-other', patch: { ...read, code: 'conflict' } }],
    [
      { is: 'closed', isFinal: true },
      { cause: 'found-refused', patch: { ...read, code: 'closed' } },
    ],
    [
      { is: 'cancel-requested', claimId: 'c1' },
      { cause: 'found-harm', patch: { ...read, code: 'cancel-requested', holdReason: 'cancel-requested' } },
    ],
  ])('of %o decides', (judgement, verdict) => {
    expect(decided(judgement)).toEqual(verdict);
  });

  it('lets go what is open, closed in an unknown way, or agreed to', () => {
    expect(decided({ is: 'open' })).toBe('send');
    expect(decided({ is: 'closed', isFinal: false })).toBe('send');
    expect(
      decided({ is: 'cancel-requested', claimId: 'c1' }, [], { approved: [approvedClaim(jobRow({}).target, 'c1')] }),
    ).toBe('send');
    expect(
      decided({ is: 'cancel-requested', claimId: 'c2' }, [], { approved: [approvedClaim(jobRow({}).target, 'c1')] }),
    ).not.toBe('send');
  });

  it('is stopped by what the market knows of the order', () => {
    expect(decided({ is: 'open' }, [{ is: 'not-ours', code: 'logistics-ships' }])).toEqual({
      cause: 'found-refused',
      patch: { ...read, code: 'logistics-ships' },
    });
    expect(decided({ is: 'open' }, [{ is: 'too-early', code: 'gift-not-accepted' }])).toEqual({
      cause: 'found-too-early',
      patch: { ...read, code: 'gift-not-accepted', wait: 'back-off', dueAt: monday + 30 * minute },
    });
    expect(decided({ is: 'open' }, [{ is: 'doubtful', reason: 'pick-up' }])).toEqual({
      cause: 'found-harm',
      patch: { ...read, code: 'pick-up', holdReason: 'pick-up' },
    });
    expect(decided({ is: 'open' }, [{ is: 'doubtful', reason: 'hope-date', until: monday + minute }])).toEqual({
      cause: 'found-harm',
      patch: { ...read, code: 'hope-date', holdReason: 'hope-date', dueAt: monday + minute },
    });
    // Without a day the time at which it is due stays as it is.
    const held = decided({ is: 'open' }, [{ is: 'doubtful', reason: 'pick-up' }]);
    expect(held).not.toHaveProperty('patch.dueAt');
    // An add-on stops nothing by itself: what follows behind it still does.
    expect(decided({ is: 'open' }, [{ is: 'add-on' }])).toBe('send');
    const behind: Obstacle[] = [{ is: 'add-on' }, { is: 'not-ours', code: 'logistics-ships' }];
    expect(decided({ is: 'open' }, behind)).toMatchObject({ cause: 'found-refused' });
  });

  it('is stopped by a changed address until a yes to that very change', () => {
    const held = { cause: 'found-harm', patch: { ...read, code: 'address-changed', holdReason: 'address-changed' } };
    expect(decided({ is: 'open' }, [], {}, 7)).toEqual(held);
    expect(decided({ is: 'open' }, [], { approved: [approvedAddress(6)] }, 7)).toEqual(held);
    expect(decided({ is: 'open' }, [], { approved: [approvedAddress(7)] }, 7)).toBe('send');
    expect(decided({ is: 'open' }, [], { kind: 'confirm' }, 7)).toBe('send');
  });

  it('is not stopped by what a yes covers, and only by exactly that', () => {
    const { target } = jobRow();
    const yes = approvedSpecial('pick-up', target, finding);
    expect(decided({ is: 'open' }, [{ is: 'doubtful', reason: 'pick-up' }], { approved: [yes] })).toBe('send');
    expect(decided({ is: 'open' }, [{ is: 'doubtful', reason: 'hope-date' }], { approved: [yes] })).not.toBe('send');
    // A yes goes no further than the obstacle it was given for.
    const both: Obstacle[] = [
      { is: 'doubtful', reason: 'pick-up' },
      { is: 'not-ours', code: 'logistics-ships' },
    ];
    expect(decided({ is: 'open' }, both, { approved: [yes] })).toMatchObject({ cause: 'found-refused' });
  });

  it('knows each yes by what it was given for', () => {
    const hoped = { ...finding, hopeDeliveryYmd: '20260304', initialQuantity: 3, remainQuantity: 2 };
    const all = [
      approvedUnread('1'),
      approvedConflict('1'),
      approvedSpecial('pick-up', '1', hoped),
      approvedSpecial('hope-date', '1', hoped),
      approvedSpecial('hope-date', '1', { ...hoped, hopeDeliveryYmd: '20260305' }),
      approvedSpecial('partly-cancelled', '1', hoped),
      approvedSpecial('partly-cancelled', '1', { ...hoped, remainQuantity: 1 }),
      approvedSpecial('partly-cancelled', '1', { ...hoped, initialQuantity: 4 }),
    ];
    expect(new Set(all).size).toBe(all.length);
    const ofAnother = [approvedUnread('2'), approvedConflict('2'), approvedSpecial('pick-up', '2', hoped)];
    for (const token of ofAnother) expect(all).not.toContain(token);
    expect(approvedSpecial('hope-date', '1', undefined)).not.toBe(approvedSpecial('hope-date', '1', hoped));
    expect(approvedSpecial('partly-cancelled', '1', undefined)).toContain('partly-cancelled');
  });
});

describe('a reading after a call without a certain answer', () => {
  const context = { now: monday, random: 0.5, limit: 30 };
  const lost = (more: Partial<JobRow> = {}) => jobRow({ state: 'unknown', changedAt: monday - 5 * minute, ...more });
  const found = (judgement: Judgement): Found => ({ is: 'found', finding, judgement });
  const read = { finding, readAt: monday };
  const after = (judgement: Judgement, more: Partial<JobRow> = {}) =>
    reconcileJob(lost(more), found(judgement), context);

  it('of a market that shows it done is done, with a code where the market had refused', () => {
    expect(after({ is: 'done' })).toEqual({ cause: 'found-done', patch: { ...read, code: undefined } });
    expect(after({ is: 'done' }, { answerCode: '9999' }).patch.code).toBe('already-dispatched');
    expect(after({ is: 'done' }, { answerCode: '9999', kind: 'confirm' }).patch.code).toBe('already-confirmed');
    const registered = { is: 'same', code: 'cancel-overridden' } as const;
    expect(
      reconcileJob(lost(), { is: 'found', finding, judgement: { is: 'done' }, registered }, context).patch,
    ).toEqual({ ...read, code: 'cancel-overridden' });
    const nothing = { is: 'nothing' } as const;
    const shown: Found = { is: 'found', finding, judgement: { is: 'done' }, registered: nothing };
    expect(reconcileJob(lost(), shown, context).patch.code).toBeUndefined();
  });

  it('of another shipment is a conflict, of a claim a hold, of an end refused', () => {
    expect(after({ is: 'other' })).toEqual({ cause: 'found-other', patch: { ...read, code: 'conflict' } });
    expect(after({ is: 'cancel-requested', claimId: 'c1' })).toEqual({
      cause: 'found-harm',
      patch: { ...read, code: 'cancel-requested', holdReason: 'cancel-requested' },
    });
    expect(
      after({ is: 'cancel-requested', claimId: 'c1' }, { approved: [approvedClaim(jobRow({}).target, 'c1')] }).cause,
    ).toBe('found-not-applied');
    const answer = { answerCode: '9999', answerMessage: '확인' };
    expect(after({ is: 'closed', isFinal: true }, answer)).toEqual({
      cause: 'found-refused',
      patch: { ...read, code: 'closed', message: '확인' },
    });
    expect(after({ is: 'closed', isFinal: false }, answer).patch.code).toBe('9999');
    expect(after({ is: 'closed', isFinal: false }).patch.code).toBe('closed');
  });

  it('that leaves it out is repeated soon, then hourly', () => {
    expect(reconcileJob(lost(), { is: 'missing' }, context)).toEqual({
      cause: undefined,
      patch: { code: 'not-found', dueAt: monday + 20_000 },
    });
    expect(reconcileJob(lost({ code: 'not-found' }), { is: 'missing' }, context).patch.dueAt).toBe(
      monday + 60 * minute,
    );
    const refused = reconcileJob(lost(), { is: 'refused', code: '100001', message: '없음' }, context);
    expect(refused.patch.message).toBe('100001 없음');
    expect(reconcileJob(lost(), { is: 'refused', code: '100001', message: '' }, context).patch.message).toBe('100001');
  });

  it('of an open order lets it go again, ever smaller, three times at most', () => {
    const again = { ...read, wait: 'back-off' };
    expect(after({ is: 'open' })).toMatchObject({
      cause: 'found-not-applied',
      patch: { ...again, failures: 1, batchCap: 8 },
    });
    const second = after({ is: 'open' }, { failures: 1 });
    expect(second).toMatchObject({ cause: 'found-not-applied', patch: { failures: 2, batchCap: 1 } });
    expect(second.patch.dueAt).toBe(monday + 4_000);
    expect(after({ is: 'open' }, { failures: 2 })).toEqual({
      cause: 'rounds-used-up',
      patch: { ...read, failures: 3, code: 'no-certain-answer' },
    });
    expect(after({ is: 'open' }, { failures: 2, inCircuit: true }), 'costs no round').toMatchObject({
      cause: 'found-not-applied',
      patch: { failures: 2 },
    });
  });

  it('keeps the refusal of a market, but not before two minutes where an earlier call may have done it', () => {
    const refused = { answerCode: '9999', answerMessage: '확인' };
    const stands = { cause: 'found-refused', patch: { ...read, code: '9999', message: '확인' } };
    expect(after({ is: 'open' }, { ...refused, changedAt: monday })).toEqual(stands);
    const repeated = { ...refused, failures: 1 };
    expect(after({ is: 'open' }, { ...repeated, changedAt: monday - 2 * minute + 1 })).toEqual({
      cause: undefined,
      patch: { ...read, dueAt: monday + minute },
    });
    expect(after({ is: 'open' }, { ...repeated, changedAt: monday - 2 * minute })).toEqual(stands);
  });
});
