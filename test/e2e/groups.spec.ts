import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore, openSample } from '../support/app/steps';
import { shipment, shipmentHead, shipmentOf, writeWorkbook } from '../support/app/workbook';

const ordersSchema = z.array(z.looseObject({ productOrderId: z.string() }));

test('lines dealt with and lines of other malls stand folded in calm groups at the end, opened by keyboard', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-groups-'));
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const made = ordersSchema.parse(await market.act('make-orders', { count: 5, seed: 21, perOrder: [1] }));
  const lines = made.map(({ productOrderId }, at) => [...shipmentOf(productOrderId, 11 + at), '스마트스토어']);
  const head = [...shipmentHead, '쇼핑몰'];
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  await addNaverStore(page, '하늘상점', credentials);
  const first = join(folder, 'first.xlsx');
  await writeWorkbook(first, [head, ...lines.slice(0, 3)]);
  await openSample(page, first);
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  for (const [id = ''] of lines.slice(0, 3)) {
    await expect(page.locator(`[data-testid=log-row][data-target="${id}"]`)).toHaveAttribute('data-state', 'succeeded');
  }

  // The courier's whole list of the day: three from earlier files, one of them without its number by now, two of another mall.
  const without = (line: string[] = []) => line.with(2, '');
  const second = join(folder, 'second.xlsx');
  await writeWorkbook(second, [
    head,
    ...lines.slice(0, 2),
    without(lines[2]),
    // Numbers of another mall: one in this market's own form would be ours, whatever the mall is called.
    [...shipment(31).with(0, '30000000031'), '쿠팡'],
    [...shipment(32).with(0, '30000000032'), '쿠팡'],
    ...lines.slice(3),
  ]);
  await page.getByTestId('nav-send').click();
  await page.getByTestId('sheet-input').setInputFiles(second);
  await page.locator('[data-testid=review][data-file="second.xlsx"][data-ready=true]').waitFor();
  const row = (at: number) => page.locator(`[data-testid=review-row][data-row="${at}"]`);
  const done = page.getByTestId('group-done');
  await expect(done).toHaveText('이미 처리한 줄 3줄펼치기');
  await expect(done).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByTestId('group-others')).toHaveText('다른 쇼핑몰 줄 2줄펼치기');
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
  await expect(page.getByTestId('line-tab-done')).toHaveText('3건은 이미 처리');
  await expect(page.getByTestId('line-tab-others')).toHaveText('다른 쇼핑몰 2줄');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  for (const at of [7, 8]) await expect(row(at)).toBeVisible();
  for (const at of [2, 3, 4]) await expect(row(at)).toBeHidden();
  await picture(page, 'groups-folded');

  // By keyboard: past the last line to the head of the group, and into what it unfolds.
  await row(8).locator('[data-field=trackingNumber]').click();
  await page.keyboard.press('ArrowDown');
  await expect(done).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(done).toHaveAttribute('aria-expanded', 'true');
  await expect(row(4)).toBeVisible();
  await expect(row(4)).toHaveAttribute('data-level', 'ok');
  await expect(row(4)).toContainText('이미 처리한 주문이에요');
  await expect(done).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(2).locator('[role=gridcell]:focus-within')).toHaveCount(1);
  await page.getByTestId('group-others').click();
  await expect(page.locator('.other-rows tbody tr')).toHaveCount(2);
  await picture(page, 'groups-unfolded');
  await done.click();
  await expect(row(4)).toBeHidden();
  await page.getByTestId('line-tab-others').click();
  await expect(page.locator('.other-rows tbody tr')).toHaveCount(2);
  await picture(page, 'groups-others-tab');
  await page.getByTestId('group-others').click();
  await expect(page.locator('.other-rows')).toHaveCount(0);
  await page.getByTestId('line-tab-all').click();

  // What is left afterwards is dealt with, all of it: then it is shown.
  await page.getByTestId('enqueue-button').click();
  await expect(row(2)).toBeVisible();
  await expect(done).toHaveAttribute('aria-expanded', 'true');
  await picture(page, 'groups-all-dealt');

  await desk.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
});
