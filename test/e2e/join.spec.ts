import { join } from 'node:path';
import { z } from 'zod';
import { layoutFaults } from '../support/app/layout-faults';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, numbersOf } from '../support/app/market-orders';
import { seriousFindings } from '../support/app/serious-findings';
import { saveTo } from '../support/app/downloads';
import { reviewSheet } from '../support/app/sheet-steps';
import { setUndoSeconds, waitUntilSettled } from '../support/app/steps';

const room = sharedAppWithMarket();
// One story begins where the one before it has ended: after a failure the others have nothing to go on from.
test.describe.configure({ mode: 'serial' });

const madeSchema = z.array(
  z.looseObject({
    productOrderId: z.string(),
    recipient: z.looseObject({
      name: z.string(),
      tel: z.string(),
      baseAddress: z.string(),
      detailedAddress: z.string(),
    }),
  }),
);

/** All that the market gets, at once: the feed tells of orders by when they were paid. */
let orders: z.infer<typeof madeSchema> = [];

/** Passes 로젠's rule. */
const logen = (n: number): string => `${9_911_300_700 + n}${(9_911_300_700 + n) % 7}`;

test('a sheet with names, phones and addresses alone finds its orders, and they are dispatched', async () => {
  const { market, desk } = room;
  const { page } = desk;
  await setUndoSeconds(page, 0);
  orders = madeSchema.parse(await market.act('make-orders', { count: 7, seed: 71, perOrder: [1] }));
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-fetch').click();
  await expect(page.getByTestId('orders-tab-waiting')).toHaveAttribute('data-count', '7');

  // The last one's address is not in the sheet: only the seller can say that it is hers.
  const rows = orders
    .slice(0, 4)
    .map(({ recipient }, n) => [
      String(n + 1),
      logen(n),
      recipient.name,
      recipient.tel.replace(/-\d{4}-/u, '-****-'),
      n === 3 ? '' : `${recipient.baseAddress}, ${recipient.detailedAddress}`.replaceAll(' ', '  '),
      '의류',
    ]);
  await page.getByTestId('nav-send').click();
  const head = ['번호', '운송장번호', '수하인명', '수하인전화', '수하인주소1', '물품명'];
  await reviewSheet(desk, 'logen.xlsx', [['운송장 출력 현황'], [], head, ...rows]);
  await picture(page, 'join-asked');
  expect(await layoutFaults(page)).toEqual([]);
  // No column names an order: the join is the first answer to that.
  await page.locator('[data-testid=asked][data-field=productOrderId]').getByTestId('asked-join').press('Enter');
  await page.locator('[data-testid=join-place][data-ready=true]').waitFor();
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(3);
  // Three that the sheet has no line for, and the suggested one, until the seller takes it.
  await expect(page.locator('[data-testid=join-row][data-is=order]')).toHaveCount(4);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'join-join');

  // By keys alone from here on: the suggested one is the active one, and is taken as it stands in the panel.
  await page.locator('[data-testid=join]:focus').waitFor();
  await expect(page.locator('[data-testid=join-row][data-row="7"]')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+1');
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(4);
  await picture(page, 'join-join-taken');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  // No courier stands in it: the one whose rule all numbers pass is the first answer of one question.
  const asked = page.locator('[data-testid=asked][data-field=courier]');
  await expect(asked).toContainText('4줄 모두 로젠택배 번호예요.');
  await picture(page, 'join-reviewed');
  await asked.getByTestId('asked-button').first().press('Enter');
  await expect(page.getByTestId('enqueue-button')).toBeEnabled();
  await page.getByTestId('enqueue-button').press('Enter');
  await page.getByTestId('nav-log').press('Enter');
  await waitUntilSettled(page);
  await expect(page.locator('[data-testid=log-row][data-state=succeeded]')).toHaveCount(4);
  const ids = orders.map(({ productOrderId }) => productOrderId);
  expect(await dispatchesOf(market, ids)).toEqual([1, 1, 1, 1, 0, 0, 0]);
  expect((await numbersOf(market, ids)).slice(0, 4)).toEqual([0, 1, 2, 3].map(logen));
});

