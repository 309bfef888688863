import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../../../src-renderer/sheets/reading/workbook';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { buildPackage, oneSheet, packageParts } from '../../../../fixtures/sheets/package-parts';

const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const encoder = new TextEncoder();

/** Three sheets, one of them hidden, with a fourth put among them that has no cells. */
function withSheetWithoutCells(sheetTag: string, relation = ''): Uint8Array {
  const parts = packageParts({
    sheets: [
      { name: '안내', xml: `<row r="1">${text('A1', '안내문')}</row>` },
      { name: '지난달', xml: `<row r="1">${text('A1', '옛 번호')}</row>`, state: 'hidden' },
      { name: '발송', xml: `<row r="1">${text('A1', '새 번호')}</row>` },
    ],
  });
  const edit = (name: string, before: string, added: string): void => {
    const part = new TextDecoder().decode(parts[name]);
    parts[name] = encoder.encode(part.replace(before, added + before));
  };
  edit('xl/workbook.xml', '<sheet name="지난달"', sheetTag);
  edit('xl/_rels/workbook.xml.rels', '</Relationships>', relation);
  return zipSync(parts);
}

const contents = (read: Workbook): unknown[] => read.sheets.map((sheet) => [sheet.name, sheet.hidden, texts(sheet)]);

describe('a workbook with a sheet that has no cells', () => {
  const relation = (type: string, target: string): string =>
    `<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/${type}" Target="${target}"/>`;
  it.each([
    ['a module of Excel 95, without a part', '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>', ''],
    ['a sheet whose relation is not there', '<sheet name="Module1" sheetId="9" r:id="rId77"/>', ''],
    ['a sheet without any id', '<sheet name="Module1" sheetId="9"/>', ''],
    ['a macro sheet', '<sheet name="M" sheetId="9" r:id="rId9"/>', relation('xlMacrosheet', 'macrosheets/sheet1.xml')],
    ['a chart', '<sheet name="M" sheetId="9" r:id="rId9"/>', relation('chartsheet', 'chartsheets/sheet1.xml')],
    ['a dialog', '<sheet name="M" sheetId="9" r:id="rId9"/>', relation('dialogsheet', 'dialogsheets/sheet1.xml')],
  ])('keeps every other sheet under its own name: %s', async (_, tag, more) => {
    const read = await open(withSheetWithoutCells(tag, more));
    expect(contents(read)).toEqual([
      ['안내', false, [['안내문']]],
      ['지난달', true, [['옛 번호']]],
      ['발송', false, [['새 번호']]],
    ]);
    expect(read.notes).toEqual([]);
  });

  it('says which sheet is left out where a part has been lost', async () => {
    const lost = withSheetWithoutCells(
      '<sheet name="오후" sheetId="9" r:id="rId9"/>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/>',
    );
    const read = await open(lost);
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(['안내', '지난달', '발송']);
    expect(read.notes).toEqual([{ code: 'sheet-left-out', sheet: '오후', reason: 'damaged' }]);
  });

  it('has each part read once, however many sheets name it', async () => {
    const parts = packageParts({ sheets: [{ name: 'a', xml: `<row r="1">${text('A1', '1')}</row>` }] });
    const workbook = new TextDecoder().decode(parts['xl/workbook.xml']);
    const named = (count: number): Uint8Array => {
      const more = Array.from({ length: count }, (_, k) => `<sheet name="n${k}" sheetId="${k + 9}" r:id="rId1"/>`);
      return zipSync({
        ...parts,
        'xl/workbook.xml': encoder.encode(workbook.replace('</sheets>', `${more.join('')}</sheets>`)),
      });
    };
    const read = await open(named(1));
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(['a']);
    expect(read.notes).toEqual([{ code: 'sheet-left-out', sheet: 'n0', reason: 'damaged' }]);
    expect((await refusal(named(200))).code).toBe('too-many-parts');
  });

  it('is never put together by counting where the relations are gone', async () => {
    const parts = packageParts({ sheets: [{ name: 'a', xml: '<row r="1"><c r="A1"><v>7</v></c></row>' }] });
    const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const bytes = zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': encoder.encode(empty) });
    expect((await refusal(bytes)).code).toBe('damaged');
  });

  it('keeps two sheets of one name apart, also of one that only begins alike', async () => {
    const named = (name: string, value: string): { name: string; xml: string } => ({
      name,
      xml: `<row r="1">${text('A1', value)}</row>`,
    });
    const long = '스마트스토어 이천이십육년 십일월 스무하루 발송처리 목록 ';
    const read = await open(
      buildPackage({
        sheets: [named('발송', '1'), named('발송', '2'), named(`${long}오전`, '3'), named(`${long}오후`, '4')],
      }),
    );
    expect(read.sheets.map((sheet) => [sheet.name, sheet.text(0, 0)])).toEqual([
      ['발송', '1'],
      ['발송 (2)', '2'],
      [long.slice(0, 31), '3'],
      [`${long.slice(0, 25)} (2)`, '4'],
    ]);
  });

  it('ends the name of a sheet where Excel does', async () => {
    const read = await open(
      buildPackage({ sheets: [{ name: '가'.repeat(40), xml: `<row r="1">${text('A1', '1')}</row>` }] }),
    );
    expect(first(read).name).toBe('가'.repeat(31));
  });
});

