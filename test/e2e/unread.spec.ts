import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { launchDesk } from '../support/app/launch';
import { openSample } from '../support/app/steps';
import { shipment, shipmentHead } from '../support/app/workbook';

const desk = sharedApp();

test('tables of a file that are not under review are told, and one click reads each in a review of its own', async () => {
  const { page } = desk;
  const book = XLSX.utils.book_new();
  const turned = (cells: readonly string[]): string[] => cells.toReversed();
  const add = (name: string, rows: readonly (readonly string[])[]): void => {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  };
  const below = [turned(shipmentHead), turned(shipment(303)), turned(shipment(304))];
  add('CJ', [shipmentHead, shipment(301), shipment(302), [], ...below]);
  add('한진', [shipmentHead, shipment(311)]);
  const file = join(desk.folder, 'two-couriers.xlsx');
  await writeFile(file, new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));

  await openSample(page, file);
  const rows = page.getByTestId('review-row');
  await expect(rows).toHaveCount(2);
  const unread = page.getByTestId('unread');
  await expect(unread).toHaveCount(2);
  await expect(unread.first()).toContainText('5번째 줄부터 다른 표가 있어요. 그 2줄은 아직 읽지 않았어요.');
  await expect(unread.last()).toContainText('‘한진’ 시트에도 표가 있어요. 그 1줄은');
  await picture(page, 'unread');

  await unread.first().getByTestId('unread-open').click();
  await page.locator('[data-testid=review][data-file="two-couriers.xlsx (5번째 줄부터)"][data-ready=true]').waitFor();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute('data-row', '6');
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
  await expect(unread).toHaveCount(0);
  await picture(page, 'unread-below');

  await page.locator('[data-testid=file-tab][data-file="two-couriers.xlsx"]').click();
  await expect(unread).toHaveCount(1);
  await unread.last().getByTestId('unread-open').click();
  await page.locator('[data-testid=review][data-file="two-couriers.xlsx (한진)"][data-ready=true]').waitFor();
  await expect(rows).toHaveCount(1);
  await expect(page.getByTestId('review-count-ok')).toHaveText('1');
  await page.locator('[data-testid=file-tab][data-file="two-couriers.xlsx"]').click();
  await expect(rows).toHaveCount(2);
});

test('after a restart the tables that were not read are told of again, and what was noted of the file', async () => {
  const own = await mkdtemp(join(tmpdir(), 'balsong-unread-again-'));
  const dataDir = join(own, 'data');
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([[...shipmentHead], shipment(321)]), 'CJ');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[...shipmentHead], shipment(331)]), '한진');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[...shipmentHead], shipment(341)]), '롯데');
  const wide = Array.from({ length: 600 }, (_, column) => `열 ${column}`);
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([wide, wide]), '월말');
  const file = join(own, 'three.xlsx');
  await writeFile(file, new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
  const before = await launchDesk({ dataDir });
  await openSample(before.page, file);
  const note = '‘월말’ 시트는 열이 너무 많아서 읽지 않았어요.';
  await expect(before.page.getByTestId('file-note')).toContainText(note);
  await before.page.getByTestId('unread').filter({ hasText: '한진' }).getByTestId('unread-open').click();
  await before.page.locator('[data-testid=review][data-file="three.xlsx (한진)"][data-ready=true]').waitFor();
  await before.close();

  const after = await launchDesk({ dataDir });
  const { page } = after;
  await page.locator('[data-testid=file-tab][data-file="three.xlsx"]').click();
  await page.locator('[data-testid=review][data-file="three.xlsx"][data-ready=true]').waitFor();
  // The one that was opened next to it has its own review, which came back, too.
  await expect(page.getByTestId('unread')).toHaveText(
    '‘롯데’ 시트에도 표가 있어요. 그 1줄은 아직 읽지 않았어요. 읽으려면 파일을 다시 놓아 주세요. ',
  );
  await expect(page.getByTestId('file-note')).toContainText(note);
  await picture(page, 'unread-again');
  await page.locator('[data-testid=file-tab][data-file="three.xlsx (한진)"]').click();
  await page.locator('[data-testid=review][data-file="three.xlsx (한진)"][data-ready=true]').waitFor();
  await expect(page.getByTestId('unread')).toHaveCount(0);
  await expect(page.getByTestId('file-note')).toHaveCount(0);
  await after.close();
  await rm(own, { recursive: true, force: true });
});
