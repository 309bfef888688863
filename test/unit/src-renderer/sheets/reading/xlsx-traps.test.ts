import { describe, expect, it } from 'vitest';
import { first, open } from '../../../../fixtures/sheets/open-sheet';
import { buildPackage, oneSheet } from '../../../../fixtures/sheets/package-parts';

/** The one cell of a sheet: its kind and text. */
async function cell(xml: string, more: Parameters<typeof oneSheet>[1] = {}): Promise<[string, string]> {
  const read = await open(oneSheet(`<row r="1">${xml}</row>`, more));
  expect(read.notes.filter((note) => note.code === 'unusual-file')).toEqual([]);
  const sheet = first(read);
  const column = sheet.columnCount - 1;
  return [sheet.kind(0, column), sheet.text(0, column)];
}

describe('numbers, as stored and never as displayed', () => {
  it('keeps a 16-digit number cell exact', async () => {
    expect(await cell('<c r="A1"><v>2022040521691281</v></c>')).toEqual(['number', '2022040521691281']);
  });

  it('keeps a 17-digit number cell exact, which no double could', async () => {
    expect(await cell('<c r="A1"><v>20220405216912813</v></c>')).toEqual(['number', '20220405216912813']);
  });

  it('writes out an exponent', async () => {
    expect(await cell('<c r="A1"><v>2.02204052169128E+15</v></c>')).toEqual(['number', '2022040521691280']);
    expect(await cell('<c r="A1"><v>6.54313123456E+11</v></c>')).toEqual(['number', '654313123456']);
    expect(await cell('<c r="A1"><v>1E-7</v></c>')).toEqual(['number', '0.0000001']);
  });

  it('drops a .0 that only a library writes, and what a double adds', async () => {
    expect(await cell('<c r="A1"><v>577417824035.0</v></c>')).toEqual(['number', '577417824035']);
    expect(await cell('<c r="A1"><v>0.10000000000000001</v></c>')).toEqual(['number', '0.1']);
  });

  it('leaves E-notation alone where the cell is text: its digits are lost already', async () => {
    const xml = '<c r="A1" t="inlineStr"><is><t>2.02204E+15</t></is></c>';
    expect(await cell(xml)).toEqual(['text', '2.02204E+15']);
  });

  it('keeps leading zeros of text, and gives a number those its format shows', async () => {
    expect(await cell('<c r="A1" t="inlineStr"><is><t>0012345</t></is></c>')).toEqual(['text', '0012345']);
    expect(await cell('<c r="A1" s="1"><v>1234</v></c>', { formats: ['00000'] })).toEqual(['number', '01234']);
    expect(await cell('<c r="A1" s="1"><v>12345678901</v></c>', { formats: ['0000-0000-0000'] })).toEqual([
      'number',
      '012345678901',
    ]);
  });

  it('takes a number cell whose text is no number for text, so that nothing is lost', async () => {
    expect(await cell('<c r="A1"><v>재고소진</v></c>')).toEqual(['text', '재고소진']);
  });
});

describe('dates', () => {
  it('reads a serial with a date format, built-in or written out', async () => {
    expect(await cell('<c r="A1" s="1"><v>46117</v></c>', { formats: [14] })).toEqual(['date', '2026-04-05']);
    expect(await cell('<c r="A1" s="1"><v>46117.4375</v></c>', { formats: ['yyyy"년" m"월" d"일"'] })).toEqual([
      'date',
      '2026-04-05 10:30:00',
    ]);
    expect(await cell('<c r="A1" s="1"><v>0.5</v></c>', { formats: ['h:mm'] })).toEqual(['date', '12:00:00']);
  });

  it('knows the built-in formats that only Korean, Japanese and Chinese Excel have', async () => {
    for (const id of [27, 31, 36, 50, 57]) {
      expect(await cell('<c r="A1" s="1"><v>46117</v></c>', { formats: [id] })).toEqual(['date', '2026-04-05']);
    }
  });

  it('reads the 1904 calendar', async () => {
    expect(await cell('<c r="A1" s="1"><v>44655</v></c>', { formats: [14], is1904: true })).toEqual([
      'date',
      '2026-04-05',
    ]);
  });

  it('reads ISO dates of t="d"', async () => {
    expect(await cell('<c r="A1" t="d"><v>2026-04-05</v></c>')).toEqual(['date', '2026-04-05']);
    expect(await cell('<c r="A1" t="d"><v>2026-04-05T10:30:00.000Z</v></c>')).toEqual(['date', '2026-04-05 10:30:00']);
  });

  it('does not take a format with letters in quotes, or a colour, for a date', async () => {
    for (const format of ['0"days"', '[Red]0', '#,##0"원"', '0.00E+00', '_-* #,##0_-', '[h]:mm', 'General"님"', '@']) {
      expect(await cell('<c r="A1" s="1"><v>46117</v></c>', { formats: [format] })).toEqual(['number', '46117']);
    }
  });

  it('keeps a number that no calendar has', async () => {
    expect(await cell('<c r="A1" s="1"><v>577417824035</v></c>', { formats: [14] })).toEqual([
      'number',
      '577417824035',
    ]);
    expect(await cell('<c r="A1" s="1"><v>-5</v></c>', { formats: [14] })).toEqual(['number', '-5']);
  });
});

