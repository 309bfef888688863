import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { decodeCp949, encodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { oneSheet } from '../../../../fixtures/sheets/package-parts';
import { unzipSync, zipSync } from 'fflate';

/** The same small workbook in every format the library writes. */
function write(bookType: XLSX.BookType): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['상품주문번호', '집화예정일자', '수량', '상태'],
    ['0012', { t: 'n', v: 46117.4375, z: bookType === 'ods' ? 'm/d/yy' : 'yyyy-mm-dd hh:mm' }, 12.5, '출력확정'],
    ['뷁 😀', { t: 'n', v: 2022040521691281 }, { t: 'e', v: 42 }, { t: 'b', v: true }],
    ['끝', { t: 'n', v: 1234, z: '00000' }],
  ]);
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 3, c: 0 } }];
  const book = XLSX.utils.book_new(sheet, '결과');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['도움말']]), '유의사항');
  XLSX.utils.book_set_sheet_visibility(book, 1, 1);
  const written: unknown = XLSX.write(book, { type: 'array', bookType });
  if (!(written instanceof ArrayBuffer)) throw new Error('not written');
  return new Uint8Array(written);
}

describe.each([
  ['xlsx', 'xlsx'],
  ['biff8', 'xls'],
  ['xlsb', 'xlsb'],
  ['xlml', 'xml'],
] as const)('a workbook written as %s', (bookType, kind) => {
  it('is told by its first bytes, whatever its name, and read as stored', async () => {
    const read = await open(write(bookType), { fileName: '결과.csv' });
    expect(read.kind).toBe(kind);
    expect(read.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['결과', false],
      ['유의사항', true],
    ]);
    const sheet = first(read);
    const [header, dated, marked] = texts(sheet);
    expect(header).toEqual(['상품주문번호', '집화예정일자', '수량', '상태']);
    expect(dated).toEqual(['0012', '2026-04-05 10:30:00', '12.5', '출력확정']);
    expect(marked).toEqual(['뷁 😀', '2022040521691281', '#N/A', 'TRUE']);
    expect([0, 1, 2, 3].map((column) => sheet.kind(2, column))).toEqual(['text', 'number', 'error', 'boolean']);
    expect([sheet.kind(1, 1), sheet.text(3, 1)]).toEqual(['date', '01234']);
    expect(sheet.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
  });
});

describe('hidden rows', () => {
  it.each(['xlsx', 'xlsb', 'xlml'] as const)('are told in %s', async (bookType) => {
    expect([...first(await open(write(bookType))).hiddenRows]).toEqual([1]);
  });
});

