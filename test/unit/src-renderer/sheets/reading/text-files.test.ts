import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = { fileName: '송장.csv' };

async function rows(text: string): Promise<string[][]> {
  return texts(first(await open(utf8(text), csv)));
}

describe('text files are decoded by what is in them', () => {
  const korean = '상품주문번호,송장번호\n2025010112345671,똠방각하 펲시콜라 뷁\n';

  it('by their BOM', async () => {
    for (const [bytes, name] of [
      [utf8(`\ufeff${korean}`), 'utf-8'],
      [new Uint8Array(Buffer.from(`\ufeff${korean}`, 'utf16le')), 'utf-16le'],
      [new Uint8Array(Buffer.from(`\ufeff${korean}`, 'utf16le').swap16()), 'utf-16be'],
    ] as const) {
      const read = await open(bytes, csv);
      expect(read.encoding).toEqual({ name, weak: false });
      expect(first(read).text(0, 0)).toBe('상품주문번호');
      expect(first(read).text(1, 1)).toBe('똠방각하 펲시콜라 뷁');
    }
  });

  it('as UTF-16 without a BOM by their zeros, which is a weak guess', async () => {
    const little = Buffer.from(korean, 'utf16le');
    expect((await open(new Uint8Array(little), csv)).encoding).toEqual({ name: 'utf-16le', weak: true });
    expect((await open(new Uint8Array(Buffer.from(little).swap16()), csv)).encoding).toEqual({
      name: 'utf-16be',
      weak: true,
    });
  });

  it('as strict UTF-8, else as CP949', async () => {
    expect((await open(utf8(korean), csv)).encoding).toEqual({ name: 'utf-8', weak: false });
    const read = await open(encodeCp949(korean), csv);
    expect(read.encoding).toEqual({ name: 'cp949', weak: false });
    expect(first(read).text(1, 1)).toBe('똠방각하 펲시콜라 뷁');
    expect((await open(utf8('a,b\n1,2\n'), csv)).encoding).toEqual({ name: 'utf-8', weak: false });
  });

  it('as the seller says, whatever the guess', async () => {
    const read = await open(encodeCp949('이름,값\n'), { ...csv, encoding: 'utf-8' });
    expect(read.encoding).toEqual({ name: 'utf-8', weak: false });
    expect(read.notes).toEqual([{ code: 'unreadable-characters', count: 4 }]);
  });

  it('with the guess called weak where nothing proves it', async () => {
    // C2 A1 is both a letter of UTF-8 and a Hangul of CP949.
    const both = iconv.encode('혖,혘\n', 'cp949');
    expect((await open(new Uint8Array(both), csv)).encoding?.weak).toBe(true);
    const latin = Uint8Array.from([...utf8('name,x\ncaf'), 0xe9, 0x2c, 0x31, 0x0a]);
    const read = await open(latin, csv);
    expect(read.encoding).toEqual({ name: 'cp949', weak: true });
  });

  it('as UTF-8 also when cut within a letter', async () => {
    const whole = utf8(korean + '가');
    const read = await open(whole.slice(0, -1), csv);
    expect(read.encoding).toEqual({ name: 'utf-8', weak: true });
    expect(read.notes).toEqual([{ code: 'unreadable-characters', count: 1 }]);
  });

  it('in CP949 in all its 17,048 two-byte letters, against iconv-lite', async () => {
    let text = '';
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x41; trail <= 0xfe; trail++) {
        const letter = iconv.decode(Buffer.from([lead, trail]), 'cp949');
        if (letter.length === 1 && letter !== '\ufffd') text += letter;
      }
    }
    expect(text.length).toBe(17_048);
    const bytes = encodeCp949(`글자\n${text}\n`);
    expect(first(await open(bytes, csv)).text(1, 0)).toBe(text);
  });
});