test('orders leave on a courier’s form, and the sheet that comes back is known by it', async () => {
  const { desk } = room;
  const { page } = desk;
  const last = orders.at(-1);
  await page.getByTestId('nav-orders').click();
  await expect(page.getByTestId('orders-tab-waiting')).toHaveAttribute('data-count', '3');
  await page.getByTestId('form-open').click();
  await expect(page.getByTestId('form-row')).toHaveCount(3);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'join-form');
  await saveTo(desk, 'form-save', join(desk.folder, 'out.xlsx'));
  await page.getByTestId('form-preview').waitFor({ state: 'detached' });
  await page.getByTestId('form-open').click();
  await expect(page.getByTestId('form-again')).toBeVisible();
  await expect(page.getByTestId('form-row')).toHaveCount(0);
  await page.getByTestId('form-close').click();

  // The courier gives the number back under a name of its own.
  await reviewSheet(desk, 'cj.xlsx', [
    ['받는분', '출고메모', '운송장번호'],
    ['***', `no.${last?.productOrderId}`, '577417824035'],
  ]);
  await page.getByTestId('join-open').click();
  await expect(page.getByTestId('join-came-back')).toContainText(
    '접수 파일 3건 중 1건의 송장이 왔어요. 2건이 빠졌어요.',
  );
});

/** Passes CJ's rule: digits 3 to 11 mod 7 are the last. */
const cj = (n: number): string => `57${741_782_600 + n}${(741_782_600 + n) % 7}`;

test('a day goes out on a form and comes back: confirmed, announced, joined by keyboard, dispatched', async () => {
  const { market, desk } = room;
  const { page } = desk;
  const day = madeSchema.parse(await market.act('make-orders', { count: 4, seed: 72, perOrder: [1], notConfirmed: 4 }));
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-fetch').click();
  await expect(page.getByTestId('orders-confirm-all')).toHaveAttribute('data-count', '4');
  await page.getByTestId('orders-confirm-all').click();
  await expect(page.getByTestId('orders-tab-new')).toHaveAttribute('data-count', '0', { timeout: 30_000 });
  await page.getByTestId('form-open').click();
  // What is on a form already stays out of this one.
  await expect(page.getByTestId('form-row')).toHaveCount(4);
  await expect(page.getByTestId('forms-made')).toContainText('3건');
  await expect(page.getByTestId('form-preview')).toBeFocused();
  await saveTo(desk, 'form-save', join(desk.folder, 'cj-day.xlsx'));
  await page.getByTestId('form-preview').waitFor({ state: 'detached' });

  // The courier's sheet has none of our numbers, lacks the last order, and has a parcel of somebody else.
  const rows = day
    .slice(0, 3)
    .map(({ recipient }, n) => [
      recipient.name,
      recipient.tel,
      `${recipient.baseAddress} ${recipient.detailedAddress}`,
      'CJ대한통운',
      cj(n),
    ]);
  const stranger = ['남모름', '010-7777-1234', '대전 중구 모르길 7', 'CJ대한통운', cj(9)];
  await reviewSheet(desk, 'cj-back.xlsx', [['받는분', '전화번호', '주소', '택배사', '운송장번호'], ...rows, stranger]);
  await page.getByTestId('join-open').press('Enter');
  await page.locator('[data-testid=join-place][data-ready=true]').waitFor();
  await expect(page.getByTestId('join-came-back')).toContainText(
    '접수 파일 4건 중 3건의 송장이 왔어요. 1건이 빠졌어요.',
  );
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(3);
  await expect(page.locator('[data-testid=join-row][data-is=alone]')).toContainText('남모름');
  await expect(page.locator(`[data-testid=join-row][data-product-order-id="${day[3]?.productOrderId}"]`)).toContainText(
    '송장 없음',
  );

  // Lifted by mistake, joined, taken back: by keys alone, which the list has had since it opened.
  await page.locator('[data-testid=join]:focus').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('join-foot')).toContainText('들고 있어요');
  // No order is like it: it is held over none until one is pointed at.
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(3);
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-testid=review][data-ready=true][data-file="cj-back.xlsx"]').waitFor();
  // The join is one step of the review, there and back.
  await page.getByTestId('review-undo').click();
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await page.getByTestId('review-redo').click();
  await expect(page.getByTestId('enqueue-button')).toBeEnabled();
  await page.getByTestId('enqueue-button').press('Enter');
  await page.getByTestId('nav-log').click();
  await waitUntilSettled(page);
  // With the four of the first sheet, and the four confirmations.
  await expect(page.locator('[data-testid=log-row][data-state=succeeded]')).toHaveCount(11);
  const ids = day.map(({ productOrderId }) => productOrderId);
  expect(await dispatchesOf(market, ids)).toEqual([1, 1, 1, 0]);
  expect((await numbersOf(market, ids)).slice(0, 3)).toEqual([0, 1, 2].map(cj));
});
