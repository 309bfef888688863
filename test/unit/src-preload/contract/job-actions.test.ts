import { describe, expect, it } from 'vitest';
import { holdReasons } from '../../../../src-preload/contract/job';
import type { HoldReason } from '../../../../src-preload/contract/job';
import {
  asksConfirmFirst,
  canChangeByRetry,
  canDo,
  canGoByFile,
  differsAtMarket,
  isBehindConfirm,
  isInFile,
  offeredActions,
} from '../../../../src-preload/contract/job-rules';
import type { JobAction, JobFacts, RowAction } from '../../../../src-preload/contract/job-rules';
import { jobKinds, jobStates, transitions } from '../../../../src-preload/contract/job-states';
import type { JobKind, JobState } from '../../../../src-preload/contract/job-states';
import { naverRules } from '../../../../src-preload/contract/markets/naver/rules';

const dispatch = { kind: 'dispatch' } as const;
const rejected = (code: string | undefined, kind: JobKind = 'dispatch'): JobFacts => ({
  kind,
  state: 'rejected',
  code,
});
const held = (holdReason: HoldReason | undefined, kind: JobKind = 'dispatch'): JobFacts => ({
  kind,
  state: 'held',
  holdReason,
});
/** The states in which an action is allowed, given what else is known of the job. */
const allowed = (action: JobAction, more: Partial<JobFacts> = {}): JobState[] =>
  jobStates.filter((state) => canDo(action, { ...dispatch, ...more, state }));
const kindsFor = (action: JobAction, job: Omit<JobFacts, 'kind'>): JobKind[] =>
  jobKinds.filter((kind) => canDo(action, { ...job, kind }));

it('every transition leads to a state', () => {
  const after = jobStates.flatMap((state) => Object.values<string>(transitions[state]));
  expect(after.length).toBeGreaterThan(40);
  for (const state of after) expect(jobStates).toContain(state);
});

describe('the states in which the seller may', () => {
  it.each<[JobAction, Partial<JobFacts>, JobState[]]>([
    ['retry', {}, ['rejected']],
    ['retry', { wait: 'back-off' }, ['waiting', 'rejected']],
    ['retry', { wait: 'store' }, ['waiting', 'rejected']],
    ['edit', {}, ['queued', 'waiting', 'rejected']],
    ['edit', { holdReason: 'conflict' }, ['queued', 'waiting', 'held', 'rejected']],
    ['exclude', {}, ['queued', 'waiting', 'held', 'rejected']],
    ['approve', {}, ['held']],
    ['decline', {}, ['held']],
    ['take-all', {}, []],
    ['take-all', { holdReason: 'several-product-orders' }, ['held']],
    ['confirm-then-dispatch', {}, ['queued', 'rejected']],
    ['confirm-then-dispatch', { holdReason: 'not-confirmed' }, ['queued', 'held', 'rejected']],
    ['by-file', {}, ['queued', 'waiting']],
    ['by-file', { wait: 'step-before' }, []],
    ['by-file', { wait: 'step-before', code: 'after-main-product' }, ['queued', 'waiting']],
    ['put-back', {}, []],
    ['put-back', { code: 'replaced' }, []],
    ['put-back', { code: 'excluded' }, ['cancelled']],
    ['reread', {}, jobStates.filter((state) => state !== 'sending')],
    ['settled-by-hand', {}, ['rejected']],
    ['settled-by-hand', { code: 'not-found' }, ['unknown', 'rejected']],
  ])('%s, given %o', (action, more, states) => {
    expect(allowed(action, more)).toEqual(states);
  });
});

describe('the kinds of job that the seller may', () => {
  it.each<[JobAction, Omit<JobFacts, 'kind'>, JobKind[]]>([
    ['edit', { state: 'queued' }, ['dispatch', 'stock']],
    ['edit', { state: 'held', holdReason: 'conflict' }, ['dispatch', 'stock']],
    ['reread', { state: 'rejected' }, ['dispatch', 'confirm', 'delay', 'refund']],
    ['confirm-then-dispatch', { state: 'rejected' }, ['dispatch']],
    ['confirm-then-dispatch', { state: 'held', holdReason: 'not-confirmed' }, ['dispatch']],
    ['by-file', { state: 'queued' }, ['dispatch']],
    // What is irreversible is never repeated by one press.
    ['retry', { state: 'rejected' }, jobKinds.filter((kind) => kind !== 'refund')],
    ['retry', { state: 'waiting', wait: 'store' }, [...jobKinds]],
    ['settled-by-hand', { state: 'rejected' }, jobKinds.filter((kind) => kind !== 'refund')],
    ['put-back', { state: 'cancelled', code: 'excluded' }, jobKinds.filter((kind) => kind !== 'refund')],
    ['refund', { state: 'held', holdReason: 'cancel-requested', code: 'cancel-requested' }, ['dispatch']],
    ['refund', { state: 'held', holdReason: 'cancel-requested', code: 'parcel-cancel-requested' }, []],
    ['refund', { state: 'held', holdReason: 'cancel-requested', code: 'refund-decided' }, []],
    [
      'approve',
      { state: 'held', holdReason: 'cancel-requested', code: 'refund-decided' },
      jobKinds.filter((kind) => kind !== 'dispatch'),
    ],
  ])('%s, given %o', (action, job, kinds) => {
    expect(kindsFor(action, job)).toEqual(kinds);
  });
});