describe('errors, truth values and formulas', () => {
  it('keeps an error as its text, with its own kind', async () => {
    expect(await cell('<c r="A1" t="e"><v>#N/A</v></c>')).toEqual(['error', '#N/A']);
  });

  it('reads truth values', async () => {
    expect(await cell('<c r="A1" t="b"><v>1</v></c>')).toEqual(['boolean', 'TRUE']);
    expect(await cell('<c r="A1" t="b"><v>0</v></c>')).toEqual(['boolean', 'FALSE']);
  });

  it('takes the cached value of a formula, text or number', async () => {
    expect(await cell('<c r="A1" t="str"><f>B1&amp;"x"</f><v>가 &amp; 나</v></c>')).toEqual(['text', '가 & 나']);
    expect(await cell('<c r="A1"><f t="shared" si="0"/><v>12</v></c>')).toEqual(['number', '12']);
  });

  it('tells a formula without value from an empty cell and from a nought, and counts it', async () => {
    for (const xml of ['<c r="A1"><f>B1</f></c>', '<c r="A1"><f>B1</f><v></v></c>', '<c r="A1"><f>B1</f><v/></c>']) {
      expect(await cell(xml)).toEqual(['formula-without-value', '']);
    }
    const read = await open(oneSheet('<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c></row>'));
    expect(read.notes).toEqual([{ code: 'formulas-without-value', sheet: '시트', count: 1 }]);
  });

  it('takes an empty text result for an empty cell', async () => {
    const sheet = first(
      await open(oneSheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>')),
    );
    expect(sheet.kind(0, 1)).toBe('empty');
  });
});

describe('text', () => {
  it('joins rich text and drops its phonetic notes', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>홍</t></r><r><t xml:space="preserve"> 길동</t></r><rPh sb="0" eb="1"><t>ホン</t></rPh>';
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { shared: [rich] })).toEqual(['text', '홍 길동']);
    expect(await cell(`<c r="A1" t="inlineStr"><is>${rich}</is></c>`)).toEqual(['text', '홍 길동']);
  });

  it('keeps spaces, full-width digits and every plane of Unicode', async () => {
    const text = '  ２０２５ 뷁 쀍 😀 𠮷\u00a0 ';
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { shared: [`<t xml:space="preserve">${text}</t>`] })).toEqual([
      'text',
      text,
    ]);
  });

  it('resolves entities, character references and the escapes of Excel', async () => {
    const shared = ['<t>&lt;a&gt; &amp;amp; &quot;&apos; &#44032;&#x1F600; _x000D_ _x005F_x000D_ _X0041_</t>'];
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { shared })).toEqual([
      'text',
      `<a> &amp; "' 가😀 \r _x000D_ _X0041_`,
    ]);
  });

  it('takes an empty shared text for an empty cell', async () => {
    const sheet = first(
      await open(oneSheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>', { shared: ['<t/>'] })),
    );
    expect([sheet.kind(0, 1), sheet.columnCount]).toEqual(['empty', 1]);
  });

  it('reads a text of 32,767 letters, longer than a window of bytes is quick for', async () => {
    const text = '가나다라마바사'.repeat(4681);
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { shared: [`<t>${text}</t>`] })).toEqual(['text', text]);
    expect(await cell(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`)).toEqual(['text', text]);
  });

  it('pollutes no object by a name', async () => {
    const read = await open(
      buildPackage({
        sheets: [{ name: '__proto__', xml: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
        shared: ['<t>__proto__</t>'],
      }),
    );
    expect(first(read).name).toBe('__proto__');
    expect(first(read).text(0, 0)).toBe('__proto__');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
