import { describe, expect, it } from 'vitest';
import { createWindowRecovery, endedJobs } from '../../../../../src-main/electron/window/window-recovery';
import type { Ended } from '../../../../../src-main/electron/window/window-recovery';

function recovery() {
  const seen: string[] = [];
  const told: Ended[] = [];
  const planned = new Map<number, { work: () => void; ms: number }>();
  const at = { now: 0, debugged: false, ended: { done: 10, rejected: 1, held: 2 } };
  let next = 1;
  const made = createWindowRecovery({
    clock: () => at.now,
    later(work, ms) {
      planned.set(next, { work, ms });
      return next++;
    },
    cancel: (handle) => void planned.delete(Number(handle)),
    logger: { log: () => undefined },
    load: () => seen.push('window'),
    loadStopped: () => seen.push('stopped'),
    kill: () => seen.push('kill'),
    isDebugged: () => at.debugged,
    ended: async () => at.ended,
    notify: (meanwhile) => told.push(meanwhile),
    report: (problem) => seen.push(String(problem)),
  });
  const pass = (): void => {
    const due = [...planned.values()];
    planned.clear();
    for (const { work } of due) work();
  };
  const crash = (): void => {
    made.gone({ reason: 'crashed', exitCode: 11 });
    pass();
  };
  return { made, seen, told, at, planned, pass, crash };
}

describe('a window whose process is gone', () => {
  it('comes back three times a minute, and is followed by a page that says so at the fourth', () => {
    const { crash, seen } = recovery();
    for (let n = 0; n < 4; n += 1) crash();
    expect(seen).toEqual(['window', 'window', 'window', 'stopped']);
  });

  it('comes back again where the crashes are further apart', () => {
    const { crash, seen, at } = recovery();
    for (let n = 0; n < 6; n += 1) {
      crash();
      at.now += 20_001;
    }
    expect(seen).toEqual(Array.from({ length: 6 }, () => 'window'));
  });

  it('is opened once more by the seller, with three tries of its own', () => {
    const { crash, seen, made } = recovery();
    made.reopen();
    for (let n = 0; n < 4; n += 1) crash();
    made.reopen();
    for (let n = 0; n < 3; n += 1) crash();
    expect(seen).toEqual(['window', 'window', 'window', 'stopped', 'window', 'window', 'window', 'window']);
  });

  it('is left alone where it ended in order', () => {
    const { made, pass, seen } = recovery();
    made.gone({ reason: 'clean-exit', exitCode: 0 });
    pass();
    expect(seen).toEqual([]);
  });

  it('tells once what ended meanwhile, counted from the first crash', async () => {
    const { made, crash, told, at } = recovery();
    await made.started();
    expect(told).toEqual([]);
    crash();
    at.ended = { done: 15, rejected: 1, held: 4 };
    crash();
    await made.started();
    await made.started();
    expect(told).toEqual([{ done: 5, rejected: 0, held: 2 }]);
  });

  it('is ended when it hangs for ten seconds more, unless it answers or is being debugged', () => {
    const { made, pass, planned, seen, at } = recovery();
    made.unresponsive();
    expect([...planned.values()].map(({ ms }) => ms)).toEqual([10_000]);
    made.responsive();
    pass();
    at.debugged = true;
    made.unresponsive();
    pass();
    expect(seen).toEqual([]);
    at.debugged = false;
    made.unresponsive();
    made.unresponsive();
    pass();
    expect(seen).toEqual(['kill']);
  });

  it('counts the jobs of all stores', () => {
    const counts = { succeeded: 3, rejected: 1, held: 2 };
    expect(endedJobs([{ counts }, { counts }])).toEqual({ done: 6, rejected: 2, held: 4 });
  });
});
