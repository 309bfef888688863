import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobStates, nextState, transitions } from '../../../../../src-preload/contract/job-states';
import type { SendOutcome, StoreFailure } from '../../../../../src-main/markets/market';
import { settleJob } from '../../../../../src-main/outbox/decide/settle';
import { monday } from '../../../../support/outbox/test-database';

import { jobRow } from '../../../../support/outbox/job-row';
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
const troubles: readonly StoreFailure['kind'][] = [
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
  fc.constantFrom(...troubles).map((kind): SendOutcome => ({ type: 'not-applied', failure: { kind } })),
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
        { type: 'not-applied', failure: { kind } },
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

  it('with a code no one listed is read before it is believed', () => {
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
  it('finds one bad line among n with two extra calls a halving', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), (size, at) => {
        const { refused, calls } = split(size, at % size);
        expect(refused).toEqual([at % size]);
        expect(calls - 1).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size)));
      }),
    );
  });

  it.each(Array.from({ length: 30 }, (_, bad) => bad))('finds line %i of a full call in 2 log2(30) + 1 more', (bad) => {
    const { refused, calls } = split(30, bad);
    expect(refused).toEqual([bad]);
    expect(calls - 1).toBeLessThanOrEqual(2 * Math.log2(30) + 1);
  });
});

/** What becomes of a call of `size` lines of which one is bad. */
function split(size: number, bad: number): { refused: number[]; calls: number } {
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
  return { refused, calls };
}

it('the table of transitions has no way out of a settled state but from rejected, and by the seller’s own hand from cancelled', () => {
  for (const state of jobStates) {
    const out = Object.keys(transitions[state]);
    if (state === 'cancelled') expect(out.every((cause) => /^(put-back|taken-back-to-)/u.test(cause))).toBe(true);
    else if (state === 'succeeded') expect(out).toEqual([]);
    else expect(out.length).toBeGreaterThan(0);
  }
});

it('sends once more, at once and without a failure, what the client of the market will send otherwise', () => {
  const job = jobRow({ state: 'sending', failures: 1 });
  const verdict = { yes: false, code: '104119', message: '', again: true } as const;
  const answer: SendOutcome = { type: 'answered', verdicts: new Map([[job.target, verdict]]) };
  const decision = settleJob(job, answer, context());
  expect(decision).toMatchObject({ cause: 'certainly-not-applied', patch: { wait: 'back-off', dueAt: monday } });
  expect(decision.patch).not.toHaveProperty('failures');
});
