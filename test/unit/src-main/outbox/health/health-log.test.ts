import { describe, expect, it } from 'vitest';
import { allAnswered } from '../../../../../src-main/outbox/health/no-response';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import { createHealthLog } from '../../../../../src-main/outbox/health/health-log';
import { storeIdSchema } from '../../../../../src-preload/contract/ids';

const storeId = storeIdSchema.parse('6f1c2a34-0b7d-4e6a-9d51-3a8f0c2b7e19');

function watch() {
  const said: unknown[] = [];
  const note = createHealthLog(
    {
      log(_event, fields) {
        const entries = Object.entries(fields).filter(([name]) => name !== 'storeId');
        said.push(Object.fromEntries(entries));
      },
    },
    storeId,
  );
  return { note, said: () => said.splice(0), state: { ...freshHealth, pause: undefined, lookFirstSince: undefined } };
}

describe('the log of a store’s health', () => {
  it('says nothing of a store with which nothing is the matter', () => {
    const { note, said, state } = watch();
    note(state, false, 0);
    note(state, false, 1000);
    expect(said()).toEqual([]);
  });

  it('says each pause and its end once, with its code but never with an address', () => {
    const { note, said, state } = watch();
    const pause = { cause: 'permission', since: 5, detail: 'GW.AUTHN' } as const;
    note({ ...state, pause }, false, 5);
    note({ ...state, pause }, false, 6);
    note({ ...state, pause: { cause: 'ip', since: 7, until: 90, detail: '203.0.113.9' } }, false, 7);
    note(state, false, 8);
    expect(said()).toEqual([
      { part: 'pause', state: 'permission', code: 'GW.AUTHN' },
      { part: 'pause', state: 'ip', until: 90 },
      { part: 'pause', state: 'none' },
    ]);
  });

  it('says when a circuit opens, why, each round, and when it closes', () => {
    const { note, said, state } = watch();
    const open = { is: 'open', by: 'blocked', since: 1, round: 0, nextProbeAt: 50, code: 'GW.BLOCK' } as const;
    note({ ...state, circuit: open }, false, 1);
    note({ ...state, circuit: { ...open, round: 1, nextProbeAt: 99 } }, false, 50);
    note(state, false, 99);
    const opened = { part: 'circuit', state: 'open', reason: 'blocked', code: 'GW.BLOCK' };
    expect(said()).toEqual([
      { ...opened, until: 50 },
      { ...opened, until: 99 },
      { part: 'circuit', state: 'closed' },
    ]);
  });

  it('says of which calls nothing was heard, and when they rest', () => {
    const { note, said, state } = watch();
    const silent = { inARow: 3, since: 4, round: 0, nextTryAt: 30 };
    note({ ...state, noResponse: { dispatch: silent }, readRestUntil: 20 }, false, 4);
    note({ ...state, noResponse: { dispatch: allAnswered }, readRestUntil: 20 }, false, 21);
    expect(said()).toEqual([
      { part: 'no-response', state: 'open', reason: 'dispatch', until: 30 },
      { part: 'read-rest', state: 'resting', until: 20 },
      { part: 'no-response', state: 'closed', reason: 'dispatch' },
      { part: 'read-rest', state: 'free' },
    ]);
  });

  it('says once that a store waits for the rate of its market, however often it does', () => {
    const { note, said, state } = watch();
    for (let at = 0; at < 3000; at += 100) note(state, at % 200 === 0, at);
    expect(said()).toEqual([{ part: 'rate-limit', state: 'paced' }]);
    note(state, false, 9000);
    expect(said()).toEqual([{ part: 'rate-limit', state: 'free' }]);
  });
});
