import type { Timers } from '../../../src-main/outbox/outbox-port';

interface Entry {
  at: number;
  order: number;
  work: () => void;
  owner: object;
}

export interface VirtualTime {
  now(): number;
  /** Timers that can be dropped together, as the death of a process drops them. */
  timersOf(owner: object): Timers;
  dropAll(owner: object): void;
  sleep(ms: number): Promise<void>;
  /** Runs everything due within `ms`, in order; between two timers all promises are let run. */
  advance(ms: number): Promise<void>;
  /** The wall clock jumps; timers keep counting real time, as setTimeout does. */
  jump(ms: number): void;
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A wall clock and a monotonic one, both standing still until told otherwise. */
export function createVirtualTime(start: number): VirtualTime {
  let steady = 0;
  let wall = start;
  let order = 0;
  const entries = new Set<Entry>();

  const world = {};
  const timersOf = (owner: object): Timers => ({
    set(work, ms) {
      order += 1;
      const entry = { at: steady + Math.max(0, ms), order, work, owner };
      entries.add(entry);
      return entry;
    },
    clear(handle) {
      for (const entry of entries) if (entry === handle) entries.delete(entry);
    },
  });

  return {
    now: () => Math.floor(wall),
    timersOf,
    dropAll(owner) {
      for (const entry of entries) if (entry.owner === owner) entries.delete(entry);
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        timersOf(world).set(resolve, ms);
      }),
    async advance(ms) {
      const end = steady + ms;
      await settle();
      for (;;) {
        let next: Entry | undefined;
        for (const entry of entries) {
          if (entry.at > end) continue;
          if (next === undefined || entry.at < next.at || (entry.at === next.at && entry.order < next.order))
            next = entry;
        }
        if (next === undefined) break;
        entries.delete(next);
        wall += Math.max(0, next.at - steady);
        steady = Math.max(steady, next.at);
        next.work();
        await settle();
      }
      wall += end - steady;
      steady = end;
      await settle();
    },
    jump(ms) {
      wall += ms;
    },
  };
}