describe('an OpenDocument sheet', () => {
  it('is read as stored', async () => {
    const read = await open(write('ods'));
    expect(read.kind).toBe('ods');
    const [header, dated, marked] = texts(first(read));
    expect(header).toEqual(['상품주문번호', '집화예정일자', '수량', '상태']);
    expect(dated).toEqual(['0012', '2026-04-05 10:30:00', '12.5', '출력확정']);
    expect(marked?.slice(0, 2)).toEqual(['뷁 😀', '2022040521691281']);
  });

  it('that repeats its cells without end is left out, and said to be', async () => {
    const parts = unzipSync(write('ods'));
    const content = new TextDecoder().decode(parts['content.xml']);
    const repeated = content
      .replace('<table:table-row', '<table:table-row table:number-rows-repeated="1048576"')
      .replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"');
    parts['content.xml'] = new TextEncoder().encode(repeated);
    const read = await open(zipSync(parts));
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(['유의사항']);
    expect(read.notes).toEqual([{ code: 'sheet-left-out', sheet: '결과', reason: 'too-many-cells' }]);
  });

  it('with a DTD, or locked, is refused', async () => {
    const parts = unzipSync(write('ods'));
    const content = new TextDecoder().decode(parts['content.xml']);
    const withDtd = content.replace(/^<\?xml[^>]*\?>/, '<!DOCTYPE x [<!ENTITY a "b">]>');
    expect((await refusal(zipSync({ ...parts, 'content.xml': new TextEncoder().encode(withDtd) }))).code).toBe(
      'forbidden-content',
    );
    const manifest = new TextEncoder().encode('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
    expect((await refusal(zipSync({ ...parts, 'META-INF/manifest.xml': manifest }))).code).toBe(
      'password-kind-unknown',
    );
  });
});

describe('an .xls', () => {
  it('from before Excel 97 has its Korean read, whatever code page it claims', async () => {
    // The library writes no Korean into this format: stand-ins of the same length, then the bytes themselves.
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['A'.repeat(10), 'B'.repeat(11), 'CJ', 12]]), 'a');
    const written: unknown = XLSX.write(book, { type: 'array', bookType: 'biff5' });
    if (!(written instanceof ArrayBuffer)) throw new Error('not written');
    const xls = Buffer.from(written);
    xls.set(encodeCp949('운송장번호'), xls.indexOf('AAAAAAAAAA'));
    xls.set(encodeCp949('똠방각하 뷁'), xls.indexOf('BBBBBBBBBBB'));
    const sheet = first(await open(new Uint8Array(xls)));
    expect(texts(sheet)).toEqual([['운송장번호', '똠방각하 뷁', 'CJ', '12']]);
  });

  it('behind a lock we do not know is said to be of a kind we cannot open', async () => {
    const xls = write('biff8');
    // FILEPASS in place of the record behind BOF, in the stream of the workbook.
    const at = Buffer.from(xls).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
    xls.set([0x2f, 0x00], at + 4 + 16);
    expect(await refusal(xls)).toEqual({ code: 'password-kind-unknown', detail: 'xls 1200' });
  });

  it('knows its hidden sheets by their names, also behind one without cells', async () => {
    const book = XLSX.utils.book_new();
    for (const name of ['안내', '지난달', '발송']) {
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[name]]), name);
    }
    XLSX.utils.book_set_sheet_visibility(book, 1, 1);
    const xls = Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }));
    // What the first sheet says from its DIMENSIONS to its EOF becomes records of printer settings, as a module has none.
    let at = xls.indexOf(Buffer.from([0x00, 0x02, 0x0e, 0x00]));
    while (xls.readUInt16LE(at) !== 0x0a) {
      xls.writeUInt16LE(0x4d, at);
      at += 4 + xls.readUInt16LE(at + 2);
    }
    const read = await open(new Uint8Array(xls));
    expect(read.sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.text(0, 0)])).toEqual([
      ['안내', false, ''],
      ['지난달', true, '지난달'],
      ['발송', false, '발송'],
    ]);
  });

  it('cut at any place is refused, or has lost no cell', async () => {
    const xls = write('biff8');
    const whole = (await open(xls)).sheets.map(texts);
    const results = await Promise.all(
      Array.from({ length: Math.floor(xls.length / 64) }, async (_, k) => {
        const result = await readWorkbook(xls.slice(0, 64 * k), { fileName: 'sheet.xls', decodeCp949 });
        return result.ok ? result.value.sheets.map(texts) : result.failure.code;
      }),
    );
    // Only what lies behind the last cell may be missing: the end of the file's last sector.
    const read = results.filter((result) => typeof result !== 'string');
    expect(read).toEqual(read.map(() => whole));
    const codes = results.filter((result) => typeof result === 'string');
    expect(codes.length).toBeGreaterThan(0.8 * results.length);
    expect(new Set(codes)).toEqual(new Set(['empty', 'not-a-workbook', 'damaged']));
  });

  it('takes no number format from the file that was read before', async () => {
    const declaring = write('biff8');
    const using = Buffer.from(declaring);
    // Its FORMAT records become ones of printer settings, so that the cell uses a format that nothing declares.
    const text = Buffer.from('yyyy-mm-dd hh:mm', 'utf16le');
    const records: number[] = [];
    for (let at = using.indexOf(text); at >= 0; at = using.indexOf(text, at + 1)) records.push(at - 9);
    expect(records.map((at) => using.readUInt16LE(at))).toEqual(records.map(() => 0x041e));
    for (const at of records) using.writeUInt16LE(0x4d, at);

    expect(first(await open(declaring)).kind(1, 1)).toBe('date');
    expect(first(await open(new Uint8Array(using))).kind(1, 1)).toBe('number');
    expect(records.length).toBeGreaterThan(0);
  });
});

describe('the time zone', () => {
  it('moves no date, on either way', async () => {
    const unfamiliar = oneSheet(
      '<row r="1"><c r="B1" t="d"><v>2026-04-05T23:30:00</v></c><c r="A1" s="1"><v>46117.9</v></c></row>',
      {
        formats: [22],
      },
    );
    const familiar = oneSheet(
      '<row r="1"><c r="A1" s="1"><v>46117.9</v></c><c r="B1" t="d"><v>2026-04-05T23:30:00</v></c></row>',
      {
        formats: [22],
      },
    );
    const before = process.env['TZ'];
    try {
      for (const zone of ['Asia/Seoul', 'America/Los_Angeles', 'UTC']) {
        process.env['TZ'] = zone;
        for (const file of [familiar, unfamiliar]) {
          expect(texts(first(await open(file)))).toEqual([['2026-04-05 21:36:00', '2026-04-05 23:30:00']]);
        }
        expect(first(await open(write('ods'))).text(1, 1)).toBe('2026-04-05 10:30:00');
        expect(first(await open(write('xlml'))).text(1, 1)).toBe('2026-04-05 10:30:00');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