describe('references as other programs write them', () => {
  const rows = (...xml: string[]): string => xml.join('');
  it.each([
    ['lower case', rows(`<row r="2">${text('a2', '가')}${text('c2', '다')}</row>`), 2, ['가', '', '다']],
    ['with dollars', rows(`<row r="2">${text('$A$2', '가')}${text('C$2', '다')}</row>`), 2, ['가', '', '다']],
    [
      'row and column by number',
      rows(`<row r="2">${text('R2C1', '가')}${text('R2C3', '다')}</row>`),
      2,
      ['가', '', '다'],
    ],
    ['the column alone', rows(`<row r="2">${text('1', '가')}${text('3', '다')}</row>`), 2, ['가', '', '다']],
    ['the row alone', rows(`<row r="1">${text('1', '가')}${text('1', '나')}</row>`), 1, ['가', '나']],
    ['only in the cells', rows(`<row>${text('A5', '가')}${text('B5', '나')}</row>`), 5, ['가', '나']],
  ])('%s', async (_, xml, row, expected) => {
    const read = await open(oneSheet(xml));
    expect(read.notes).toEqual([]);
    const sheet = first(read);
    expect([sheet.sheetRow(0), texts(sheet)]).toEqual([row, [expected]]);
  });

  it('by their row alone, over several rows', async () => {
    const row = (number: number): string =>
      `<row r="${number}">${text(`${number}`, 'a')}${text(`${number}`, 'b')}</row>`;
    expect(texts(first(await open(oneSheet(row(1) + row(2) + row(3)))))).toEqual([1, 2, 3].map(() => ['a', 'b']));
  });

  it('rows that carry on where the cells of the row before said it stands', async () => {
    const xml = `<row>${text('A5', '가')}</row><row>${'<c t="inlineStr"><is><t>나</t></is></c>'}</row>`;
    const sheet = first(await open(oneSheet(xml)));
    expect([sheet.sheetRow(0), sheet.sheetRow(1)]).toEqual([5, 6]);
  });
});

