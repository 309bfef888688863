import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobStates, nextState, transitions } from '../../../../src-preload/contract/job';
import type { Finding, JobValues } from '../../../../src-preload/contract/job';
import type { JobRow } from '../../../../src-main/database/rows';
import type { SendOutcome, StoreTrouble } from '../../../../src-main/markets/market';
import { backOffMs, growingPauseMs } from '../../../../src-main/outbox/back-off';
import { approvedAddress, decideBeforeSending } from '../../../../src-main/outbox/before-sending';
import { admit } from '../../../../src-main/outbox/once-per-target';
import { reconcileJob } from '../../../../src-main/outbox/reconcile';
import type { Found } from '../../../../src-main/outbox/reconcile';
import { settleJob } from '../../../../src-main/outbox/settle';
import { answeredCall, isBug, noSuspicion, refusedCall } from '../../../../src-main/outbox/suspicion';
import { consequenceOf } from '../../../../src-main/outbox/troubles';
import { monday, newJobId, newStoreId } from '../../../support/outbox/desk';

const dispatch = (trackingNumber: string): JobValues => ({
  kind: 'dispatch',
  dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber },
});

function jobRow(more: Partial<JobRow> = {}): JobRow {
  return {
    seq: 1,
    id: newJobId(),
    storeId: newStoreId(),
    kind: 'dispatch',
    target: '2026030200000001',
    orderId: undefined,
    values: dispatch('602030405064'),
    state: 'sending',
    code: undefined,
    message: undefined,
    holdReason: undefined,
    finding: undefined,
    readAt: undefined,
    reread: false,
    revision: 0,
    failures: 0,
    attempts: 1,
    batchCap: undefined,
    priority: 1,
    approved: [],
    wait: undefined,
    dueAt: monday,
    plannedAt: monday,
    afterJob: undefined,
    callId: 'call',
    answerCode: undefined,
    answerMessage: undefined,
    inCircuit: false,
    batchId: undefined,
    importId: undefined,
    sheetRow: undefined,
    recipient: undefined,
    productName: undefined,
    createdAt: monday,
    changedAt: monday,
    ...more,
  };
}

const classes = { '104119': 'rejected', '9999': 'unknown', 'GW.X': 'transient' } as const;
const context = (more: object = {}) => ({
  market: {
    reads: ['dispatch', 'confirm'] as const,
    classOf: (_kind: string, code: string) =>
      Object.entries(classes).find(([one]) => one === code)?.[1] ?? ('unknown' as const),
  },
  endedAt: monday,
  random: 0.5,
  size: 30,
  isBug: false,
  ...more,
});
const troubles: readonly StoreTrouble['kind'][] = [
  'offline',
  'rate',
  'quota',
  'ip',
  'secret',
  'permission',
  'blocked',
  'no-path',
  'clock',
  'market',
];
const outcome: fc.Arbitrary<SendOutcome> = fc.oneof(
  fc.constantFrom('104119', '9999', 'GW.X', '777777').map((code): SendOutcome => ({
    type: 'answered',
    verdicts: new Map([['2026030200000001', { yes: false, code, message: '' }]]),
  })),
  fc.constant<SendOutcome>({ type: 'answered', verdicts: new Map([['2026030200000001', { yes: true }]]) }),
  fc.constant<SendOutcome>({ type: 'answered', verdicts: new Map([['1', { yes: true }]]) }),
  fc.constant<SendOutcome>({ type: 'no-answer' }),
  fc.constant<SendOutcome>({ type: 'refused-whole', code: '000400', message: '' }),
  fc.constantFrom(...troubles).map((kind): SendOutcome => ({ type: 'not-applied', trouble: { kind } })),
);

