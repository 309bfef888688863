import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';

const desk = sharedApp();

const csv = new TextEncoder().encode('상품주문번호,택배사,송장번호\n2026112120000001,CJ대한통운,685000000036\n');
const login =
  '<html><body><form><table><tr><td>아이디</td><td><input></td></tr><tr><td>비밀번호</td><td><input type=password></td></tr></table></form></body></html>';

for (const { name, content, says } of [
  { name: 'orders.url', content: '[InternetShortcut]\r\nURL=https://example.com/\r\n', says: '바로가기나 링크예요.' },
  { name: 'login.xls', content: login, says: '다시 로그인한 뒤 파일을 다시 받아 주세요.' },
  { name: 'two-files.zip', content: zipSync({ 'a.csv': csv, 'b.csv': csv }), says: '압축을 풀어 주세요.' },
  { name: 'orders.slk', content: 'ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\nE\r\n', says: '엑셀에서 열어 .xlsx로 저장해 주세요.' },
]) {
  test(`${name} is named for what it is, with what helps`, async () => {
    const { page } = desk;
    const file = join(desk.folder, name);
    await writeFile(file, content);
    await page.getByTestId('nav-send').click();
    await page.getByTestId('sheet-input').setInputFiles(file);
    await expect(page.locator(`[data-testid=sheet-error][data-file="${name}"]`)).toContainText(says);
    await picture(page, `not-a-sheet-${name}`);
  });
}

test('a zip with one sheet in it is opened, and the review says which', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'one-file.zip');
  await writeFile(file, zipSync({ '11월/주문.csv': csv }));
  await page.getByTestId('nav-send').click();
  await page.getByTestId('sheet-input').setInputFiles(file);
  const review = page.locator('[data-testid=review][data-file="one-file.zip"]');
  await expect(review.getByTestId('review-row')).toHaveCount(1);
  await expect(page.getByText('압축 파일 안의 ‘주문.csv’ 파일을 읽었어요.')).toBeVisible();
  await picture(page, 'not-a-sheet-zip');
});

test('a folder that is dropped is named as one', async () => {
  const { page } = desk;
  const folder = join(desk.folder, 'downloads');
  await mkdir(folder);
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
  await expect(page.locator('[data-testid=sheet-error][data-file="downloads"]')).toContainText('폴더예요.');
  await picture(page, 'not-a-sheet-folder');
});
