import type { StoreId } from '../../../src-preload/contract/ids';
import type { DirectReadOutcome, Outbox, Timers } from '../../outbox/outbox-port';

/** Asks the market as soon as there is a slot; a reading of the book gives way to everything that sends. */
export type Ask = <Answer>(
  storeId: StoreId,
  kind: 'read' | 'changes',
  call: () => Promise<DirectReadOutcome<Answer>>,
) => Promise<AskOutcome<Answer>>;

export type AskOutcome<Answer> = Exclude<DirectReadOutcome<Answer>, { is: 'busy' }> | { is: 'stopped' };

/** Between two tries while something else is to be sent first. */
const givesWayMs = 500;
const longestWaitMs = 5_000;

/** Waits that end at once when the app stops. */
export function createAsking(given: {
  directReads: Pick<Outbox['directReads'], 'slotAt'>;
  timers: Timers;
  now(): number;
}): { ask: Ask; stop(): void } {
  const { directReads, timers, now } = given;
  const waits = new Set<{ handle: unknown; end: () => void }>();
  let stopped = false;

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopped) return resolve();
      const one = { handle: undefined as unknown, end: resolve };
      one.handle = timers.set(() => {
        waits.delete(one);
        resolve();
      }, ms);
      waits.add(one);
    });

  return {
    async ask(storeId, kind, call) {
      for (;;) {
        if (stopped) return { is: 'stopped' };
        const answer = await call();
        if (answer.is !== 'busy') return answer;
        const waitMs = (await directReads.slotAt(storeId, kind)) - now();
        await wait(waitMs > 0 ? Math.min(longestWaitMs, Math.ceil(waitMs)) : givesWayMs);
      }
    },
    stop() {
      stopped = true;
      for (const { handle, end } of waits) {
        timers.clear(handle);
        end();
      }
      waits.clear();
    },
  };
}
