import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmOutcome } from '../../../../../src-main/markets/naver/confirm';
import { dispatchOutcome } from '../../../../../src-main/markets/naver/dispatch';
import { productOrderIdsOutcome } from '../../../../../src-main/markets/naver/product-order-ids';
import { queryOutcome } from '../../../../../src-main/markets/naver/query';
import { outcomeWithoutBody, readingWithoutBody } from '../../../../../src-main/markets/naver/verdicts';
import { answerOf } from '../../../../support/http/scripted-request';

const id = fc.integer({ min: 1, max: 5 }).map(String);
const asked = ['1', '2', '3'];

describe('what the market says of the jobs in a call', () => {
  it('is yes or no exactly for asked ids that stand in one list alone', () => {
    fc.assert(
      fc.property(fc.array(id), fc.array(id), (yes, no) => {
        const body = {
          traceId: 't',
          data: {
            successProductOrderIds: yes,
            failProductOrderInfos: no.map((productOrderId) => ({ productOrderId, code: '104119', message: '' })),
          },
        };
        const outcome = dispatchOutcome(asked, answerOf({ status: 200, body }));
        if (outcome.type !== 'answered') return false;
        return asked.every((one) => {
          const verdict = outcome.verdicts.get(one);
          if (yes.includes(one) === no.includes(one)) return verdict === undefined;
          return verdict?.yes === yes.includes(one);
        });
      }),
    );
  });

  it('is never invented, whatever JSON comes with whatever status', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.json(), (status, body) => {
        const answer = answerOf({ status, body });
        for (const outcome of [dispatchOutcome(asked, answer), confirmOutcome(asked, answer)]) {
          // Certain or not is a matter of the status; a yes needs the documented list.
          if (outcome.type === 'answered') expect([...outcome.verdicts]).toEqual([]);
          if ([400, 401, 403, 429].includes(status)) expect(outcome.type).toMatch(/not-applied|refused-whole/);
          if (status >= 500) expect(outcome.type).toBe('no-answer');
        }
        const read = queryOutcome(asked, answer);
        if (read.type === 'answered') expect([...read.findings]).toEqual([]);
        expect(productOrderIdsOutcome('1', answer).type).toMatch(/answered|not-applied/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an answer without a 200', () => {
  const said = { code: '104105', message: '말' };
  const fault = { is: 'web-page' } as const;

  it.each([
    [
      { type: 'trouble', failure: { kind: 'rate', code: '429' } },
      { type: 'not-applied', failure: { kind: 'rate', code: '429' } },
    ],
    [
      { type: 'refused-whole', ...said },
      { type: 'refused-whole', ...said },
    ],
    [
      { type: 'not-there', ...said },
      { type: 'no-answer', ...said },
    ],
    [
      { type: 'no-answer', ...said },
      { type: 'no-answer', ...said },
    ],
    [
      { type: 'no-answer', ...said, fault },
      { type: 'no-answer', ...said, fault },
    ],
  ] as const)('%j is for a write %j', (weight, outcome) => {
    expect(outcomeWithoutBody(weight)).toStrictEqual(outcome);
  });

  it.each([
    [
      { type: 'trouble', failure: { kind: 'rate', code: '429' } },
      { type: 'trouble', failure: { kind: 'rate', code: '429' } },
    ],
    [
      { type: 'refused-whole', ...said },
      { type: 'refused-whole', ...said },
    ],
    [
      { type: 'not-there', ...said },
      { type: 'trouble', failure: { kind: 'market', ...said } },
    ],
    [
      { type: 'no-answer', ...said, message: '' },
      { type: 'trouble', failure: { kind: 'market', code: '104105' } },
    ],
    [
      { type: 'no-answer', ...said, fault },
      { type: 'trouble', failure: { kind: 'market', ...said, fault } },
    ],
    [
      { type: 'no-answer', ...said, wait: {} },
      { type: 'trouble', failure: { kind: 'blocked', ...said } },
    ],
  ] as const)('%j is for a reading %j', (weight, outcome) => {
    expect(readingWithoutBody(weight)).toStrictEqual(outcome);
  });
});

describe('a 503 of whoever stands before the market', () => {
  const away = answerOf({ status: 503, body: '<html>503</html>', headers: { 'retry-after': '30' } });

  it('leaves a write unknown', () => {
    expect(dispatchOutcome(asked, away)).toMatchObject({ type: 'no-answer', code: '503' });
    expect(confirmOutcome(asked, away)).toMatchObject({ type: 'no-answer', code: '503' });
  });

  it('tells of a read that the market is away, and for how long', () => {
    const failure = { kind: 'blocked', code: '503', retryAfterMs: 30_000 };
    expect(queryOutcome(asked, away)).toEqual({ type: 'trouble', failure });
    expect(productOrderIdsOutcome('1', away)).toEqual({ type: 'not-applied', failure });
    expect(queryOutcome(asked, answerOf({ status: 502, body: '<html>' }))).toMatchObject({
      failure: { kind: 'market' },
    });
  });
});
