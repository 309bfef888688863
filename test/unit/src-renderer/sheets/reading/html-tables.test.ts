import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { encodeCp949, first, open, texts } from '../../../../fixtures/sheets/open-sheet';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const xls = { fileName: '주문.xls' };

async function rows(html: string): Promise<string[][]> {
  return texts(first(await open(utf8(html), xls)));
}

describe('an HTML table saved as .xls', () => {
  it('is read in CP949, with and without what its meta tag says', async () => {
    for (const meta of [
      '<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">',
      '<meta charset="utf-8">',
      '',
    ]) {
      const html = `<html><head>${meta}</head><body><table><tr><td>송장번호</td><td>똠방각하 뷁</td></tr></table></body></html>`;
      const read = await open(encodeCp949(html), xls);
      expect([read.kind, read.encoding]).toEqual(['html', { name: 'cp949', weak: false }]);
      expect(texts(first(read))).toEqual([['송장번호', '똠방각하 뷁']]);
    }
  });

  it('parts what a page shows on lines of their own', async () => {
    const parted = ['<hr>', '<br/>', '</p><p>', '<h3>', '</section><section>', '<option>', '<dd>', '<pre>'];
    for (const markup of parted) {
      const [[cell = ''] = []] = await rows(`<table><tr><td>685000000106${markup}685000000456</td></tr></table>`);
      expect(
        cell.split('\n').filter((line) => line !== ''),
        markup,
      ).toEqual(['685000000106', '685000000456']);
    }
  });

  it('keeps every cell as text', async () => {
    expect(
      await rows('<table><tr><td>0012345</td><td>2022040521691281</td><td>2026-04-05</td><td>1/2</td></table>'),
    ).toEqual([['0012345', '2022040521691281', '2026-04-05', '1/2']]);
  });

  it('takes the exact number that Excel left behind a shortened one', async () => {
    const html = '<table><tr><td x:num="2022040521691281">2.02E+15</td><td x:num>5</td></tr></table>';
    const sheet = first(await open(utf8(html), xls));
    expect(texts(sheet)).toEqual([['2022040521691281', '5']]);
    expect([sheet.kind(0, 0), sheet.kind(0, 1)]).toEqual(['number', 'text']);
  });

  it('shows text as a browser would: folded blanks, line breaks, entities, no markup, no comments', async () => {
    const cell =
      '\n   홍\n   <b>길동</b> &amp;&nbsp;&#44032;&#x1F600; &lt;3 <!-- x --> <br/> 서울<script>x<td></script><style>td{}</style>  ';
    expect(await rows(`<table><tr><td>${cell}</td><td></td><td>&nbsp;</td><td>끝</td></tr></table>`)).toEqual([
      ['홍 길동 & 가😀 <3\n서울', '', '', '끝'],
    ]);
  });

  it('does without closing tags, and with capitals', async () => {
    expect(await rows('<TABLE><TR><TH>번호<TH>이름<TR><TD>1<TD>홍</TABLE>')).toEqual([
      ['번호', '이름'],
      ['1', '홍'],
    ]);
  });

  it('pushes cells aside for those that span rows and columns, and says where they span', async () => {
    const html =
      '<table><tr><td rowspan="2">송장</td><td colspan="2">받는분</td><td>x</td></tr><tr><td>이름</td><td>전화</td><td>y</td></tr></table>';
    const sheet = first(await open(utf8(html), xls));
    expect(texts(sheet)).toEqual([
      ['송장', '받는분', '', 'x'],
      ['', '이름', '전화', 'y'],
    ]);
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  it('marks hidden rows, and numbers rows with the empty ones counted', async () => {
    const html = '<table><tr><td>a</td></tr><tr></tr><tr style="height:0; display:none"><td>b</td></tr></table>';
    const sheet = first(await open(utf8(html), xls));
    expect([...sheet.hiddenRows]).toEqual([1]);
    expect(sheet.sheetRow(1)).toBe(3);
  });

  it('makes a sheet of each table, nested ones too', async () => {
    const html =
      '<table><tr><td>조회 결과</td></tr></table><table><tr><td><table><tr><td>송장번호</td></tr></table></td></tr></table>';
    const read = await open(utf8(html), xls);
    expect(read.sheets.map((sheet) => texts(sheet))).toEqual([[['조회 결과']], [['송장번호']]]);
  });

  it('agrees with the library on what the library writes and on common markup', async () => {
    const table = [
      ['상품주문번호', '이름', '수량'],
      ['2025010112345671', '홍 & 길동 <b>', '3'],
      ['0012', '', '=1+1'],
    ];
    const written: unknown = XLSX.write(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(table)), {
      type: 'string',
      bookType: 'html',
    });
    for (const html of [
      String(written),
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=1>\n <tr>\n  <td class=a>운송장번호</td>\n  <td>받는분 우편번호</td>\n </tr>\n <tr><td style=\'mso-number-format:"\\@"\'>0123-4567</td><td>가<br>나</td></tr></table></body></html>',
    ]) {
      const library = XLSX.read(html, { type: 'string', raw: true, dense: true });
      const sheet = library.Sheets[library.SheetNames[0] ?? ''];
      const cells = (sheet?.['!data'] ?? []).map((row) => Array.from(row, (cell) => String(cell?.v ?? '')));
      const ours = await rows(html);
      expect(ours.map((row) => row.join('\t').trimEnd())).toEqual(cells.map((row) => row.join('\t').trimEnd()));
    }
  });
});
