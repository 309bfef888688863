import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { holdQuestions } from '../support/app/hold-reading';
import { inNextReader, readerProcesses } from '../support/app/reader-pages';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { reviewSheet } from '../support/app/sheet-steps';
import { countOf } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

const room = sharedAppWithMarket();

const tab = (name: string) => room.desk.page.locator(`[data-testid=file-tab][data-file="${name}"]`);
const failed = (name: string) => room.desk.page.locator(`[data-testid=sheet-error][data-file="${name}"]`);
const row = (n: number) => room.desk.page.locator(`[data-testid=review-row][data-row="${n}"]`);
const cell = (n: number, field: string) => row(n).locator(`[data-testid=review-cell][data-field=${field}]`);

/** Every reading begins with the digest of the bytes: whatever stands in its place happens to the next file. */
const instead = (what: string) => `Object.defineProperty(crypto.subtle, 'digest', { value: () => { ${what} } })`;

/** Hands in a file that nothing awaits. */
async function handIn(name: string): Promise<void> {
  const file = join(room.desk.folder, name);
  await writeWorkbook(file, [shipmentHead, shipment(90), shipment(91)]);
  await room.desk.page.getByTestId('nav-send').click();
  await room.desk.page.getByTestId('sheet-input').setInputFiles(file);
}

/** A sheet with one wrong number under review, and a reader ready for the next one. */
async function reviewInTheWay(name: string, first: number): Promise<void> {
  const [id = '', courier = '', , ...rest] = shipment(first);
  await reviewSheet(room.desk, name, [shipmentHead, [id, courier, '12', ...rest], shipment(first + 1)]);
  expect(await countOf(room.desk.page, 'review-count-error')).toBe(1);
  const tabs = await room.desk.page.getByTestId('file-tab').count();
  await expect.poll(async () => (await readerProcesses(room.desk)).length).toBe(tabs + 1);
}

/** The review is still worked on and sent: its wrong number is put right. */
async function workOn(name: string, first: number): Promise<void> {
  const { page } = room.desk;
  await tab(name).click();
  await page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`).waitFor();
  await cell(2, 'trackingNumber').dblclick();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(shipment(first)[2] ?? '');
  await page.keyboard.press('Enter');
  await expect(row(2)).toHaveAttribute('data-level', 'ok');
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  for (const n of [first, first + 1]) {
    await expect(page.locator(`[data-testid=log-row][data-target="${shipment(n)[0]}"]`)).toBeVisible();
  }
}

const hogs: { name: string; what: string }[] = [
  {
    name: 'script-memory.xlsx',
    what: 'const kept = []; for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at, text: `cell ${at}` })));',
  },
  { name: 'byte-memory.xlsx', what: 'const kept = []; for (;;) kept.push(new Uint8Array(32 * 1024 * 1024).fill(1));' },
];

for (const [at, { name, what }] of hogs.entries()) {
  test(`a file whose reader really runs out of memory (${name}) is one failed file`, async () => {
    test.setTimeout(120_000);
    const { desk } = room;
    const other = `beside-${name}`;
    await reviewInTheWay(other, 10 + at * 10);
    await inNextReader(desk, instead(what));
    await handIn(name);
    await expect(failed(name)).toBeVisible({ timeout: 90_000 });
    await expect(failed(name)).toHaveAttribute('data-code', 'out-of-memory');
    await expect(failed(name)).toContainText('메모리가 너무 많이 드는 파일이라 멈췄어요');
    await picture(desk.page, `exhausted-${at}`);
    await workOn(other, 10 + at * 10);
    // The same file, in a reader that does no harm, is a file like any other.
    await handIn(name);
    await expect(desk.page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`)).toBeVisible();
  });
}

test('a file whose reader spins for ever is ended after a minute without a sign', async () => {
  test.setTimeout(180_000);
  const { desk } = room;
  await reviewInTheWay('beside-spin.xlsx', 40);
  await inNextReader(desk, instead('for (;;);'));
  await handIn('spin.xlsx');
  // Meanwhile everything else goes on, and the file can be given up.
  await workOn('beside-spin.xlsx', 40);
  await desk.page.getByTestId('nav-send').click();
  await tab('spin.xlsx').click();
  await expect(failed('spin.xlsx')).toBeVisible({ timeout: 90_000 });
  await expect(failed('spin.xlsx')).toHaveAttribute('data-code', 'no-progress');
});

test('a reader that spins is stopped by hand at once, and its process goes', async () => {
  const { desk } = room;
  await reviewInTheWay('beside-stopped.xlsx', 50);
  const spinning = (await readerProcesses(desk)).at(-1);
  await inNextReader(desk, instead('for (;;);'));
  await handIn('stopped.xlsx');
  await desk.page.getByTestId('stop-reading').click();
  await expect(failed('stopped.xlsx')).toHaveAttribute('data-code', 'stopped');
  await expect.poll(() => readerProcesses(desk)).not.toContain(spinning);
});

test('a review whose process dies comes back from its draft with what was edited', async () => {
  const { desk } = room;
  const { page } = desk;
  await reviewInTheWay('killed.xlsx', 60);
  await cell(3, 'trackingNumber').dblclick();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');
  await expect(row(3)).toHaveAttribute('data-level', 'error');
  await expect(row(3)).toContainText('2자리예요');
  // Its own reader, then the one that takes up its draft: the system may end several at once.
  const [own = 0, spare = 0] = (await readerProcesses(desk)).slice(-2);
  const held = await holdQuestions(page, 'restore');
  process.kill(own, 'SIGKILL');
  await expect(page.getByText('저장된 줄로 다시 열었어요')).toBeAttached();
  await expect.poll(held.count).toBe(1);
  process.kill(spare, 'SIGKILL');
  await expect.poll(held.count).toBe(2);
  await held.release();
  await page.locator('[data-testid=review][data-file="killed.xlsx"][data-ready=true]').waitFor();
  await expect(row(3)).toContainText('2자리예요');
  await cell(3, 'trackingNumber').dblclick();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(shipment(61)[2] ?? '');
  await page.keyboard.press('Enter');
  await expect(row(3)).toHaveAttribute('data-level', 'ok');
  await workOn('killed.xlsx', 60);
});
