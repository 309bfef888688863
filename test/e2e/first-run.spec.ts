import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import { credentials } from '../support/app/practice-process';
import { seriousFindings } from '../support/app/serious-findings';

/** The first start: three ways in, each of which can be left for later. */

test('the first start offers three ways, and practice leads to a file of practice orders', async () => {
  const desk = await launchDesk();
  const { page } = desk;
  for (const id of ['start-practice', 'start-connect', 'start-file']) await expect(page.getByTestId(id)).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'first-run');
  // Settings stay where they are, whatever is chosen here.
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('store-add')).toBeVisible();
  await page.getByTestId('nav-send').click();
  await page.getByTestId('start-practice').click();
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  await expect(page.getByTestId('start-practice')).toHaveCount(0);
  await desk.close();
});

test('connecting opens the form, takes both keys from one paste, and new secrets begin in their field', async () => {
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: 'http://127.0.0.1:9' } });
  const { page } = desk;
  await page.getByTestId('start-connect').click();
  await expect(page.getByTestId('store-market')).toBeFocused();
  await page.getByTestId('store-label').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `애플리케이션 ID ${credentials.clientId}\n시크릿 ${credentials.clientSecret}`);
  await expect(page.getByTestId('store-client-id')).toHaveValue(credentials.clientId);
  await expect(page.getByTestId('store-client-secret')).toHaveValue(credentials.clientSecret);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'connect');
  await page.getByTestId('store-save').click();
  await page.getByRole('button', { name: '시크릿 바꾸기' }).first().click();
  await expect(page.getByTestId('store-client-secret')).toBeFocused();
  // Once there is a store the three ways do not come back, whatever was chosen there.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByTestId('store-select')).toBeEnabled();
  await page.getByTestId('nav-send').click();
  await page.locator('main[data-screen=send]').waitFor();
  await expect(page.getByTestId('start-connect')).toHaveCount(0);
  await desk.close();
});
