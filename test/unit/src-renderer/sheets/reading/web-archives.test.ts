import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { readFailures } from '../../../../../src-renderer/sheets/reading/workbook';
import { decodeCp949, encodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { webArchive } from '../../../../fixtures/sheets/web-archive';
import { expectCheap } from '../../../../support/bounded-work';

const rows = [
  ['상품주문번호', '택배사', '송장번호'],
  ['2026112120000001', 'CJ대한통운', '685000000036'],
  ['2026112120000014', '똠방각하', '0685000000106'],
];
const table = (cells: readonly string[][]): string =>
  `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\r\n')}</table>`;
const page = (cells: readonly string[][]): string => `<html><head></head><body>${table(cells)}</body></html>`;

describe('a web archive', () => {
  for (const transfer of ['quoted-printable', 'base64', '8bit'] as const) {
    for (const charset of ['utf-8', 'ks_c_5601-1987', undefined]) {
      for (const lineEnd of ['\r\n', '\n']) {
        it(`is read in ${transfer}, charset ${charset}, ${lineEnd.length} bytes to end a line`, async () => {
          const encoding = charset === 'ks_c_5601-1987' ? { encode: encodeCp949 } : {};
          const part = { html: page(rows), transfer, ...encoding, ...(charset === undefined ? {} : { charset }) };
          const read = await open(webArchive([part], lineEnd), { fileName: '주문.xls' });
          expect(read.kind).toBe('html');
          expect(texts(first(read))).toEqual(rows);
        });
      }
    }
  }

  it('is read by what is in it where its charset is wrong, or as the seller says', async () => {
    const wrong = webArchive([{ html: page(rows), charset: 'utf-8', encode: encodeCp949 }]);
    expect(texts(first(await open(wrong)))).toEqual(rows);
    expect(first(await open(wrong, { encoding: 'utf-8' })).text(0, 0)).toContain('\uFFFD');
  });

  it('of a workbook has its sheets under their names, hidden ones too, and not its tab strip', async () => {
    const sheetXml = (name: string, file: string, more = ''): string =>
      `<x:ExcelWorksheet><x:Name>${name}</x:Name><x:WorksheetSource HRef="b.files/${file}"/>${more}</x:ExcelWorksheet>`;
    const main = `<html><head><xml><x:ExcelWorkbook><x:ExcelWorksheets>${sheetXml('발송 &amp; 반품', 'sheet001.htm')}${sheetXml('지난달', 'sheet002.htm', '<x:Visible>SheetHidden</x:Visible>')}</x:ExcelWorksheets></x:ExcelWorkbook></xml></head><frameset></frameset></html>`;
    const at = (file: string): string => `file:///C:/a/b.files/${file}`;
    const read = await open(
      webArchive([
        { html: main },
        { html: page([['탭']]), location: at('tabstrip.htm') },
        { html: page(rows), location: at('sheet001.htm') },
        { html: page([['옛 줄']]), location: at('sheet002.htm') },
        { html: 'td {}', location: at('stylesheet.css'), type: 'text/css' },
      ]),
    );
    expect(read.sheets.map(({ name, hidden, rowCount }) => [name, hidden, rowCount])).toEqual([
      ['발송 & 반품', false, 3],
      ['지난달', true, 1],
    ]);
  });

  it('of one page names its sheet as Excel did', async () => {
    const main = `<html><xml><x:ExcelWorksheet><x:Name>출고</x:Name></x:ExcelWorksheet></xml>${table(rows)}</html>`;
    expect(first(await open(webArchive([{ html: main }]))).name).toBe('출고');
  });

  it('of a browser, which begins with other headers, is read too', async () => {
    const saved = Buffer.from(webArchive([{ html: page(rows) }])).toString('latin1');
    const head =
      'From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.com/\r\nSubject: =?utf-8?Q?a?=\r\n';
    expect(texts(first(await open(new Uint8Array(Buffer.from(head + saved, 'latin1')))))).toEqual(rows);
  });

  it('without a table is named for what it is', async () => {
    const none = webArchive([{ html: '<html><body>공지</body></html>' }]);
    expect(await refusal(none)).toEqual({ code: 'not-a-workbook', detail: 'web-archive' });
  });

  it('cut short gives what it holds', async () => {
    const whole = webArchive([{ html: page(rows) }]);
    const cut = await open(whole.slice(0, whole.length - 60));
    expect(first(cut).text(1, 0)).toBe('2026112120000001');
  });

  it('never fails in another way, whatever was changed in it', async () => {
    const whole = [
      webArchive([{ html: page(rows) }, { html: page(rows), transfer: 'base64' }]),
      webArchive([{ html: page(rows), charset: 'euc-kr', encode: encodeCp949, transfer: '8bit' }]),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(600),
        async (bytes, changes, cut) => {
          const copy = bytes.slice(0, bytes.length - cut);
          for (const [at, value] of changes) copy[at] = value;
          const result = await readWorkbook(copy, { fileName: 'a.xls', decodeCp949 });
          expect(result.ok || readFailures.includes(result.failure.code)).toBe(true);
        },
      ),
      { seed: 4321, numRuns: 400 },
    );
  });

  it('of a megabyte that never closes anything is read in time', async () => {
    const honest = webArchive([{ html: page(Array.from({ length: 1000 }, () => rows).flat()) }]);
    for (const piece of ['--b\r\n', '=', '= \t', '<x:ExcelWorksheet>', '\r\n ', 'a: b\r\n', '<table>']) {
      const head =
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
      const hostile = new TextEncoder().encode(head + piece.repeat(1_000_000 / piece.length));
      await expectCheap(
        () => readWorkbook(hostile, { fileName: 'a', decodeCp949 }),
        20,
        () => readWorkbook(honest, { fileName: 'a', decodeCp949 }),
      );
    }
  });
});

describe('a page in place of a file', () => {
  const login = (form: string): string =>
    `<!DOCTYPE html><html><head><title>로그인</title></head><body>${form}</body></html>`;

  it('is told to be a login page, with its form in a table or without, or with nothing but a script', async () => {
    for (const html of [
      login(
        '<form><table><tr><td>아이디</td><td><input></td></tr><tr><td>비밀번호</td><td><input></td></tr></table></form>',
      ),
      '<html><body><form><input name="id"><input type="password"></form></body></html>',
      "<html><table><tr><td>ID</td><td><input TYPE = 'password'></td><td>02-1234-5678</td></tr></table></html>",
      "<script>alert('로그인이 필요합니다.'); location.href='/login';</script>",
      '<html><body>Session expired. Please sign in.</body></html>',
    ]) {
      expect(await refusal(new TextEncoder().encode(html), { fileName: '주문.xls' })).toEqual({
        code: 'not-a-workbook',
        detail: 'login-page',
      });
    }
  });

  it('is none where a table holds data, whatever stands around it', async () => {
    for (const cells of [
      rows,
      [['번호'], ['2026112120000001']],
      [
        ['가', '나', '다'],
        ['1', '2', '3'],
      ],
    ]) {
      const html = login(`<form><input type="password"></form>${table(cells)}`);
      expect(texts(first(await open(new TextEncoder().encode(html))))).toEqual(cells);
    }
  });

  it('is told where its sheets lie beside it', async () => {
    const html =
      '<html><x:ExcelWorksheet><x:WorksheetSource HRef="b.files/sheet001.htm"/></x:ExcelWorksheet><frameset></frameset></html>';
    expect(await refusal(new TextEncoder().encode(html))).toEqual({ code: 'not-a-workbook', detail: 'web-frames' });
  });
});
