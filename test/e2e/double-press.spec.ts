import { expect, test } from '../support/app/story';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { pressIntoNext, pressTwice } from '../support/app/press';
import { reviewSheet } from '../support/app/sheet-steps';
import { setUndoSeconds } from '../support/app/steps';
import { shipmentHead } from '../support/app/workbook';

/** A hand that presses twice means it once: the second press meets what has come to lie under the pointer. */

const room = sharedAppWithMarket();

async function review(name: string, count: number, seed: number): Promise<string[]> {
  const orders = await placeOrders(room.market, { count, seed, perOrder: [1] });
  await reviewSheet(room.desk, name, [shipmentHead, ...orders.map(({ row }) => row)]);
  return orders.map(({ productOrderId }) => productOrderId);
}

test('on sending: it is not taken back at once, and taking it back does not send it again', async () => {
  const { page } = room.desk;
  // As long as there is: however slow the machine, it is not over before the press.
  await setUndoSeconds(page, 30);
  const ids = await review('twice.xlsx', 3, 81);
  await pressTwice(page.getByTestId('enqueue-button'), () => expect(page.getByTestId('undo-button')).toBeVisible());
  await expect(page.getByText('3건을 대기 목록에 넣었어요.')).toBeVisible();
  await pressTwice(page.getByTestId('undo-button'), () => expect(page.getByTestId('enqueue-button')).toBeEnabled());
  await expect(page.getByText('3건을 되돌렸어요.')).toBeVisible();
  await expect(page.getByTestId('undo-button')).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toBeEnabled();
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 0, 0]);
});

test('on a yes to one cancel request: the next row, which slides under the pointer, is not touched', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 0);
  const ids = await review('held.xlsx', 3, 82);
  for (const productOrderId of ids) await room.market.act('request-cancel', { productOrderId });
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  await expect(page.getByTestId('log-count-held')).toHaveText('3');
  const held = page.locator('[data-testid=log-row][data-state=held]');

  // By keyboard: Enter asks, and as soon as the question has the focus, Enter again leaves it as it is. One that comes
  // earlier still falls on the button that asks, and asks the same.
  await page.getByTestId('approve-button').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('hold-later')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('hold-dialog')).toHaveCount(0);
  await expect(held).toHaveCount(3);
  // A yes is chosen first and pressed then; both presses of a double click fall on one box.
  await page.getByTestId('approve-button').first().click();
  await page.getByTestId('hold-refuse').check();
  await page.getByTestId('hold-confirm').dblclick();
  await expect(held).toHaveCount(2);
  await pressIntoNext(page.getByTestId('decline-button').first(), () => expect(held).toHaveCount(1));
  await expect(page.getByTestId('log-count-succeeded')).toHaveText('1');
  await expect(page.getByTestId('log-count-cancelled')).toHaveText('1');
  await expect(page.getByTestId('log-count-held')).toHaveText('1');
  expect((await dispatchesOf(room.market, ids)).toSorted()).toEqual([0, 0, 1]);
});