describe('what is offered, in this order', () => {
  it.each<[JobFacts, RowAction[]]>([
    [{ ...dispatch, state: 'queued' }, ['edit', 'exclude']],
    [{ ...dispatch, state: 'waiting', wait: 'store' }, ['retry', 'edit', 'exclude']],
    [{ ...dispatch, state: 'unknown', code: 'not-found' }, ['reread', 'settled-by-hand']],
    [{ ...dispatch, state: 'cancelled', code: 'excluded' }, ['put-back']],
    [{ ...dispatch, state: 'succeeded' }, []],
    [{ ...dispatch, state: 'succeeded', code: 'already-dispatched' }, []],
    [{ ...dispatch, state: 'succeeded', code: 'not-registered' }, ['reread']],
    [held('by-file'), ['reread', 'approve', 'decline']],
    [held('several-product-orders', 'lookup'), ['approve', 'decline', 'take-all']],
    [held('not-read'), ['decline', 'approve', 'reread']],
    [held('restored'), ['decline', 'approve']],
    [held('pick-up'), ['decline', 'approve', 'edit']],
    [rejected('104443'), ['confirm-then-dispatch', 'retry', 'edit', 'exclude']],
    [rejected('not-confirmed', 'confirm'), ['retry', 'exclude']],
    [rejected('104122'), ['edit', 'retry', 'reread', 'exclude']],
    [rejected('104442'), ['reread', 'retry', 'exclude']],
    [rejected('conflict'), ['reread', 'settled-by-hand', 'exclude']],
    [rejected('closed'), ['reread', 'exclude']],
    [rejected('logistics-ships'), ['reread', 'exclude']],
    [rejected('no-certain-answer'), ['retry', 'edit', 'reread', 'settled-by-hand', 'exclude']],
    [rejected('9999'), ['retry', 'edit', 'reread', 'exclude']],
    [rejected(undefined), ['retry', 'edit', 'reread', 'exclude']],
    [rejected('address-changed'), ['exclude', 'reread', 'retry']],
    [rejected('100003', 'lookup'), ['exclude', 'retry']],
  ])('for %o', (job, actions) => {
    expect(offeredActions(job)).toEqual(actions);
  });
});

describe('a job', () => {
  it('differs at the market by its code alone', () => {
    const codes = ['conflict', 'not-registered', 'wrong-number', 'closed', undefined];
    expect(codes.map((code) => differsAtMarket({ code }))).toEqual([true, true, true, false, false]);
  });

  it('is behind a confirm while it waits for a step that is not its main product', () => {
    expect(isBehindConfirm({ wait: 'step-before' })).toBe(true);
    expect(isBehindConfirm({ wait: 'step-before', code: 'after-main-product' })).toBe(false);
    expect(isBehindConfirm({ wait: 'store' })).toBe(false);
  });

  it('is changed by a retry where its wait or its code says so', () => {
    const waiting = (wait: JobFacts['wait'], code?: string): JobFacts => ({
      ...dispatch,
      state: 'waiting',
      wait,
      code,
    });
    expect(canChangeByRetry(waiting('back-off', 'GW.RATE_LIMIT'))).toBe(true);
    expect(canChangeByRetry(waiting('back-off', 'gift-not-accepted'))).toBe(false);
    expect(canChangeByRetry(waiting('step-before'))).toBe(false);
    expect(canChangeByRetry(rejected('no-certain-answer'))).toBe(true);
    expect(canChangeByRetry(rejected('104122'))).toBe(false);
    expect(canChangeByRetry(rejected(undefined))).toBe(false);
    expect(canChangeByRetry({ ...dispatch, state: 'held', code: 'no-certain-answer' })).toBe(false);
  });

  it('asks for a confirm first where it is held or was refused for it', () => {
    expect(asksConfirmFirst(held('not-confirmed'))).toBe(true);
    expect(asksConfirmFirst(held('conflict'))).toBe(false);
    expect(asksConfirmFirst(rejected('104443'))).toBe(true);
    expect(asksConfirmFirst(rejected('104122'))).toBe(false);
    expect(asksConfirmFirst(rejected(undefined))).toBe(false);
    expect(asksConfirmFirst({ ...dispatch, state: 'queued', code: '104443' })).toBe(false);
    expect(asksConfirmFirst(rejected('104443', 'confirm'))).toBe(false);
  });

  it('goes by file where it may, and the file has words for it', () => {
    const parcel = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: '602011112222',
    } as const;
    const job = {
      ...dispatch,
      state: 'queued',
      target: '2026030212345671',
      values: { ...dispatch, dispatch: parcel },
    } as const;
    expect(canGoByFile(job, naverRules.bulkFile)).toBe(true);
    expect(canGoByFile(job, undefined)).toBe(false);
    expect(canGoByFile({ ...job, state: 'sending' }, naverRules.bulkFile)).toBe(false);
    expect(
      canGoByFile({ ...job, values: { ...dispatch, dispatch: { deliveryMethod: 'NOTHING' } } }, naverRules.bulkFile),
    ).toBe(false);
    expect(canGoByFile({ ...job, values: { kind: 'confirm', confirm: {} } }, naverRules.bulkFile)).toBe(false);
  });

  it('is in a file while it is held for that', () => {
    for (const reason of holdReasons)
      expect(isInFile({ state: 'held', holdReason: reason })).toBe(reason === 'by-file');
    expect(isInFile({ state: 'queued', holdReason: 'by-file' })).toBe(false);
  });
});
