import { createCore } from './core';
import type { CoreOutcome } from './core';
import type { Surroundings } from './surroundings';
import type { LifeHandlers } from './bridge/answer';
import { troubleOf } from './database/file/sqlite-file';
import { failure, success } from '../src-preload/contract/result';
import { listBackups, pathOfBackup } from './services/backup';

export interface CoreLifecycle {
  /** The core as it is now: starting, running, or why it cannot. */
  current(): Promise<CoreOutcome>;
  handlers: LifeHandlers;
  stop(): Promise<void>;
}

/** What one start does differently from the next. */
type How = Pick<Surroundings, 'restore' | 'withoutBackup'>;

interface Options {
  surroundings: Surroundings;
  /**
   * Nothing can be written into the data folder, the lock of a single instance neither. No core is tried on it, since
   * another app could do so at the same time: only a start again takes the lock first.
   */
  unwritable?: { code: 'read-only' | 'full'; detail: string; startAgain(): void };
  /** Another core is in place: whoever showed the old one begins again. */
  onNewCore(outcome: CoreOutcome): void;
}

/**
 * One core after the other on the same data folder: the first, and one more after each restore or new try. The window
 * stays, so that a seller with a broken file is never left with an app that ends by itself.
 */
export function createCoreLifecycle({ surroundings, unwritable, onNewCore }: Options): CoreLifecycle {
  const { dataDir, report } = surroundings;
  /** A new try and a restore stay as the app was started; only the seller's word ends it. */
  let isSafe = surroundings.safe === true;
  const assemble = async (how: How = {}): Promise<CoreOutcome> => {
    if (unwritable) return { ok: false, code: unwritable.code, detail: unwritable.detail };
    try {
      return await createCore({ ...surroundings, ...how, safe: isSafe });
    } catch (problem) {
      // Whatever stops the parts from coming together must reach the seller as a screen, not as a blank window.
      report('start', problem);
      return {
        ok: false,
        code: troubleOf(problem),
        detail: problem instanceof Error ? problem.message : String(problem),
      };
    }
  };

  let running = assemble();
  const stop = async (): Promise<void> => {
    const outcome = await running;
    if (outcome.ok) await outcome.core.stop().catch((problem: unknown) => report('stop', problem));
  };
  const again = async (how?: How): Promise<CoreOutcome> => {
    const before = stop();
    running = before.then(() => assemble(how));
    const outcome = await running;
    onNewCore(outcome);
    return outcome;
  };

  return {
    current: () => running,
    stop,
    handlers: {
      'backups-list': async () => success(await listBackups(dataDir)),
      async 'backups-make'() {
        const outcome = await running;
        if (!outcome.ok) return failure('failed');
        try {
          await outcome.core.backUp();
          return success({});
        } catch (problem) {
          report('backup', problem);
          return failure(troubleOf(problem) === 'full' ? 'full' : 'failed');
        }
      },
      async 'backups-restore'({ name }) {
        const path = await pathOfBackup(dataDir, name);
        if (path === undefined) return failure('not-found');
        const outcome = await again({ restore: path });
        return outcome.ok ? success({}) : failure(outcome.code, outcome.detail);
      },
      async 'app-restart'({ withoutBackup, sending }) {
        if (sending === true) isSafe = false;
        if (unwritable) unwritable.startAgain();
        else await again(withoutBackup === true ? { withoutBackup } : {});
        return success({});
      },
    },
  };
}
