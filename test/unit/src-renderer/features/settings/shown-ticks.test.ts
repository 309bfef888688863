import { describe, expect, test } from 'vitest';
import type { StoreTest } from '../../../../../src-preload/contract/store';
import { shownConnection } from '../../../../../src-renderer/features/settings/shown-ticks';

const good: StoreTest = {
  at: 1000,
  report: { code: 'ok', ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' } },
};
const bad: StoreTest = {
  at: 1000,
  report: {
    code: 'ip-not-allowed',
    ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'no', permission: 'unknown' },
  },
};

describe('what a card says of the connection', () => {
  test('nothing of a store that was never asked', () => {
    expect(shownConnection({})).toEqual({
      ticks: { internet: 'unknown', clock: 'unknown', secret: 'unknown', ip: 'unknown', permission: 'unknown' },
    });
  });

  test('the last test, with its time', () => {
    expect(shownConnection({ lastTest: bad })).toEqual({ ticks: bad.report.ticks, at: 1000, report: bad.report });
  });

  test('an answer of the market later than a bad test counts, and the bad sentence goes', () => {
    expect(shownConnection({ lastTest: bad, provenAt: 2000 })).toEqual({ ticks: good.report.ticks, at: 2000 });
    expect(shownConnection({ lastTest: bad, provenAt: 500 }).report).toBe(bad.report);
  });

  test('a refusal later than a good test is a no, and the good sentence goes', () => {
    const shown = shownConnection({ lastTest: good, pause: { cause: 'secret', since: 3000 } });
    expect(shown.ticks.secret).toBe('no');
    expect(shown.report).toBeUndefined();
    expect(shownConnection({ lastTest: good, pause: { cause: 'seller', since: 3000 } }).report).toBe(good.report);
  });
});
