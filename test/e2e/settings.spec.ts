import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { countOf, openSample, waitUntilSettled } from '../support/app/steps';

const sample = join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx');

let desk: Desk;
test.beforeAll(async () => {
  desk = await launchDesk();
});
test.afterAll(async () => {
  await desk.close();
});

test('how long personal data is kept is written when the field is left, within its bounds', async () => {
  const { page } = desk;
  await page.getByTestId('nav-settings').click();
  const days = page.getByTestId('keep-personal-days');
  await expect(days).toHaveValue('90');
  await days.fill('400');
  await days.press('Enter');
  await expect(days).toHaveValue('365');
  await page.reload();
  await page.getByTestId('nav-settings').click();
  await expect(days).toHaveValue('365');
});

test('the longest undo window holds everything back, and one button takes it all back', async () => {
  const { page } = desk;
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('undo-seconds').selectOption('30');
  await openSample(page, sample);
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('undo-button').click();
  await expect(page.getByTestId('undo-button')).toHaveCount(0);
  await page.getByTestId('nav-log').click();
  await expect(page.getByTestId('log-count-queued')).toHaveText('0');
  expect(await countOf(page, 'log-count-succeeded')).toBe(0);
});

test('without an undo window everything starts at once', async () => {
  const { page } = desk;
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('undo-seconds').selectOption('0');
  await page.getByTestId('nav-send').click();
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  await expect(page.getByTestId('log-count-succeeded')).not.toHaveText('0');
  await waitUntilSettled(page);
});
