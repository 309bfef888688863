import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { seriousFindings } from '../support/app/serious-findings';
import { openSample, waitUntilSettled } from '../support/app/steps';
import { windowStates } from '../support/app/window-states';

const sample = join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx');
const screens = ['nav-send', 'nav-log', 'nav-orders', 'nav-insights', 'nav-settings'];

let desk: Desk;
test.beforeAll(async () => {
  desk = await launchDesk();
});
test.afterAll(async () => {
  await desk.close();
});

test('axe finds nothing serious in any state of the list, in both themes', async () => {
  const own = await launchDesk();
  for (const { name, reach } of windowStates) {
    await reach(own.page);
    for (const theme of ['light', 'dark']) {
      await own.page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
      expect(await seriousFindings(own.page), `${name} ${theme}`).toEqual([]);
    }
  }
  await own.close();
});

for (const screen of screens) {
  test(`axe finds nothing serious on ${screen} before anything was done`, async () => {
    await desk.page.getByTestId(screen).click();
    expect(await seriousFindings(desk.page)).toEqual([]);
  });
}

test('axe finds nothing serious in a review, nor in a log with an open row', async () => {
  await openSample(desk.page, sample);
  expect(await seriousFindings(desk.page)).toEqual([]);
  await desk.page.getByTestId('enqueue-button').click();
  await desk.page.getByTestId('nav-log').click();
  await waitUntilSettled(desk.page);
  expect(await seriousFindings(desk.page)).toEqual([]);
});

test('axe finds nothing serious in the form of a new store', async () => {
  await desk.page.getByTestId('nav-settings').click();
  await desk.page.getByTestId('store-add').click();
  await expect(desk.page.getByTestId('store-client-id')).toBeVisible();
  expect(await seriousFindings(desk.page)).toEqual([]);
});
