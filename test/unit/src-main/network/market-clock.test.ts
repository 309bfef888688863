import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarketClock } from '../../../../src-main/network/market-clock';

const start = Date.parse('2026-03-02T07:30:00.400Z');

/** A desk whose wall clock, steady clock and market move as told. */
function desk(marketMinusLocal = 0) {
  let wall = start;
  let steady = 0;
  const clock = createMarketClock(
    () => wall,
    () => steady,
  );
  const market = { skew: marketMinusLocal };
  return {
    clock,
    market,
    pass: (ms: number) => {
      wall += ms;
      steady += ms;
    },
    sleep: (ms: number) => {
      wall += ms;
    },
    setWall: (ms: number) => {
      wall += ms;
      market.skew -= ms;
    },
    marketNow: () => wall + market.skew,
    /** One answer, written `half` of the way through `took` ms. */
    answer: (took = 100, half = 0.5) => {
      const startedAt = wall;
      const written = wall + took * half + market.skew;
      wall += took;
      steady += took;
      clock.learn({ headers: { date: new Date(written).toUTCString() }, startedAt, endedAt: wall });
    },
  };
}

describe('the market clock', () => {
  it('is the local clock until an answer came', () => {
    const { clock } = desk(5_000);
    expect(clock.now()).toBe(start);
    expect(clock.skewMs()).toBeUndefined();
  });

  it.each(['Fri, 31 Dec 9999 23:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Mon, 01 Jan 2120 00:00:00 GMT'])(
    'does not follow a Date that no clock shows (%s)',
    (date) => {
      const pc = desk(0);
      pc.clock.learn({ headers: { date }, startedAt: start, endedAt: start + 10 });
      expect(pc.clock.skewMs()).toBeUndefined();
      expect(pc.clock.now()).toBe(start);
    },
  );

  it('leaves a local clock alone that may be right', () => {
    const pc = desk(0);
    pc.answer();
    expect(pc.clock.skewMs()).toBe(0);
  });

  it('learns that the PC is seven minutes ahead', () => {
    const pc = desk(-7 * 60_000);
    pc.answer();
    expect(Math.abs(pc.clock.now() - pc.marketNow())).toBeLessThan(1_100);
    expect(pc.clock.earliest()).toBeLessThanOrEqual(pc.marketNow());
  });

  it('grows more exact with every answer', () => {
    const pc = desk(-90_350);
    for (let n = 0; n < 20; n += 1) {
      pc.answer(40);
      pc.pass(137);
    }
    expect(Math.abs(pc.clock.now() - pc.marketNow())).toBeLessThan(150);
  });

  it('never names an earliest time that is ahead of the market', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -86_400_000, max: 86_400_000 }),
        fc.array(
          fc.record({
            took: fc.integer({ min: 1, max: 60_000 }),
            half: fc.double({ min: 0, max: 1, noNaN: true }),
            pause: fc.integer({ min: 0, max: 5_000 }),
          }),
          { minLength: 1, maxLength: 10 },
        ),
        (skew, answers) => {
          const pc = desk(skew);
          for (const { took, half, pause } of answers) {
            pc.answer(took, half);
            pc.pass(pause);
          }
          return pc.clock.earliest() <= pc.marketNow() + 1;
        },
      ),
    );
  });

  it('notices a clock set back and goes on from the steady one', () => {
    const pc = desk(0);
    pc.answer();
    pc.setWall(-3_600_000);
    expect(pc.clock.jumped()).toBe(true);
    expect(Math.abs(pc.clock.now() - pc.marketNow())).toBeLessThan(1_100);
  });

  it('takes a leap ahead for a night of sleep, in which the wall clock stays right', () => {
    const pc = desk(-60_000);
    pc.answer();
    pc.sleep(9 * 3_600_000);
    expect(pc.clock.jumped()).toBe(true);
    expect(Math.abs(pc.clock.now() - pc.marketNow())).toBeLessThan(1_100);
  });

  it('learns again with the first answer after any jump', () => {
    const pc = desk(0);
    pc.answer();
    pc.setWall(2 * 3_600_000);
    pc.answer();
    expect(pc.clock.jumped()).toBe(false);
    expect(Math.abs(pc.clock.now() - pc.marketNow())).toBeLessThan(1_100);
  });

  it.each([{}, { date: 'yesterday' }])('learns nothing from %j', (headers) => {
    const { clock } = desk();
    clock.learn({ headers, startedAt: start, endedAt: start + 10 });
    expect(clock.skewMs()).toBeUndefined();
  });
});
