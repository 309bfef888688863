import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import { openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

test('a second file opens its own review, and neither a kill nor a restart loses a correction', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-drafts-'));
  const dataDir = join(folder, 'data');
  const [morning, evening] = [join(folder, 'morning.xlsx'), join(folder, 'evening.xlsx')];
  const missing = shipment(2);
  await writeWorkbook(morning, [
    shipmentHead,
    shipment(1),
    [missing[0] ?? '', missing[1] ?? '', '', '시험수취2', '시험 상품 2'],
  ]);
  await writeWorkbook(evening, [shipmentHead, shipment(3)]);

  const desk = await launchDesk({ dataDir });
  await openSample(desk.page, morning);
  await expect(desk.page.getByTestId('review-count-error')).toHaveText('1');
  const cell = desk.page.locator('[data-testid=review-cell][data-row="3"][data-field=trackingNumber]');
  await cell.click();
  await desk.page.keyboard.press('F2');
  await desk.page.keyboard.type(missing[2] ?? '');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByTestId('review-count-error')).toHaveText('0');

  await desk.page.getByTestId('sheet-input').setInputFiles(evening);
  await expect(desk.page.locator('[data-testid=review][data-file="evening.xlsx"][data-ready=true]')).toBeVisible();
  await expect(desk.page.getByTestId('file-tab')).toHaveCount(2);
  // The correction is on its way to the disk: what is asked next is answered after it.
  await desk.page.evaluate(() => Reflect.get(globalThis, 'desk').call('imports-list', {}));
  await desk.kill();

  const again = await launchDesk({ dataDir });
  await expect(again.page.getByTestId('file-tab')).toHaveCount(2);
  await again.page.locator('[data-testid=file-tab][data-file="morning.xlsx"]').click();
  await expect(again.page.locator('[data-testid=review][data-file="morning.xlsx"][data-ready=true]')).toBeVisible();
  await expect(again.page.getByTestId('review-count-error')).toHaveText('0');
  await expect(again.page.getByTestId('review-count-ok')).toHaveText('2');
  await again.close();
  await rm(folder, { recursive: true, force: true });
});