describe('the answer to a call', () => {
  it('always moves a sending job by a transition that exists', () => {
    fc.assert(
      fc.property(outcome, fc.integer({ min: 1, max: 30 }), fc.boolean(), (answer, size, bug) => {
        const { cause } = settleJob(jobRow(), answer, context({ size, isBug: bug }));
        expect(nextState('sending', cause)).toBeDefined();
      }),
    );
  });

  it('is yes only when the market named the target among the yeses', () => {
    fc.assert(
      fc.property(outcome, (answer) => {
        const { cause } = settleJob(jobRow(), answer, context());
        const said = answer.type === 'answered' && answer.verdicts.get('2026030200000001')?.yes === true;
        expect(cause === 'answered-yes').toBe(said);
      }),
    );
  });

  it('costs no failure when the store is in trouble or the rate was too high', () => {
    for (const kind of troubles) {
      const { cause, patch } = settleJob(
        jobRow({ failures: 2 }),
        { type: 'not-applied', trouble: { kind } },
        context(),
      );
      expect(cause).toBe('certainly-not-applied');
      expect(patch.failures ?? 2).toBe(2);
    }
  });

  it('that says nothing about a job leaves it unknown, to be read ten seconds later', () => {
    for (const answer of [{ type: 'no-answer' }, { type: 'answered', verdicts: new Map() }] satisfies SendOutcome[]) {
      expect(settleJob(jobRow(), answer, context())).toMatchObject({
        cause: 'no-certain-answer',
        patch: { dueAt: monday + 10_000 },
      });
    }
  });

  it('with a code nobody listed is read before it is believed', () => {
    const answer: SendOutcome = {
      type: 'answered',
      verdicts: new Map([['2026030200000001', { yes: false, code: '777777', message: '새 코드' }]]),
    };
    expect(settleJob(jobRow(), answer, context())).toMatchObject({
      cause: 'no-certain-answer',
      patch: { answerCode: '777777' },
    });
  });
});

describe('splitting a call that was refused as a whole', () => {
  it('finds one bad line among n with two extra calls a halving: for 30, at most 2 log2(30) + 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), (size, at) => {
        const bad = at % size;
        let calls = 0;
        const queue: { jobs: number[]; cap: number }[] = [{ jobs: Array.from({ length: size }, (_, n) => n), cap: 30 }];
        const refused: number[] = [];
        while (queue.length > 0) {
          const next = queue.shift();
          if (next === undefined) break;
          for (let from = 0; from < next.jobs.length; from += next.cap) {
            const jobs = next.jobs.slice(from, from + next.cap);
            calls += 1;
            if (!jobs.includes(bad)) continue;
            const decision = settleJob(
              jobRow(),
              { type: 'refused-whole', code: '000400', message: '' },
              context({ size: jobs.length }),
            );
            if (decision.cause === 'answered-no') refused.push(...jobs);
            else queue.push({ jobs, cap: decision.patch.batchCap ?? 0 });
          }
        }
        expect(refused).toEqual([bad]);
        expect(calls - 1).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size)));
        if (size === 30) expect(calls - 1).toBeLessThanOrEqual(2 * Math.log2(30) + 1);
      }),
    );
  });

  it('points at our code when two jobs alone are refused and nothing went through', () => {
    const [a, b] = [newJobId(), newJobId()];
    let suspicion = refusedCall(noSuspicion, [a, b], false);
    suspicion = refusedCall(suspicion, [a], true);
    expect(isBug(suspicion)).toBe(false);
    expect(isBug(refusedCall(suspicion, [b], true))).toBe(true);
    expect(isBug(refusedCall(refusedCall(answeredCall, [a], true), [b], true))).toBe(false);
    expect(isBug(refusedCall(refusedCall(refusedCall(noSuspicion, [a], false), [b], false), [b], false))).toBe(true);
    expect(isBug(refusedCall(refusedCall(noSuspicion, [a], false), [a], false))).toBe(false);
  });
});

