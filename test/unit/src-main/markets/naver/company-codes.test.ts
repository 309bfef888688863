import { describe, expect, it } from 'vitest';
import { createCompanyCodes } from '../../../../../src-main/markets/naver/company-codes';
import { judge } from '../../../../../src-main/markets/naver/judge';
import type { SendOutcome } from '../../../../../src-main/markets/market';
import { resolveCourier } from '../../../../../src-preload/contract/markets/naver/courier-aliases';
import { companyName, isCompanyCode } from '../../../../../src-preload/contract/markets/naver/companies';

const job = (target: string, deliveryCompanyCode: string) => ({
  target,
  dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode, trackingNumber: '1' } as const,
});
/** A market that takes these codes; sends until nothing is to be sent again. */
function send(known: Record<string, string>, taken: readonly string[], jobs: ReturnType<typeof job>[]) {
  const remembered: Record<string, string>[] = [];
  const codes = createCompanyCodes(known, (now) => remembered.push({ ...now }));
  const calls: (string | undefined)[][] = [];
  const ends = new Map<string, boolean>();
  let left = jobs;
  while (left.length > 0 && calls.length < 10) {
    const sent = codes.asSent(left);
    calls.push(sent.map(({ dispatch }) => dispatch.deliveryCompanyCode));
    const outcome: SendOutcome = {
      type: 'answered',
      verdicts: new Map(
        sent.map(({ target, dispatch }) => [
          target,
          taken.includes(dispatch.deliveryCompanyCode ?? '')
            ? ({ yes: true } as const)
            : ({ yes: false, code: '104119', message: '' } as const),
        ]),
      ),
    };
    const learnt = codes.learn(sent, outcome);
    const again = new Set<string>();
    for (const [target, verdict] of learnt.type === 'answered' ? learnt.verdicts : []) {
      if (!verdict.yes && verdict.again === true) again.add(target);
      else ends.set(target, verdict.yes);
    }
    left = left.filter(({ target }) => again.has(target));
  }
  return { calls, ends: Object.fromEntries(ends), remembered };
}

describe('a courier that was renamed', () => {
  it('is tried once under its other code, and the one that was taken is remembered', () => {
    expect(send({}, ['FRESH'], [job('1', 'KURLY'), job('2', 'KURLY'), job('3', 'CJGLS')])).toEqual({
      calls: [
        ['KURLY', 'KURLY', 'CJGLS'],
        ['FRESH', 'FRESH'],
      ],
      ends: { 1: true, 2: true, 3: false },
      remembered: [{ KURLY: 'FRESH', FRESH: 'FRESH' }],
    });
    expect(send({ KURLY: 'FRESH', FRESH: 'FRESH' }, ['FRESH'], [job('1', 'KURLY')])).toEqual({
      calls: [['FRESH']],
      ends: { 1: true },
      remembered: [],
    });
  });

  it('is refused where neither code is taken, after one try of each', () => {
    expect(send({}, [], [job('1', 'FRESH')])).toEqual({
      calls: [['FRESH'], ['KURLY']],
      ends: { 1: false },
      remembered: [],
    });
  });

  it('goes back to the new code where a store takes no longer the one that was remembered', () => {
    const { calls, remembered } = send({ KURLY: 'FRESH', FRESH: 'FRESH' }, ['KURLY'], [job('1', 'KURLY')]);
    expect(calls).toEqual([['FRESH'], ['KURLY']]);
    expect(remembered.at(-1)).toEqual({ KURLY: 'KURLY', FRESH: 'KURLY' });
  });

  it('is one courier under both codes, and keeps its name', () => {
    const values = { kind: 'dispatch', dispatch: job('1', 'KURLY').dispatch } as const;
    const finding = { at: 1, productOrderStatus: 'DELIVERING', deliveryMethod: 'DELIVERY', trackingNumber: '1' };
    expect(judge(values, { ...finding, deliveryCompanyCode: 'FRESH' })).toEqual({ is: 'done' });
    expect(judge(values, { ...finding, deliveryCompanyCode: 'CJGLS' })).toEqual({ is: 'other' });
    expect([companyName('KURLY'), companyName('FRESH'), isCompanyCode('FRESH')]).toEqual([
      '컬리넥스트마일',
      '컬리넥스트마일',
      true,
    ]);
  });
});

it('knows newer names of couriers, and asks where one name has had two couriers', () => {
  expect(resolveCourier('오네')).toMatchObject({ is: 'code', code: 'CJGLS' });
  expect(resolveCourier('CJ 오네')).toMatchObject({ is: 'code', code: 'CJGLS' });
  expect(resolveCourier('cj one')).toMatchObject({ is: 'code', code: 'CJGLS' });
  expect(resolveCourier('세븐일레븐택배')).toMatchObject({ is: 'ask', candidates: ['HYUNDAI', 'CJGLS'] });
});
