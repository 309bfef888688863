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

  it('says which calls got no answer, and when they rest', () => {
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

  it('says when the seller has to look first, and when that is over', () => {
    const { note, said, state } = watch();
    note({ ...state, lookFirstSince: 5 }, false, 5);
    note({ ...state, lookFirstSince: 5 }, false, 6);
    note(state, false, 7);
    note({ ...state, lookFirstSince: 8 }, false, 8);
    const looking = { part: 'pause', state: 'look-first' };
    expect(said()).toEqual([looking, { part: 'pause', state: 'looked' }, looking]);
  });

  it('says a further pause of the same cause, and what ends without being there is no news', () => {
    const { note, said, state } = watch();
    note({ ...state, pause: { cause: 'secret', since: 5 } }, false, 5);
    note(state, false, 6);
    note({ ...state, pause: { cause: 'secret', since: 5 } }, false, 7);
    const secret = { part: 'pause', state: 'secret' };
    expect(said()).toStrictEqual([secret, { part: 'pause', state: 'none' }, secret]);
  });

  it('names no code where the market gave none', () => {
    const { note, said, state } = watch();
    note(
      { ...state, circuit: { is: 'open', by: 'offline', since: 1, round: 0, nextProbeAt: 50, code: undefined } },
      false,
      1,
    );
    expect(said()).toStrictEqual([{ part: 'circuit', state: 'open', reason: 'offline', until: 50 }]);
  });

  it('calls a store free five seconds after it last waited', () => {
    const { note, said, state } = watch();
    note(state, true, 0);
    said();
    note(state, false, 4_999);
    expect(said()).toEqual([]);
    note(state, false, 5_000);
    expect(said()).toEqual([{ part: 'rate-limit', state: 'free' }]);
  });

  it('is kept under the name of its event, with the store, and nothing is kept without a log', () => {
    const events: unknown[] = [];
    const note = createHealthLog({ log: (event, fields) => void events.push([event, fields]) }, storeId);
    const paced = { ...freshHealth, pause: undefined, lookFirstSince: undefined };
    note(paced, true, 0);
    expect(events).toEqual([['store-health', { storeId, part: 'rate-limit', state: 'paced' }]]);
    expect(() => createHealthLog(undefined, storeId)(paced, true, 0)).not.toThrow();
  });
});
