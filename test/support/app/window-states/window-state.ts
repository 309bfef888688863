import type { ElectronApplication, Locator, Page } from 'playwright';

/** A state of the window: how to reach it from the one before, and the drawing it is compared with. */
export interface WindowState {
  name: string;
  drawing?: string;
  /** Rows of which four are in sight in the smallest window there can be: a selector. */
  rows?: string;
  reach(page: Page, app: ElectronApplication): Promise<void>;
}

/** Goes to a screen. */
export const place = (name: string) => async (page: Page) => {
  await page.getByTestId(`nav-${name}`).click();
  await page.locator(`main[data-screen=${name}]`).waitFor();
};

/** Opens a dialog that asks, and answers once it is there. */
export async function ask(page: Page, button: Locator): Promise<void> {
  await button.click();
  await page.getByRole('alertdialog').waitFor();
}

/** Leaves a dialog that asks as it was. */
export async function answerNo(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}
