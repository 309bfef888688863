import { sharedApp } from '../support/app/shared-app';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { reviewSteps } from '../support/app/review-steps';
import { openSample } from '../support/app/steps';
import { setContentSize } from '../support/app/window-size';
import { shipment } from '../support/app/workbook';

const desk = sharedApp();

const { cell, press, review } = reviewSteps(() => desk);
const head = (column: string) => desk.page.locator(`.review .grid-header[data-column=${column}]`);
const rows = (): Promise<(string | null)[]> =>
  desk.page.getByTestId('review-row').evaluateAll((all) => all.map((each) => each.getAttribute('data-row')));
const widthOf = async (column: string): Promise<number> => Math.round((await head(column).boundingBox())?.width ?? 0);

test('a sheet with its method of delivery fits the window as it is', async () => {
  const sample = join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx');
  await setContentSize(desk, 1280, 800);
  await openSample(desk.page, sample);
  await expect(head('deliveryMethod')).toBeVisible();
  const beyond = await desk.page.locator('.review-grid').evaluate((each) => each.scrollWidth - each.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  // 우체국 has thirteen digits, the most of all: seen to the last one, also in a cell with a remark.
  const cut = await desk.page
    .locator('[data-testid=review-cell][data-field=trackingNumber] .cell-text')
    .evaluateAll((cells) =>
      cells.flatMap((each) => (each.scrollWidth > each.clientWidth ? (each.textContent ?? '') : [])),
    );
  expect(cut.filter((number) => /^\d{1,13}$/u.test(number))).toEqual([]);

  // What 150 % leaves of the smallest window still shows rows, and what sends them.
  await desk.page.setViewportSize({ width: 640, height: 400 });
  await expect(desk.page.getByTestId('enqueue-button')).toBeInViewport({ ratio: 1 });
  const foot = (await desk.page.locator('.send-bar').boundingBox())?.y ?? 0;
  const bottoms = await desk.page
    .locator('.review-grid .grid-row')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom));
  expect(bottoms.filter((bottom) => bottom <= foot).length).toBeGreaterThanOrEqual(4);
  await desk.page.setViewportSize({ width: 1280, height: 800 });
});

test('lines are sorted within their groups, filtered by remark, and columns keep their width', async () => {
  const lines = [3, 1, 2, 5, 4].map(shipment);
  await review('order.xlsx', [
    ...lines.slice(0, 3),
    ...lines.slice(3).map(([id = '', , number = '', ...rest]) => [id, '한짐택배', number, ...rest]),
    [...shipment(6).slice(0, 2), '', '시험수취6', '시험 상품 6'],
  ]);
  await expect.poll(rows).toEqual(['5', '6', '7', '2', '3', '4']);
  await head('recipient').getByRole('button').click();
  await expect(head('recipient')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(rows).toEqual(['6', '5', '7', '3', '4', '2']);
  await head('recipient').getByRole('button').click();
  await expect(head('recipient')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(rows).toEqual(['5', '6', '7', '2', '4', '3']);
  await picture(desk.page, 'sorted');

  // By keyboard: up from the first row, along the names, and pressed.
  await cell(5, 'trackingNumber').focus();
  await press('Control+Home');
  await press('ArrowUp');
  await press('ArrowRight');
  await expect(head('recipient').getByRole('button')).toBeFocused();
  await press('Enter');
  await expect(head('recipient')).toHaveAttribute('aria-sort', 'none');
  await expect.poll(rows).toEqual(['5', '6', '7', '2', '3', '4']);
  const narrow = await widthOf('recipient');
  await press('Alt+ArrowRight');
  await press('Alt+ArrowRight');
  await expect.poll(() => widthOf('recipient')).toBe(narrow + 16);
  await press('ArrowDown');

  // By mouse, far enough that the table scrolls sideways.
  const edge = await head('productName').locator('.head-edge').boundingBox();
  if (!edge) throw new Error('no edge');
  await desk.page.mouse.move(edge.x + 4, edge.y + 10);
  await desk.page.mouse.down();
  await desk.page.mouse.move(edge.x + 304, edge.y + 10, { steps: 4 });
  await desk.page.mouse.up();
  const wide = await widthOf('productName');
  expect(wide).toBeGreaterThan(400);
  const grid = desk.page.locator('.review-grid');
  expect(await grid.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeGreaterThan(50);
  expect(await grid.locator('.grid-scroll').evaluate((each) => each.clientWidth)).toBeGreaterThan(
    await grid.evaluate((each) => each.clientWidth),
  );
  await picture(desk.page, 'wide');

  await desk.page.getByTestId('remark-filter').click();
  const kind = (code: string) => desk.page.locator(`[data-testid=remark-kind][data-code=${code}]`);
  await expect(kind('courier-unknown')).toHaveAttribute('data-count', '2');
  await expect(kind('tracking-missing')).toHaveAttribute('data-count', '1');
  await kind('courier-unknown').click();
  await expect.poll(rows).toEqual(['5', '6']);
  await picture(desk.page, 'filtered');
  await kind('tracking-missing').click();
  await expect.poll(rows).toEqual(['5', '6', '7']);
  await desk.page.getByTestId('remark-kinds-all').click();
  await expect.poll(rows).toHaveLength(6);

  // The next file with these headers opens with these widths; pressed twice the edge gives the column its own again.
  await review('next.xlsx', lines);
  await expect.poll(() => widthOf('productName')).toBe(wide);
  await expect.poll(() => widthOf('recipient')).toBe(narrow + 16);
  await head('productName').locator('.head-edge').dblclick();
  await expect.poll(() => widthOf('productName')).toBeLessThan(300);
});
