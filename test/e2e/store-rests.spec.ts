import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sendSheet } from '../support/app/sheet-steps';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { placeOrders } from '../support/app/market-orders';
import { pressTwice } from '../support/app/press';
import { seriousFindings } from '../support/app/serious-findings';
import { shipment, shipmentHead } from '../support/app/workbook';
import { inMain } from '../support/app/in-main';

/** Why a store rests, as the seller reads it: which trouble, since when, until when; and that it goes on by itself. */

const room = sharedAppWithMarket();

const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-target="${id}"]`);
const badge = () => room.desk.page.getByTestId('connection-badge');
const banner = (title: string) => room.desk.page.getByRole('region', { name: title });

async function send(seed: number): Promise<string[]> {
  const orders = await placeOrders(room.market, { count: 3, seed, perOrder: [1] });
  await sendSheet(room.desk, `${seed}.xlsx`, [shipmentHead, ...orders.map(({ row }) => row)]);
  return orders.map(({ productOrderId }) => productOrderId);
}

/** As the system tells it: the computer woke up. */
const wake = (): Promise<void> => inMain(room.desk.app, ({ powerMonitor }) => void powerMonitor.emit('resume'));

async function allDone(ids: readonly string[]): Promise<void> {
  for (const id of ids) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded', { timeout: 30_000 });
  await expect(badge()).toHaveAttribute('data-state', 'online');
}

const whenIs = /\(.*\d{1,2}:\d{2}부터( · .*\d{1,2}:\d{2}쯤 다시 살펴봐요)?\)/u;

test('a double press of the pause button is one: it pauses, and another one goes on', async () => {
  const pause = room.desk.page.getByTestId('pause-toggle');
  for (const [state, pressed] of [
    ['paused', 'true'],
    ['online', 'false'],
  ] as const) {
    await pressTwice(pause, () => expect(badge()).toHaveAttribute('data-state', state));
    // The settings ask the main process once more behind the second press.
    await room.desk.page.getByTestId('nav-settings').click();
    await room.desk.page.getByTestId('store-test').first().click();
    await expect(room.desk.page.getByTestId('store-test-result').first()).toHaveAttribute('data-code', 'ok');
    await expect(pause).toHaveAttribute('aria-pressed', pressed);
    await expect(badge()).toHaveAttribute('data-state', state);
  }
});

test('another address than the allowed one: said, and on again when the computer wakes on the old one', async () => {
  await room.market.act('set', { ipAllowed: false });
  const ids = await send(61);
  await expect(badge()).toHaveAttribute('data-state', 'paused');
  const said = banner('네이버가 지금 인터넷 주소(IP)를 허용하지 않았어요.');
  await expect(said).toContainText('3건은 그대로 보관하고 있어요');
  await expect(said).toContainText(/부터 · .*쯤 다시 살펴봐요/u);
  // The market named no address, so there is none to copy.
  await expect(said.getByRole('button', { name: 'IP 복사하기' })).toHaveCount(0);
  await picture(room.desk.page, 'rests-ip');
  await wake();
  await expect(badge(), 'asleep and awake on the hotspot').toHaveAttribute('data-state', 'paused');
  await room.market.act('set', { ipAllowed: true });
  await wake();
  await allDone(ids);
});

test('a used-up quota: why, and until when', async () => {
  await room.market.act('inject', {
    rules: [{ when: { path: 'dispatch', times: 1 }, fault: { kind: 'status', status: 429, code: 'GW.QUOTA_LIMIT' } }],
  });
  const ids = await send(62);
  await expect(badge()).toHaveText('호출 한도 도달');
  const said = banner('네이버에 보낼 수 있는 호출을 다 썼어요.');
  await expect(said).toContainText('한 시간에 한 번으로 줄고');
  await expect(said).toContainText(whenIs);
  await picture(room.desk.page, 'rests-quota');
  // The seller may try before its time.
  await room.desk.page.getByTestId('retry-all-button').click();
  await allDone(ids);
});

for (const { blocked, seed } of [
  { blocked: 'circuit', seed: 63 },
  { blocked: 'maintenance', seed: 64 },
]) {
  test(`the market stays away (${blocked}): not called an outage of the internet, and on by itself`, async () => {
    await room.market.act('set', { blocked });
    const ids = await send(seed);
    await expect(badge()).toHaveAttribute('data-state', 'offline');
    await expect(badge()).toHaveText('쇼핑몰 답 없음');
    const said = banner('네이버 스마트스토어 쪽에서 답이 오지 않아요.');
    await expect(said).toContainText('인터넷은 연결되어 있고');
    await expect(said).toContainText(/부터/u);
    await picture(room.desk.page, `rests-${blocked}`);
    await room.market.act('set', { blocked: 'no' });
    await allDone(ids);
  });
}

test('a permission that is missing: said, and on when it was tested well', async () => {
  await room.market.act('set', { permissionGranted: false });
  const ids = await send(65);
  const said = banner('이 애플리케이션에 주문 권한이 없어요.');
  await expect(said).toContainText(whenIs);
  await picture(room.desk.page, 'rests-permission');
  await room.market.act('set', { permissionGranted: true });
  await said.getByRole('button', { name: '다시 연결하기' }).click();
  await allDone(ids);
});

test('while the seller rests the store, a number is corrected in the log, and only the corrected one goes out', async () => {
  const { page } = room.desk;
  await page.getByTestId('pause-toggle').click();
  const ids = await send(66);
  const [first = ''] = ids;
  await rowOf(first).getByTestId('log-edit').click();
  await expect(page.getByTestId('dispatch-edit').getByTestId('product-name')).toContainText(/[가-힣]{2}/u);
  const [, , corrected = ''] = shipment(1);
  await page.getByTestId('log-edit-number').fill('');
  await expect(page.getByTestId('log-edit-save')).toBeDisabled();
  await page.getByTestId('log-edit-number').fill(corrected);
  await picture(page, 'rests-edit');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByTestId('log-edit-save').click();
  await expect(page.getByTestId('dispatch-edit')).toHaveCount(0);
  await page.getByTestId('pause-toggle').click();
  await allDone(ids);
  expect(JSON.stringify(await room.market.act('ledger'))).toContain(`"${corrected}"`);
});
