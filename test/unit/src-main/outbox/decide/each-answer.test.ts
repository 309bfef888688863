import { describe, expect, it } from 'vitest';
import type { CodeClass, SendOutcome, Verdict } from '../../../../../src-main/markets/market';
import type { JobRow } from '../../../../../src-main/database/rows';
import { settleJob } from '../../../../../src-main/outbox/decide/settle';
import { jobRow } from '../../../../support/outbox/job-row';
import { monday } from '../../../../support/outbox/test-database';

const job = jobRow();
const context = (given: { codeClass?: CodeClass; reads?: boolean; size?: number; isBug?: boolean } = {}) => ({
  market: {
    reads: given.reads === false ? [] : (['dispatch'] as const),
    classOf: () => given.codeClass ?? ('rejected' as const),
  },
  endedAt: monday,
  random: 0.5,
  size: given.size ?? 30,
  isBug: given.isBug ?? false,
});
const settled = (outcome: SendOutcome, given: Parameters<typeof context>[0] = {}, more: Partial<JobRow> = {}) =>
  settleJob({ ...job, ...more }, outcome, context(given));
const answered = (verdict: Verdict): SendOutcome => ({ type: 'answered', verdicts: new Map([[job.target, verdict]]) });
const no = answered({ yes: false, code: 'X', message: '거절' });

describe('an answer', () => {
  it('that says yes keeps what it told besides', () => {
    const clean = { failures: 0, answerCode: undefined, answerMessage: undefined };
    const done = (message: string | undefined) => ({ cause: 'answered-yes', patch: { ...clean, message } });
    expect(settled(answered({ yes: true }))).toEqual(done(undefined));
    expect(settled(answered({ yes: true, productOrderIds: ['1', '2'] }))).toEqual(done('1, 2'));
    expect(settled(answered({ yes: true, note: '접수' }))).toEqual(done('접수'));
  });

  it('that names the job nowhere, and none at all, is read about after ten seconds', () => {
    const lost = (code: string, message?: string) => ({
      cause: 'no-certain-answer',
      patch: { code, message, dueAt: monday + 10_000 },
    });
    expect(settled({ type: 'answered', verdicts: new Map() })).toEqual(lost('in-neither-list'));
    expect(settled({ type: 'no-answer' })).toEqual(lost('no-answer'));
    expect(settled({ type: 'no-answer', code: 'ECONNRESET', message: '끊김' })).toEqual(lost('ECONNRESET', '끊김'));
  });

  it.each<CodeClass>(['rejected', 'bug'])('of a code that is %s is final', (codeClass) => {
    expect(settled(no, { codeClass })).toEqual({ cause: 'answered-no', patch: { code: 'X', message: '거절' } });
  });

  it('of a code that says nothing is read about, and stands where nothing can be read', () => {
    expect(settled(no, { codeClass: 'unknown' })).toEqual({
      cause: 'no-certain-answer',
      patch: { code: 'X', message: '거절', dueAt: monday + 10_000, answerCode: 'X', answerMessage: '거절' },
    });
    const stands = { cause: 'answered-no', patch: { code: 'X', message: '거절' } };
    expect(settled(no, { codeClass: 'unknown', reads: false })).toEqual(stands);
  });

  it.each<CodeClass>(['transient', 'auth'])('of a code that is %s waits longer each time', (codeClass) => {
    expect(settled(no, { codeClass }, { failures: 1 })).toEqual({
      cause: 'certainly-not-applied',
      patch: { code: 'X', message: '거절', failures: 2, wait: 'back-off', dueAt: monday + 4_000 },
    });
  });

  it('of too many calls costs no failure', () => {
    expect(settled(no, { codeClass: 'limited' }, { failures: 2 })).toEqual({
      cause: 'certainly-not-applied',
      patch: { code: 'X', message: '거절', wait: 'back-off', dueAt: monday + 2_000 },
    });
  });
});

describe('a call that was certainly not applied', () => {
  it('waits for its store, or a second where it came too fast', () => {
    const outcome = (kind: 'offline' | 'rate', code?: string): SendOutcome => ({
      type: 'not-applied',
      failure: { kind, ...(code === undefined ? {} : { code }) },
    });
    const waits = (patch: object) => ({ cause: 'certainly-not-applied', patch: { message: undefined, ...patch } });
    expect(settled(outcome('offline', 'ENOTFOUND'))).toEqual(waits({ code: 'ENOTFOUND', wait: 'store' }));
    expect(settled(outcome('offline'))).toEqual(waits({ code: 'offline', wait: 'store' }));
    expect(settled(outcome('rate'))).toEqual(waits({ code: 'rate', wait: 'back-off', dueAt: monday + 1_000 }));
  });
});

describe('a call refused as a whole', () => {
  const refused: SendOutcome = { type: 'refused-whole', code: '000400', message: '요청' };
  const words = { code: '000400', message: '요청' };

  it('is halved until the bad line stands alone', () => {
    const halved = (batchCap: number) => ({
      cause: 'certainly-not-applied',
      patch: { ...words, batchCap, wait: 'back-off', dueAt: monday },
    });
    expect(settled(refused, { size: 30 })).toEqual(halved(15));
    expect(settled(refused, { size: 3 })).toEqual(halved(2));
    expect(settled(refused, { size: 2 })).toEqual(halved(1));
  });

  it('rejects the one that is alone, unless the fault is ours', () => {
    expect(settled(refused, { size: 1 })).toEqual({ cause: 'answered-no', patch: words });
    expect(settled({ ...refused, code: '' }, { size: 1 }).patch.code).toBe('refused-alone');
    expect(settled(refused, { size: 1, isBug: true })).toEqual({
      cause: 'certainly-not-applied',
      patch: { ...words, wait: 'store' },
    });
  });
});
