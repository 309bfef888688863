import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../../support/bench/fake-clock';

describe('the clock of a run', () => {
  it('is the real one moved by whole seconds, ahead or behind', () => {
    expect(fakeClock('/lib/x.so', 90_400)).toMatchObject({ LD_PRELOAD: '/lib/x.so', FAKETIME: '+90s' });
    expect(fakeClock('/lib/x.so', -60_000)).toMatchObject({ FAKETIME: '-60s' });
  });

  it('leaves what measures durations alone', () => {
    expect(fakeClock('/lib/x.so', 0)).toMatchObject({
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
    });
  });
});
