import type { Desk } from './launch';
import { inMain } from './in-main';

/** Presses a button that saves a file, and waits until it lies at `path`; the save dialog is left out. */
export async function saveTo(desk: Desk, testId: string, path: string): Promise<void> {
  const saved = inMain(
    desk.app,
    ({ session }, to) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(to);
          item.once('done', (_done, state) => resolve(state));
        });
      }),
    path,
  );
  await desk.page.getByTestId(testId).first().click();
  const state = await saved;
  if (state !== 'completed') throw new Error(`saving ended as ${state}`);
}
