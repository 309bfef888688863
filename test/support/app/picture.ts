import type { Page } from 'playwright';

/**
 * Draws what the window shows into out/e2e/NAME.png, where BALSONG_E2E_PICTURES=1 asks for it. Nothing is asserted of these
 * pictures, and drawing one costs as much as a story's own step: a story that fails keeps a picture without being asked.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['BALSONG_E2E_PICTURES'] === '1') await page.screenshot({ path: `out/e2e/${name}.png` });
}
