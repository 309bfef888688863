import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { openSample } from '../support/app/steps';
import { shipment } from '../support/app/workbook';

const desk = sharedApp();

const head = '상품주문번호,택배사,송장번호';
const csv = (...lines: readonly (readonly string[])[]): string =>
  [head, ...lines.map((line) => line.join(','))].join('\r\n');
/** An order, CJ대한통운 and a number of its own, in the order of `head`. */
const line = (n: number): string[] => shipment(n).slice(0, 3);
const idOf = (n: number): string => line(n)[0] ?? '';
const numberOf = (n: number): string => line(n)[2] ?? '';
/** U+3164, U+200B, U+115F: a person sees none of them. */
const unseen = ['\u3164', '\u200b', '\u115f'];

const xmlRow = (...cells: string[]): string =>
  `<Row>${cells.map((cell) => (cell.startsWith('<') ? cell : `<Cell><Data ss:Type="String">${cell}</Data></Cell>`)).join('')}</Row>`;
const xml2003 = (...rows: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="발송"><Table>${rows.join('')}</Table></Worksheet></Workbook>`;
const html = (...rows: string[][]): string =>
  `<html><body><table>${[head.split(','), ...rows]
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`;
const thousands = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/gu, ',');

interface Story {
  kind: string;
  file: string;
  content: string;
  /** How many lines are right, to be looked at, and wrong; those that go out unasked. */
  ok: number;
  warning?: number;
  error?: number;
  goes: number;
  /** What the screen says of it. */
  says?: string;
}

const stories: Story[] = [
  {
    kind: 'a file whose ids all end in 0 as Excel cuts them',
    file: 'cut.csv',
    content: csv(...[1, 2, 3, 4, 5, 6].map((n) => line(n).with(0, idOf(n * 7).replace(/\d$/u, '0')))),
    ok: 0,
    warning: 6,
    goes: 0,
    says: '이 파일의 상품주문번호 끝자리가 지워진 것 같아요.',
  },
  {
    kind: 'one id of many that ends in 0',
    file: 'one-zero.csv',
    content: csv(...[1, 2, 3, 4, 5, 6].map((n) => (n === 3 ? line(n).with(0, idOf(n).replace(/\d$/u, '0')) : line(n)))),
    ok: 6,
    goes: 6,
  },
  {
    kind: 'a part behind a whole number',
    file: 'suffix.csv',
    content: csv(
      ['2026112190000011', '경동택배', '123456789012-1'],
      line(2).with(2, `${numberOf(2)}-1`),
      line(3).with(0, `${idOf(3)}-1`),
      line(4).with(0, `${idOf(4)} 1`),
    ),
    ok: 0,
    error: 4,
    goes: 0,
    says: '뒤에 다른 숫자가 붙어 있어요.',
  },
  {
    kind: 'labels, telephone numbers and leftovers in place of a number',
    file: 'labels.csv',
    content: csv(
      [idOf(1), '기타 택배', 'No.12345678'],
      [idOf(2), '기타 택배', 'TEL02-123-4567'],
      [idOf(3), '기타 택배', '010-1234-5678'],
      [idOf(4), '기타 택배', '1234'],
    ),
    ok: 0,
    warning: 1,
    error: 3,
    goes: 0,
    says: '송장번호 칸에 전화번호가 적혀 있어요.',
  },
  {
    kind: 'signs no one sees, in every cell',
    file: 'unseen.csv',
    content: csv(...unseen.map((sign, n) => line(n + 1).map((cell) => `${cell}${sign}`))),
    ok: 3,
    goes: 3,
    says: '보이지 않는 글자를 떼고 읽었어요.',
  },
  {
    kind: 'a unit separator before long numbers',
    file: 'separator.csv',
    content: csv(line(1), line(2)).replaceAll(/\d{12,16}/gu, (digits) => `\u001f${digits}`),
    ok: 2,
    goes: 2,
    says: '보이지 않는 글자를 떼고 읽었어요.',
  },
  {
    kind: 'lines whose first cell says total',
    file: 'totals.csv',
    content: `비고,${head}\r\n합,${line(1).join(',')}\r\n총 2개,${line(2).join(',')}\r\n계,,,\r\n`,
    ok: 2,
    goes: 2,
  },
  {
    kind: 'an empty merged cell of XML 2003, which moves nothing to the left',
    file: 'merged.xls',
    content: xml2003(
      xmlRow('상품주문번호', '택배사', '비고', '비고2', '송장번호', '이전송장번호'),
      xmlRow(idOf(1), 'CJ대한통운', '<Cell ss:MergeAcross="1"/>', numberOf(1), numberOf(2)),
    ),
    ok: 1,
    goes: 1,
    says: numberOf(1),
  },
  {
    kind: 'a partly coloured number of XML 2003, which stays whole',
    file: 'coloured.xls',
    content: xml2003(
      xmlRow(...head.split(',')),
      xmlRow(
        idOf(1),
        'CJ대한통운',
        `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${numberOf(1).slice(0, 7)}<Font>${numberOf(1).slice(7)}</Font></ss:Data></Cell>`,
      ),
    ),
    ok: 1,
    goes: 1,
  },
  {
    kind: 'thousands marked in ids and numbers, which are read without the marks',
    file: 'thousands.xls',
    content: html(line(1).map((cell) => (/^\d+$/u.test(cell) ? thousands(cell) : cell))),
    ok: 1,
    goes: 1,
    says: '쉼표를 떼고 읽은 줄 1',
  },
  {
    kind: 'a moment in another zone',
    file: 'zones.csv',
    content: `${head},발송일\r\n${line(1).join(',')},2026-11-20T23:10:00Z\r\n`,
    ok: 1,
    goes: 1,
    says: '2026-11-21 08:10(한국 시각)',
  },
];

for (const { kind, file, content, ok, warning = 0, error = 0, goes, says } of stories) {
  test(`${kind} (${file})`, async () => {
    const { page } = desk;
    await writeFile(join(desk.folder, file), content);
    await openSample(page, join(desk.folder, file));
    const review = page.locator(`[data-testid=review][data-file="${file}"][data-ready=true]`);
    await review.waitFor();
    await expect(page.getByTestId('review-count-ok')).toHaveText(String(ok));
    await expect(page.getByTestId('review-count-warning')).toHaveText(String(warning));
    await expect(page.getByTestId('review-count-error')).toHaveText(String(error));
    const send = page.getByTestId('enqueue-button');
    await expect(send).toContainText(goes === 0 ? '’ 발송 처리하기' : `${goes}건 발송 처리하기`);
    await (goes === 0 ? expect(send).toBeDisabled() : expect(send).toBeEnabled());
    if (says !== undefined)
      await expect(review.or(page.locator('.side-sheet')).filter({ hasText: says }).first()).toBeAttached();
  });
}

test('of a number with a part behind it the whole one is offered, and goes by one click', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'offered.csv');
  await writeFile(file, csv(line(21).with(2, `${numberOf(21)}-1`), line(22).with(0, `${idOf(22)}-01`)));
  await openSample(page, file);
  await page.locator('[data-testid=review][data-file="offered.csv"][data-ready=true]').waitFor();
  for (const [row, done] of [
    [2, 1],
    [3, 2],
  ]) {
    await page.locator(`[data-testid=review-row][data-row="${row}"] [data-mend=set]`).first().click();
    await expect(page.getByTestId('enqueue-button')).toContainText(`${done}건 발송 처리하기`);
  }
  await expect(page.locator('[data-testid=review-row][data-row="2"]')).toContainText(numberOf(21));
});

test('what is typed is read like what a file holds: full-width digits, and signs no one sees', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'typed.csv');
  await writeFile(file, csv(line(31).with(2, '')));
  await openSample(page, file);
  await page.locator('[data-testid=review][data-file="typed.csv"][data-ready=true]').waitFor();
  await page.locator('[data-testid=review-cell][data-row="2"][data-field=trackingNumber]').focus();
  await page.keyboard.press('F2');
  const wide = [...numberOf(31)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  await page.keyboard.insertText(`\u3164${wide}\u200b`);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('enqueue-button')).toContainText('1건 발송 처리하기');
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
});