describe('texts as other programs write them', () => {
  it.each([
    [
      'the result of a formula typed as inline text',
      '<c r="A1" t="inlineStr"><f>B1</f><v t="inlineStr">36 &amp; 7</v></c>',
      '36 & 7',
    ],
    ['inline text typed as the result of a formula', '<c r="A1" t="str"><is><t>36</t></is></c>', '36'],
    ['inline text without a type', '<c r="A1"><is><t>36</t></is></c>', '36'],
    ['both, typed as inline text', '<c r="A1" t="inlineStr"><v>1</v><is><t>36</t></is></c>', '36'],
    ['both, typed as a result', '<c r="A1" t="str"><v>36</v><is><t>1</t></is></c>', '36'],
  ])('%s', async (_, xml, expected) => {
    const read = await open(oneSheet(`<row r="1">${xml}</row>`));
    expect(read.notes).toEqual([]);
    const sheet = first(read);
    expect([sheet.kind(0, 0), sheet.text(0, 0)]).toEqual(['text', expected]);
  });

  it('an inline result that is empty is an empty cell', async () => {
    const xml = `<row r="1">${text('A1', '1')}<c r="B1" t="inlineStr"><f>B1</f><v></v></c></row>`;
    const read = await open(oneSheet(xml));
    expect([first(read).kind(0, 1), read.notes]).toEqual(['empty', []]);
  });
});

describe('what stands around and among the rows', () => {
  const row = `<row r="1">${text('A1', '1')}</row>`;
  const anchor =
    '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><controls><control shapeId="1"><controlPr><anchor><from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></from></anchor></controlPr></control></controls></mc:Choice></mc:AlternateContent>';

  it('a form button is passed over by the quick reader', async () => {
    const read = await open(oneSheet(row, { after: anchor }));
    expect([texts(first(read)), read.notes]).toEqual([[['1']], []]);
  });

  it('rows of another vocabulary are no rows, extensions no cells', async () => {
    const foreign = '<e:row xmlns:e="urn:e" r="2"><e:c r="A2"><e:v>9</e:v></e:c></e:row>';
    const extension = '<extLst><ext uri="x"><x:row xmlns:x="urn:x"><x:c/></x:row></ext></extLst>';
    const read = await open(oneSheet(`${row}${foreign}<row r="3">${text('A3', '3')}${extension}</row>`));
    expect(texts(first(read))).toEqual([['1'], ['3']]);
    expect(read.notes.map(({ code }) => code)).toEqual(['unusual-file']);
  });

  it('hidden columns are known, and those without width', async () => {
    const columns =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="9"/></cols>';
    const xml = `<worksheet>${columns}<sheetData>${row}</sheetData></worksheet>`;
    expect([...first(await open(oneSheet(xml))).hiddenColumns]).toEqual([1, 2, 4]);
    const endless = xml.replace('max="3"', 'max="2000000000"');
    expect(first(await open(oneSheet(endless))).hiddenColumns.size).toBe(511);
  });
});

describe('a stray cell far out', () => {
  const orders = Array.from(
    { length: 3 },
    (_, k) => `<row r="${k + 1}">${text(`A${k + 1}`, `주문 ${k}`)}${k === 0 ? text('XFD1', '.') : ''}</row>`,
  );

  it('to the right is left out with a word, the sheet is read', async () => {
    const read = await open(oneSheet(orders.join('')));
    expect(texts(first(read))).toEqual([['주문 0'], ['주문 1'], ['주문 2']]);
    expect(read.notes).toEqual([{ code: 'far-cells-left-out', sheet: '시트', count: 1, detail: 'XFD1' }]);
  });

  it('in the last row is one more row', async () => {
    const sheet = first(await open(oneSheet(`${orders[1]}<row r="1048576">${text('A1048576', '.')}</row>`)));
    expect([sheet.rowCount, sheet.sheetRow(1)]).toEqual([2, 1_048_576]);
  });

  it('in a text file is left out too; a table that is really so wide is refused', async () => {
    const csv = new TextEncoder().encode(`주문,번호\n1,2${','.repeat(700)}.\n`);
    expect((await open(csv, { fileName: 'a.csv' })).notes).toEqual([
      { code: 'far-cells-left-out', sheet: 'a', count: 1, detail: 'ZZ2' },
    ]);
    const cells = Array.from({ length: 600 }, () => '<c t="inlineStr"><is><t>a</t></is></c>').join('');
    expect((await refusal(oneSheet(`<row r="1">${cells}</row>`))).code).toBe('too-many-columns');
  });
});