const finding: Finding = { at: monday, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };
const found: fc.Arbitrary<Found> = fc.oneof(
  fc.constant<Found>({ is: 'missing' }),
  fc.constant<Found>({ is: 'refused', code: '100001', message: '' }),
  fc
    .constantFrom(
      { is: 'done' } as const,
      { is: 'other' } as const,
      { is: 'open' } as const,
      { is: 'closed' } as const,
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
  });

  it("lets the market's own word stand when nothing was shipped", () => {
    const open: Found = { is: 'found', finding, judgement: { is: 'open' } };
    const job = jobRow({ state: 'unknown', answerCode: '9999', answerMessage: '주문상태를 확인하세요' });
    expect(reconcileJob(job, open, now)).toMatchObject({
      cause: 'found-refused',
      patch: { code: '9999', message: '주문상태를 확인하세요' },
    });
  });

  it('asks hourly for what the readings do not return', () => {
    expect(reconcileJob(jobRow({ state: 'unknown' }), { is: 'missing' }, now)).toEqual({
      cause: undefined,
      patch: { code: 'not-found', dueAt: monday + 3_600_000 },
    });
  });
});

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
    expect(decideBeforeSending({ ...queued, approved: ['claim-6'] }, cancel, ask)).toMatchObject({
      cause: 'found-harm',
    });
    expect(decideBeforeSending({ ...queued, approved: ['claim-7'] }, cancel, ask)).toBe('send');
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
    expect(decideBeforeSending(queued, notYet, store('ask', monday))).toMatchObject({
      patch: { holdReason: 'not-confirmed' },
    });
    expect(decideBeforeSending(queued, notYet, store('never', monday))).toBe('send');
    expect(decideBeforeSending(queued, notYet, store('always'))).toBe('confirm-first');
    expect(decideBeforeSending({ ...queued, afterJob: newJobId() }, notYet, store('always'))).toBe('send');
  });

  it('sends everything else: the market decides', () => {
    expect(decideBeforeSending(queued, { finding, judgement: { is: 'closed' } }, ask)).toBe('send');
  });
});

describe('once per target', () => {
  const wish = dispatch('602030405064');
  const other = dispatch('111122223333');
  it('is decided by what there is of the target already', () => {
    const live = (state: JobRow['state']) => jobRow({ state });
    expect(admit(wish, undefined, undefined, false)).toEqual({ do: 'add' });
    for (const state of ['queued', 'sending', 'waiting', 'unknown', 'held'] as const) {
      expect(admit(dispatch('6020-3040-5064'), live(state), undefined, true)).toMatchObject({ outcome: 'already' });
    }
    for (const state of ['queued', 'waiting', 'held'] as const) {
      expect(admit(other, live(state), undefined, false)).toMatchObject({ outcome: 'conflict' });
      expect(admit(other, live(state), undefined, true)).toMatchObject({ do: 'edit' });
    }
    for (const state of ['sending', 'unknown'] as const)
      expect(admit(other, live(state), undefined, true)).toMatchObject({ outcome: 'in-flight' });
    expect(admit(wish, undefined, live('succeeded'), true)).toMatchObject({ outcome: 'already' });
    expect(admit(other, undefined, live('succeeded'), true)).toMatchObject({ outcome: 'sent' });
  });

  it('lets a newer stock answer replace one that waits and come after one on its way', () => {
    const stock = (available: boolean): JobValues => ({ kind: 'stock', stock: { available } });
    const live = (state: JobRow['state']) => jobRow({ kind: 'stock', values: stock(true), state });
    expect(admit(stock(false), live('queued'), undefined, false)).toMatchObject({ do: 'edit' });
    expect(admit(stock(false), live('sending'), undefined, false)).toEqual({ do: 'add-behind' });
    expect(admit(stock(true), live('sending'), undefined, false)).toMatchObject({ outcome: 'already' });
  });
});

describe('pauses and back-off', () => {
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

  it('have a cause, a since and, where a probe can end them, an until', () => {
    const pause = (kind: StoreTrouble['kind'], more: object = {}) => consequenceOf({ kind, ...more }, monday);
    expect(pause('ip')).toMatchObject({ do: 'pause', pause: { cause: 'ip', since: monday, until: monday + 900_000 } });
    expect(pause('quota')).toMatchObject({ pause: { until: monday + 3_600_000 } });
    expect(pause('quota', { retryAfterMs: 1000 })).toMatchObject({ pause: { until: monday + 1000 } });
    expect(pause('secret')).toEqual({ do: 'pause', pause: { cause: 'secret', since: monday } });
    expect(pause('blocked')).toEqual({ do: 'open-circuit', by: 'blocked' });
  });
});

it('the table of transitions has no way out of a settled state but from rejected', () => {
  for (const state of jobStates) {
    const out = Object.keys(transitions[state]);
    if (state === 'succeeded' || state === 'cancelled') expect(out).toEqual([]);
    else expect(out.length).toBeGreaterThan(0);
  }
});
