import type { Desk } from './launch';

/** Makes what the window shows as large as this, in px of the screen; the page has it once this resolves. */
export async function setContentSize({ app, page }: Desk, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      // Linux grows a window to its screen only as far as its largest size lets it.
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
}
