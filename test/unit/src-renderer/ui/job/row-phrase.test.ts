import { beforeAll, expect, it } from 'vitest';
import { ownCodes } from '../../../../../src-preload/contract/codes';
import { jobSchema } from '../../../../../src-preload/contract/job';
import type { HoldReason } from '../../../../../src-preload/contract/job';
import { jobStates } from '../../../../../src-preload/contract/job-states';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import { storeSchema } from '../../../../../src-preload/contract/store';
import { log } from '../../../../../src-preload/contract/text/ko/log';
import { longestPhrase, phraseOf } from '../../../../../src-renderer/ui/job/row-phrase';
import { useAppState } from '../../../../../src-renderer/state/app-state';
import { wordsFor } from '../../../../../src-renderer/ui/job/job-words';
import { monday } from '../../../../support/outbox/test-database';

const storeId = '018f0000-0000-7000-8000-000000000001';
beforeAll(() => {
  const store = { id: storeId, market: 'naver', label: '하늘상점', practice: false, accountId: 'client0001' };
  useAppState.setState({ stores: [storeSchema.parse({ ...store, hasSecrets: true, confirmFirst: 'ask' })] });
});

const job = (state: JobState, more: object = {}) =>
  jobSchema.parse({
    id: '018f0000-0000-7000-8000-000000000002',
    storeId,
    kind: 'dispatch',
    target: '2026112100000011',
    values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
    state,
    revision: 1,
    seq: 1,
    attempts: 0,
    failures: 0,
    createdAt: monday,
    changedAt: monday,
    ...more,
  });
const phrase = (state: JobState, more: object = {}) => {
  const one = job(state, more);
  return phraseOf({ is: 'job', job: one }, wordsFor(one, monday, 'quota').title);
};

it.each(jobStates)('of %s fits its column, whatever the code', (state) => {
  for (const code of [undefined, ...Object.keys(ownCodes), '104443', '104442', '9999']) {
    expect(phrase(state, code === undefined ? {} : { code }).length, code).toBeLessThanOrEqual(longestPhrase);
  }
});

it('of a hold fits its column, whatever the reason', () => {
  const reasons = Object.keys(log.holds) as HoldReason[];
  for (const holdReason of reasons) {
    const said = phrase('held', { holdReason, code: holdReason });
    expect(said.length, said).toBeLessThanOrEqual(longestPhrase);
  }
  const hoped = { at: monday, hopeDeliveryYmd: '20261130' };
  expect(phrase('held', { holdReason: 'hope-date', code: 'hope-date', finding: hoped })).toBe('희망일 11월 30일');
});

it('keeps a sentence that fits, and says in a few words what helps where it does not', () => {
  expect(phrase('rejected', { code: '104443' })).toBe('발주 확인 전');
  expect(phrase('rejected', { code: 'conflict' })).toBe('다시 읽을 수 있어요');
  expect(phrase('held', { holdReason: 'pick-up', code: 'pick-up' })).toBe('방문수령 주문이에요.');
  expect(phrase('succeeded')).toBe('');
});
