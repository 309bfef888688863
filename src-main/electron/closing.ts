import { setTimeout as sleep } from 'node:timers/promises';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { countIn } from '../../src-preload/contract/job-states';
import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { storeNeed } from '../../src-preload/contract/store-need';
import { closing } from '../../src-preload/contract/text/ko/closing';
import { needSentence } from '../../src-preload/contract/text/ko/needs';

type Status = Pick<StoreStatus, 'storeId' | 'counts' | 'filed' | 'connection' | 'pause' | 'offlineCause'>;

/** How many jobs are not settled, each once, by what that means for someone about to close the app. */
export function unsettled(statuses: readonly Pick<Status, 'counts' | 'filed'>[]): { underWay: number; held: number } {
  return statuses.reduce(
    (sum, { counts, filed }) => ({
      underWay: sum.underWay + countIn('underWay', counts),
      // What the seller takes to the market in a file waits for nothing here.
      held: sum.held + counts.held - filed,
    }),
    { underWay: 0, held: 0 },
  );
}

type ClosingAnswer = 'stay' | 'tray' | 'leave';

type Unfinished = readonly [
  stores: readonly Pick<Store, 'id' | 'label'>[],
  statuses: readonly Status[],
  /** What is still to be sent today: a sentence for each store, and the notice of the system that says it. */
  due: { lines: readonly string[]; notify(): void },
];

/** Reading takes milliseconds, unless another program holds the database; whoever pressed the button is not kept waiting. */
const readWithinMs = 1500;

/**
 * Asks once whether to close although something is not settled; with nothing to ask about it answers `leave`.
 * @param read what is not settled, from the database
 */
export async function askBeforeClosing(window: BrowserWindow, read: () => Promise<Unfinished>): Promise<ClosingAnswer> {
  const unfinished = await Promise.race([read(), sleep(readWithinMs, undefined)]);
  if (unfinished === undefined) return askUnread(window);
  const [stores, statuses, due] = unfinished;
  const { underWay, held } = unsettled(statuses);
  if (underWay + held === 0) {
    // Nothing is lost by closing, so nothing is asked; that something is due today is said all the same.
    due.notify();
    return 'leave';
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: closing.appName,
    message: closing.title(underWay + held),
    detail: closing.detail(underWay, held, [...due.lines, ...needWords(stores, statuses)]),
    // Without anything under way there is nothing to go on with.
    buttons: underWay > 0 ? [closing.stay, closing.tray.choose, closing.leave] : [closing.stay, closing.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  const answers: ClosingAnswer[] = underWay > 0 ? ['stay', 'tray', 'leave'] : ['stay', 'leave'];
  return answers[response] ?? 'stay';
}

/** What is not settled cannot be read now. */
async function askUnread(window: BrowserWindow): Promise<ClosingAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: closing.appName,
    message: closing.locked.title,
    detail: closing.locked.detail,
    buttons: [closing.stay, closing.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'leave' : 'stay';
}

/** Which stores have stopped, each in a sentence. */
export function needWords(stores: readonly Pick<Store, 'id' | 'label'>[], statuses: readonly Status[]): string[] {
  return stores.flatMap(({ id, label }) => {
    const status = statuses.find(({ storeId }) => storeId === id);
    const need = status === undefined ? undefined : storeNeed(status);
    return need === undefined || need.is === 'tasks' ? [] : [needSentence(label, need)];
  });
}
