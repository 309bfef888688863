import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { saveTo } from '../support/app/downloads';
import { countOf, openSample, waitUntilSettled } from '../support/app/steps';

const sample = join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx');

const desk = sharedApp();

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

test('문제 알리기 shows what it holds, leaves out what is unticked, and saves one file without secrets and names', async () => {
  const { page } = desk;
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('support-report').click();
  const parts = page.getByTestId('support-part');
  await expect(parts).toHaveCount(6);
  const log = page.locator('[data-part=log]');
  await log.getByRole('button', { name: '열어 보기' }).click();
  await expect(log.locator('pre')).toContainText('app-started');
  await picture(page, 'support-report');
  await page.locator('[data-part=slow]').getByRole('checkbox').uncheck();
  await page.getByTestId('support-note').fill('16:30쯤 멈췄어요');
  const file = join(desk.folder, 'support.zip');
  await saveTo(desk, 'support-save', file);
  const files = unzipSync(new Uint8Array(await readFile(file)));
  expect(Object.keys(files)).toEqual([
    'note.txt',
    'program.json',
    'log.jsonl',
    'stores.json',
    'counts.json',
    'unread.jsonl',
  ]);
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain('16:30쯤 멈췄어요');
  expect(all).toContain('"event":"call"');
  expect(all, 'no label of a store').not.toContain('연습용');
  expect(all, 'no product order').not.toMatch(/\d{16}/);
  await page.keyboard.press('Escape');
  await expect(parts).toHaveCount(0);
  await expect(page.getByTestId('support-report')).toBeFocused();
});
