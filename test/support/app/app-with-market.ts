import { launchDesk } from './launch';
import type { Desk } from './launch';
import { credentials, startPracticeProcess } from './practice-process';
import type { PracticeProcess } from './practice-process';
import { addNaverStore } from './steps';

/** The app with a store of its own, 하늘상점, at a practice market that has no orders yet: where most stories begin. */
export interface AppWithMarket {
  market: PracticeProcess;
  desk: Desk;
  close(): Promise<void>;
}

/** Opens one; its market takes ten calls a second instead of two, so that no story waits for its turn. */
export async function openAppWithMarket(): Promise<AppWithMarket> {
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
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
