import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import { openSample } from '../support/app/steps';
import { shipment, writeWorkbook } from '../support/app/workbook';

test('a courier that only a title names is offered for the whole sheet; courier and number in one column are parted', async () => {
  const desk = await launchDesk();
  const { page } = desk;
  const asked = page.locator('[data-testid=asked][data-field=courier]');
  const titled = join(desk.folder, 'titled.xlsx');
  const [id = '', , number = '', recipient = ''] = shipment(316);
  await writeWorkbook(titled, [
    ['11월 21일 CJ대한통운 출고 목록'],
    [],
    ['상품주문번호', '송장번호', '수취인명'],
    [id, number, recipient],
  ]);
  await openSample(page, titled);
  await expect(asked).toContainText('제목에는 CJ대한통운만 있어요');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await picture(page, 'courier-titled');
  await asked.getByTestId('asked-button').first().click();
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');

  const combined = join(desk.folder, 'combined.xlsx');
  await writeWorkbook(combined, [
    ['상품주문번호', '배송정보', '수취인명'],
    ...[317, 318].map((n) => {
      const [target = '', courier = '', tracking = '', who = ''] = shipment(n);
      return [target, `${courier} ${tracking}`, who];
    }),
  ]);
  await openSample(page, combined);
  await expect(page.locator('[data-testid=review][data-file="combined.xlsx"]')).toBeVisible();
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  await expect(page.getByTestId('asked')).toHaveCount(0);
  await picture(page, 'courier-combined');
  await desk.close();
});
