import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ko as text } from '../../src-preload/contract/text/ko';
import { expect, test } from '../support/app/story';
import { saveTo } from '../support/app/downloads';
import { placeOrders } from '../support/app/market-orders';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { writeWorkbook } from '../support/app/workbook';

const room = sharedAppWithMarket();
const words = text.forms.edit;

test('a form is learnt from a sheet, handed on as a file, and read back; a file that is none changes nothing', async () => {
  const { market, desk } = room;
  const { page } = desk;
  await placeOrders(market, { count: 2, seed: 31, perOrder: [1] });
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-fetch').click();
  await expect(page.getByTestId('orders-tab-waiting')).toHaveAttribute('data-count', '2');
  await page.getByTestId('form-open').click();
  await page.getByTestId('layout-open').click();

  const sheet = join(desk.folder, '동네물류.xlsx');
  const head = ['받는분', '받는분연락처', '주소', '상품명', '고객주문번호', '운임'];
  await writeWorkbook(sheet, [
    head,
    ['가나다', '010-9876-5432', '서울 중구', '책', '1', '신용'],
    ['라마바', '010-9876-5433', '서울 동구', '컵', '2', '신용'],
  ]);
  await page.getByTestId('layout-sample').setInputFiles(sheet);
  await expect(page.getByTestId('layout-name')).toHaveValue('동네물류');
  const headers = (): Promise<string[]> =>
    page.getByTestId('layout-column').evaluateAll((all) => all.map((each) => each.querySelector('input')?.value ?? ''));
  expect(await headers()).toEqual(head);
  const file = join(desk.folder, 'form.json');
  await saveTo(desk, 'layout-export', file);
  await page.getByTestId('layout-save').click();
  await expect(page.locator('[data-testid=form-layout] option:checked')).toHaveText('동네물류');
  await expect(page.getByTestId('form-row')).toHaveCount(2);

  // What comes from elsewhere: each says what it is, and the form in the editor stays as it is.
  await page.getByTestId('layout-open').click();
  const good = await readFile(file, 'utf8');
  const bad = join(desk.folder, 'bad.json');
  const refused = async (content: string, says: string): Promise<void> => {
    await writeFile(bad, content);
    await page.getByTestId('layout-file').setInputFiles(bad);
    await expect(page.getByRole('status').filter({ hasText: says })).toHaveCount(1);
    expect(await headers()).toEqual(head);
  };
  await refused(good.replace('"form": 1', '"form": 2'), words.readFailures['other-version']);
  await refused(good.replace('"layout": {', '"layout": { "onOpen": "calc.exe",'), words.readFailures.damaged);
  await refused(`${good}${' '.repeat(10_000_000)}`, words.readFailures['too-large']);
  await refused(good.replace(/"sheetName": "[^"]*"/u, String.raw`"sheetName": "a\u0007"`), words.readFailures.damaged);
  await refused('name,phone', words.readFailures['no-layout']);

  // The one that was handed on is read where it is not known, kept, and used.
  await page.getByTestId('layout-drop').click();
  await page.getByTestId('layout-save').waitFor({ state: 'detached' });
  await page.getByTestId('layout-open').click();
  await page.getByTestId('layout-file').setInputFiles(file);
  await expect(page.getByTestId('layout-name')).toHaveValue('동네물류');
  await page.getByTestId('layout-save').click();
  await expect(page.locator('[data-testid=form-layout] option:checked')).toHaveText('동네물류');
  await expect(page.getByTestId('form-row')).toHaveCount(2);
});
