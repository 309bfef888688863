import type { WebContents } from 'electron';

/**
 * Runs `act` as if the seller had pressed something in the page: it opens no dialog for files without that, and does not
 * know of a press on the menu of macOS (HTML Standard, "transient activation"; it lasts some seconds).
 * @param report hears what a page that is gone answers
 */
export async function asUserGesture(
  page: Pick<WebContents, 'executeJavaScript'>,
  act: () => void,
  report: (problem: unknown) => void,
): Promise<void> {
  try {
    await page.executeJavaScript('undefined', true);
  } catch (problem) {
    report(problem);
  }
  act();
}
