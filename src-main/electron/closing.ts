import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Counts } from '../../src-preload/contract/job';
import { closing } from '../../src-preload/contract/text/ko/closing';

/** How many jobs are not settled, by what that means for someone about to close the app. */
export function unsettled(counts: readonly Counts[]): { underWay: number; held: number } {
  const sum = (states: readonly (keyof Counts)[]): number =>
    counts.reduce((total, one) => total + states.reduce((part, state) => part + one[state], 0), 0);
  return { underWay: sum(['queued', 'sending', 'waiting', 'unknown']), held: sum(['held']) };
}

/** Asks once whether to close although something is not settled. Answers true for closing. */
export async function askBeforeClosing(window: BrowserWindow, counts: readonly Counts[]): Promise<boolean> {
  const { underWay, held } = unsettled(counts);
  if (underWay + held === 0) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: closing.appName,
    message: closing.title(underWay + held),
    detail: underWay > 0 ? closing.underWay(underWay) : closing.held(held),
    buttons: [closing.stay, closing.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
