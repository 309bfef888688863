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

type ClosingAnswer = 'stay' | 'tray' | 'leave';

/** Asks once whether to close although something is not settled; with nothing to ask about it answers `leave`. */
export async function askBeforeClosing(window: BrowserWindow, counts: readonly Counts[]): Promise<ClosingAnswer> {
  const { underWay, held } = unsettled(counts);
  if (underWay + held === 0) return 'leave';
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: closing.appName,
    message: closing.title(underWay + held),
    detail: underWay > 0 ? closing.underWay(underWay) : closing.held(held),
    // Without anything under way there is nothing to go on with.
    buttons: underWay > 0 ? [closing.stay, closing.tray.choose, closing.leave] : [closing.stay, closing.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  const answers: ClosingAnswer[] = underWay > 0 ? ['stay', 'tray', 'leave'] : ['stay', 'leave'];
  return answers[response] ?? 'stay';
}
