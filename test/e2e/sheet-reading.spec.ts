import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { holdAfterProgress, holdQuestions } from '../support/app/hold-reading';
import { openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

/** A file on its way in: how far it is, stopping it, and files that cannot be used. */

const desk = sharedApp();

const look = (name: string) => picture(desk.page, `reading-${name}`);

test('a reading shows a way to stop; stopping leaves the screen usable, and it can be read after all', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'large.csv');
  const lines = Array.from({ length: 55_000 }, (_, at) => shipment(1000 + at).join(','));
  await writeFile(file, `\uFEFF${[shipmentHead.join(','), ...lines].join('\n')}`);
  await page.getByTestId('nav-send').click();
  const held = await holdQuestions(page, 'open');
  await page.getByTestId('sheet-input').setInputFiles(file);
  await expect(page.getByTestId('rows-read')).toHaveText('0줄 읽음');
  await look('reading');
  await page.getByTestId('stop-reading').click();
  const left = page.locator('[data-testid=sheet-error][data-file="large.csv"]');
  await expect(left).toHaveAttribute('data-code', 'stopped');
  await look('stopped');
  // What comes in for it now comes too late.
  await held.release();

  await writeWorkbook(join(desk.folder, 'after.xlsx'), [shipmentHead, shipment(341)]);
  await openSample(page, join(desk.folder, 'after.xlsx'));
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');

  // What was stopped is read after all with one click, and says how far it is.
  const heldAgain = await holdQuestions(page, 'open');
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.getByTestId('stop-reading').click();
  await expect(left).toHaveAttribute('data-code', 'stopped');
  await heldAgain.release();
  const release = await holdAfterProgress(page);
  await page.getByTestId('read-again').click();
  await expect(page.getByTestId('rows-read')).toHaveText(/^[1-9][\d,]*줄 읽음$/u);
  await release();
  await expect(page.getByTestId('enqueue-button')).toContainText('55,000건', { timeout: 60_000 });
  await look('large');
});

const refused = [
  {
    name: '~$orders.xlsx',
    rows: undefined,
    says: '이름이 ~$로 시작하지 않는 원래 파일',
  },
  {
    name: 'coupang.xlsx',
    rows: [
      ['번호', '묶음배송번호', '주문번호', '택배사', '운송장번호', '분리배송 Y/N', '수취인이름'],
      ['1', '1234567', '7654321', 'CJ대한통운', '', '', '시험수취'],
    ],
    says: '쿠팡 주문 파일이라 이 스토어에는 쓸 수 없어요.',
  },
  {
    name: 'gmarket.xlsx',
    rows: [
      ['주문번호', '택배사명(발송방법)', '송장번호', '수령인명'],
      ['4123456789', 'CJ대한통운', '680001112223', '시험수취'],
    ],
    says: '지마켓 주문 파일이라 이 스토어에는 쓸 수 없어요.',
  },
] as const;
for (const { name, rows, says } of refused) {
  test(`${name} is refused kindly`, async () => {
    const { page } = desk;
    const file = join(desk.folder, name);
    await (rows ? writeWorkbook(file, rows) : writeFile(file, Buffer.alloc(165, 'user')));
    await page.getByTestId('nav-send').click();
    await page.getByTestId('sheet-input').setInputFiles(file);
    await expect(page.locator(`[data-testid=sheet-error][data-file="${name}"]`)).toContainText(says);
    await look(`refused-${name}`);
  });
}
