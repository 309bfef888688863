import { endNextReaderAsItLoads, readerProcesses } from '../support/app/reader-pages';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { reviewSheet } from '../support/app/sheet-steps';
import { countOf } from '../support/app/steps';
import { expect, test } from '../support/app/story';
import { shipment, shipmentHead } from '../support/app/workbook';

const room = sharedAppWithMarket();

test('a reader whose process ends while it loads keeps the next file from nothing', async () => {
  const { desk } = room;
  await reviewSheet(desk, 'before-two.xlsx', [shipmentHead, shipment(80)]);
  // Its own, and one ready for the next file.
  await expect.poll(async () => (await readerProcesses(desk)).length).toBe(2);
  const isEnded = await endNextReaderAsItLoads(desk);
  // Takes the reader that is ready, so that another one starts, and ends.
  await reviewSheet(desk, 'first-of-two.xlsx', [shipmentHead, shipment(70)]);
  await expect.poll(isEnded).toBe(true);
  await reviewSheet(desk, 'second-of-two.xlsx', [shipmentHead, shipment(71)]);
  expect(await countOf(desk.page, 'review-count-ok')).toBe(1);
});