describe('CSV and TSV', () => {
  it('keep every cell as text: zeros, long ids, fractions, dates', async () => {
    const line = ['012345678901', '01234', '1/2', '20220405216912813', '2026-04-05', '1.20E+15', 'TRUE'];
    expect(await rows(`a,b,c,d,e,f,g\n${line.join(',')}\n`)).toEqual([['a', 'b', 'c', 'd', 'e', 'f', 'g'], line]);
    const sheet = first(await open(utf8('1,2\n'), csv));
    expect([sheet.kind(0, 0), sheet.kind(0, 5)]).toEqual(['text', 'empty']);
  });

  it('follow RFC 4180: quotes, doubled quotes, commas and line ends within', async () => {
    expect(await rows('a,"b, ""c""\r\nd",e\r\n"",x,"y"\r\n')).toEqual([
      ['a', 'b, "c"\r\nd', 'e'],
      ['', 'x', 'y'],
    ]);
  });

  it('know a quoted field behind blanks, and keep blanks and quotes of every other', async () => {
    expect(await rows('번호, "주소", "이름"\n"1", "서울, 중구",  "홍ㅤ""길"\n')).toEqual([
      ['번호', '주소', '이름'],
      ['1', '서울, 중구', '홍ㅤ"길'],
    ]);
    expect(await rows('a, b\n1, 5" 화면\n2, "반\n3, "가" 나\n')).toEqual([
      ['a', ' b'],
      ['1', ' 5" 화면'],
      ['2', ' "반'],
      ['3', ' "가" 나'],
    ]);
  });

  it('lose no row to a quote that only opens', async () => {
    const lines = ['번호,상품', '1,"특가 머그컵', '2,컵', '3,"접시, 큰 것"', '4,"12"" 팬"'].join('\n');
    expect(texts(first(await open(new TextEncoder().encode(lines), { fileName: 'a.csv' })))).toEqual([
      ['번호', '상품'],
      ['1', '"특가 머그컵'],
      ['2', '컵'],
      ['3', '접시, 큰 것'],
      ['4', '12" 팬'],
    ]);
  });

  it('take what programs make of it: text behind a quote, quotes within, a quote never closed', async () => {
    expect(await rows('"a"b,c"d"e,f\n')).toEqual([['ab', 'c"d"e', 'f']]);
    expect(await rows('a,b\n"5 inch,c\nd,e\n')).toEqual([
      ['a', 'b'],
      ['"5 inch', 'c'],
      ['d', 'e'],
    ]);
  });

  it('give the number of each row as Excel shows it, through empty lines and any line end', async () => {
    const sheet = first(await open(utf8('a,b\r\rc,d\n\n\ne,f'), csv));
    expect([0, 1, 2].map((row) => sheet.sheetRow(row))).toEqual([1, 3, 6]);
  });

  it('unwrap ="0123", by which exports keep their zeros', async () => {
    expect(await rows('번호,b\n="0012345",1\n"=""0099""",2\n')).toEqual([
      ['번호', 'b'],
      ['0012345', '1'],
      ['0099', '2'],
    ]);
  });

  it('guess the delimiter by content', async () => {
    const address = '서울, 강남구, 1동';
    for (const [text, kind, columns] of [
      [`이름\t주소\n홍\t${address}\n김\t${address}\n`, 'tsv', 2],
      [`이름;주소;값\n홍;${address};1\n김;부산;2\n`, 'csv', 3],
      [`이름|주소\n홍|${address}\n김|부산\n`, 'csv', 2],
      [`이름,주소\n홍,"${address}"\n김,부산\n`, 'csv', 2],
      ['송장번호\n577417824035\n575029149521\n', 'csv', 1],
      ['sep=;\na;b,c\n', 'csv', 2],
    ] as const) {
      const read = await open(utf8(text), { fileName: '로젠.xls' });
      expect([read.kind, first(read).columnCount]).toEqual([kind, columns]);
    }
  });

  it('take the delimiter a first line names, which Excel shows no row for', async () => {
    for (const sign of ['sep=;', '"sep=;"', 'SEP=;', '\ufeff"sep=;"', 'sep=;;;;', ' sep=; ']) {
      for (const end of ['\r\n', '\n', '\r']) {
        const lines = [sign, '번호;이름,성', '', '1;홍'].join(end);
        const sheet = first(await open(utf8(lines), csv));
        expect(texts(sheet)).toEqual([
          ['번호', '이름,성'],
          ['1', '홍'],
        ]);
        expect([sheet.sheetRow(0), sheet.sheetRow(1)]).toEqual([1, 3]);
      }
    }
    expect(first(await open(utf8('sep=값;b\n1;2\n'), csv)).rowCount).toBe(2);
  });

  it('name their one sheet after the file', async () => {
    expect(first(await open(utf8('a,b\n'), { fileName: 'C:\\받은 파일\\로젠.결과.csv' })).name).toBe('로젠.결과');
  });

  it('are empty when nothing stands in them', async () => {
    expect(await refusal(utf8(' \n'.replace(' ', '') + ',,\n'), csv)).toEqual({ code: 'empty', detail: 'no-cells' });
  });

  it('come back whatever the cells hold', async () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', ',', '\n', '""', '가,나', ' '));
    const line = fc.array(
      value.filter((text) => !/^="|\r|\ufeff/.test(text)),
      { minLength: 2, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        // A plain first row settles the delimiter.
        const table = [...Array.from({ length: 9 }, () => ['h1', 'h2', 'h3', 'h4', 'h5']), ...lines];
        const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        if (/[^\n\r\t -\uffff]/.test(text) || text !== Buffer.from(text).toString()) return;
        const sheet = first(await open(utf8(text), csv));
        for (const [row, cells] of table.entries()) {
          const at = Array.from({ length: sheet.rowCount }, (_, k) => k).find((k) => sheet.sheetRow(k) === row + 1);
          for (const [column, cell] of cells.entries())
            expect(at === undefined ? '' : sheet.text(at, column)).toBe(cell);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('with more columns or rows than we keep are refused', async () => {
    expect((await refusal(utf8('a,'.repeat(600) + 'b\n'), csv)).code).toBe('too-many-columns');
    expect((await refusal(utf8('a,b\n'.repeat(200_001)), csv)).code).toBe('too-many-rows');
  });
});
