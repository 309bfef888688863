import { launchDesk } from './launch';
import type { Desk } from './launch';
import { credentials, startPracticeProcess } from './practice-process';
import type { PracticeProcess } from './practice-process';
import { addNaverStore, setUndoSeconds } from './steps';

/** The app with a store of its own, 하늘상점, at a practice market that has no orders yet: where most stories begin. */
export interface AppWithMarket {
  market: PracticeProcess;
  desk: Desk;
  close(): Promise<void>;
}

export interface AppWithMarketOptions {
  /** For how long what is sent can be taken back; a story that takes nothing back does not wait for it. */
  undoSeconds?: 0 | 5;
}

/** Opens one; its market takes ten calls a second instead of two, so that no story waits for its turn. */
export async function openAppWithMarket({ undoSeconds = 0 }: AppWithMarketOptions = {}): Promise<AppWithMarket> {
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  if (undoSeconds !== 5) await setUndoSeconds(desk.page, undoSeconds);
  await addNaverStore(desk.page, '하늘상점', credentials);
  return {
    market,
    desk,
    async close() {
      await desk.close();
      await market.stop();
    },
  };
}
