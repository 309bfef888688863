import { describe, expect, it } from 'vitest';
import { canChangeByRetry, asksConfirmFirst } from '../../../../../src-preload/contract/job-rules';

const dispatch = { kind: 'dispatch', wait: undefined, holdReason: undefined } as const;

describe('what an act on all takes along, and its button counts', () => {
  it('retries what a retry as it is can change, and nothing else', () => {
    expect(canChangeByRetry({ ...dispatch, state: 'rejected', code: 'no-certain-answer' })).toBe(true);
    expect(canChangeByRetry({ ...dispatch, state: 'rejected', code: '104122' })).toBe(false);
    expect(canChangeByRetry({ ...dispatch, state: 'held', code: 'cancel-requested' })).toBe(false);
    expect(canChangeByRetry({ ...dispatch, state: 'unknown', code: 'not-found' })).toBe(false);
    for (const code of ['conflict', 'closed']) {
      expect(canChangeByRetry({ ...dispatch, state: 'rejected', code })).toBe(false);
    }
  });

  it('does not count what waits for another step or another answer', () => {
    expect(canChangeByRetry({ ...dispatch, state: 'waiting', code: undefined, wait: 'back-off' })).toBe(true);
    expect(canChangeByRetry({ ...dispatch, state: 'waiting', code: undefined, wait: 'in-flight' })).toBe(false);
    expect(canChangeByRetry({ ...dispatch, state: 'waiting', code: undefined, wait: 'step-before' })).toBe(false);
  });

  it('confirms the refused and the held', () => {
    expect(asksConfirmFirst({ ...dispatch, state: 'rejected', code: '104443' })).toBe(true);
    expect(asksConfirmFirst({ ...dispatch, state: 'held', code: undefined, holdReason: 'not-confirmed' })).toBe(true);
    expect(asksConfirmFirst({ ...dispatch, state: 'held', code: undefined, holdReason: 'cancel-requested' })).toBe(
      false,
    );
  });
});
