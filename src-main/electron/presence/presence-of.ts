import { countIn } from '../../../src-preload/contract/job-states';
import type { Store, StoreStatus } from '../../../src-preload/contract/store';
import { storeNeed, taskCount } from '../../../src-preload/contract/store-need';
import { needBeside } from '../../../src-preload/contract/text/ko/needs';
import { presence as words } from '../../../src-preload/contract/text/ko/presence';

/** How the app stands while its window is not looked at: the one figure that title, taskbar and tray show. */
export interface Presence {
  look: 'empty' | 'full' | 'paused' | 'trouble';
  /** Of the window and of the tray's picture. */
  title: string;
  /** Ended and all jobs since the outbox was last empty, over all stores; undefined: nothing is under way. */
  run: { done: number; total: number } | undefined;
  /** Jobs that wait for the seller, of real stores. */
  tasks: number;
  /** Every store with something under way rests because the seller said so. */
  isPaused: boolean;
}

type Status = Pick<StoreStatus, 'storeId' | 'connection' | 'pause' | 'offlineCause' | 'counts' | 'filed' | 'progress'>;
type Known = Pick<Store, 'id' | 'label' | 'practice'>;

/** Goes in: what the window is told of all stores (`status-changed`). Practice counts as work, never as something to do. */
export function presenceOf(stores: readonly Known[], statuses: readonly Status[]): Presence {
  const all = stores.flatMap((store) => {
    const status = statuses.find(({ storeId }) => storeId === store.id);
    return status === undefined ? [] : [{ store, status }];
  });
  const busy = all.filter(({ status }) => countIn('underWay', status.counts) > 0);
  const waiting = sum(busy.map(({ status }) => countIn('underWay', status.counts)));
  const isPaused = busy.length > 0 && busy.every(({ status }) => status.pause?.cause === 'seller');
  const run =
    busy.length === 0
      ? undefined
      : {
          done: sum(busy.map(({ status }) => status.progress.done)),
          total: sum(busy.map(({ status }) => status.progress.total)),
        };
  const tasks = sum(all.filter(({ store }) => !store.practice).map(({ status }) => taskCount(status)));
  const stopped = all.flatMap(({ store, status }) => {
    const need = storeNeed(status);
    return need === undefined || need.is === 'tasks' || need.is === 'seller' ? [] : [needBeside(store.label, need)];
  });
  return {
    look: stopped.length > 0 || tasks > 0 ? 'trouble' : isPaused ? 'paused' : busy.length > 0 ? 'full' : 'empty',
    title: titleOf(stopped, isPaused ? waiting : 0, run, tasks),
    run,
    tasks,
    isPaused,
  };
}

/** The most pressing thing first; one thing only, a title is short. */
function titleOf(stopped: readonly string[], paused: number, run: Presence['run'], tasks: number): string {
  if (stopped.length > 0) return words.titled(stopped.join(', '));
  if (paused > 0) return words.titled(words.paused(paused));
  if (run !== undefined) return words.titled(words.progress(run.done, run.total));
  return tasks > 0 ? words.titled(words.tasks(tasks)) : words.appName;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, each) => total + each, 0);
}
