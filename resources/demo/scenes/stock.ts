import { join } from 'node:path';
import { z } from 'zod';
import { launchDesk } from '../../../test/support/app/launch';
import { startPracticeProcess, vendor } from '../../../test/support/app/practice-process';
import { addBrightmallStore } from '../../../test/support/app/steps';
import { writeWorkbook } from '../../../test/support/app/workbook';
import type { Draw } from './scene';

const itemsSchema = z.array(z.looseObject({ ordPrdNo: z.string(), productName: z.string(), quantity: z.number() }));

const prices = [12_500, 31_000, 9_800, 27_000, 6_400, 8_200, 42_000, 38_500, 5_900, 4_300, 22_000, 7_600, 54_000];

/** 재고: empty, a file as the drawing has it, and the items that were answered. */
export async function stockScene(draw: Draw): Promise<void> {
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const { page, folder, close } = await launchDesk({ env: { BALSONG_BRIGHTMALL_URL: market.url } });
  try {
    await addBrightmallStore(page, '온빛리빙', vendor);
    await page.getByTestId('nav-stock').click();
    await draw(page, { name: 'stock-empty' });

    const items = itemsSchema.parse(await market.act('make-items', { count: 38, seed: 19 }));
    const rows = items.map(({ ordPrdNo, productName, quantity }, n) => {
      const price = prices[n % prices.length] ?? 0;
      const total = n === 4 ? price * quantity - 1500 : price * quantity;
      const answer = n === 1 || n === 8 || n === 11 ? '불가' : n >= 29 && n < 35 ? '' : '가능';
      const reason = n === 8 ? '재고 부족 (품절)' : n === 11 ? '상품 파손' : '';
      const memo = n === 8 ? '재입고 예정일 12월 8일' : '';
      const priced = answer === '' ? ['', String(quantity), ''] : [String(price), String(quantity), String(total)];
      return [ordPrdNo, productName, answer, reason, memo, ...priced];
    });
    const file = join(folder, '온빛_재고확인_1127.xlsx');
    await writeWorkbook(file, [
      ['주문품목번호', '상품명', '재고 여부', '불가 사유', '메모', '단가', '수량', '합계'],
      ...rows,
    ]);
    await page.getByTestId('sheet-input').setInputFiles(file);
    await page.locator('[data-testid=review][data-ready=true]').waitFor();
    await draw(page, { name: 'stock', drawing: 'stock' });

    await page.keyboard.press('F8');
    await draw(page, { name: 'stock-total' });

    await page.getByTestId('enqueue-button').click();
    await page.getByTestId('stock-view-answered').click();
    await page.locator('[data-testid=stock-row][data-state=succeeded]').first().waitFor();
    await page.locator('[data-testid=stock-row]:not([data-state=succeeded])').first().waitFor({ state: 'detached' });
    await draw(page, { name: 'stock-answered' });
  } finally {
    await close();
    await market.stop();
  }
}
