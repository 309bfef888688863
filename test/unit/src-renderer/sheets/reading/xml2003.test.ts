import { describe, expect, it } from 'vitest';
import type { Sheet, Workbook } from '../../../../../src-renderer/sheets/reading/workbook';
import { encodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { expectCheap } from '../../../../support/bounded-work';

const ss = 'urn:schemas-microsoft-com:office:spreadsheet';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook of one sheet. `table` stands in its Table, `more` behind it, `before` in front of the sheet. */
function workbook(table: string, { before = '', more = '' } = {}): string {
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${ss}" xmlns:ss="${ss}" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">${before}<Worksheet ss:Name="발송"><Table>${table}</Table>${more}</Worksheet></Workbook>`;
}

const read = (xml: string | Uint8Array): Promise<Workbook> =>
  open(typeof xml === 'string' ? utf8(xml) : xml, { fileName: '발송.xls' });
const sheetOf = async (table: string, options = {}): Promise<Sheet> => first(await read(workbook(table, options)));
const cell = (text: string, more = ''): string => `<Cell ${more}><Data ss:Type="String">${text}</Data></Cell>`;
const typed = (type: string, text: string, more = ''): string =>
  `<Cell ${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
const row = (...cells: string[]): string => `<Row>${cells.join('')}</Row>`;

describe('where a cell stands in the XML of 2003', () => {
  it('counts an empty cell, and all the columns an empty one is merged over', async () => {
    const header = row(cell('번호'), cell('메모', 'ss:MergeAcross="1"'), cell('송장'), cell('이전송장'));
    const full = row(cell('1'), cell('문 앞', 'ss:MergeAcross="1"'), cell('10'), cell('90'));
    const empty = row(cell('2'), '<Cell ss:MergeAcross="1" ss:StyleID="s1"/>', cell('20'), cell('91'));
    const blank = row(cell('3'), '<Cell ss:MergeAcross="1"></Cell>', '<Cell/>', cell('92'));
    expect(texts(await sheetOf(header + full + empty + blank))).toEqual([
      ['번호', '메모', '', '송장', '이전송장'],
      ['1', '문 앞', '', '10', '90'],
      ['2', '', '', '20', '91'],
      ['3', '', '', '', '92'],
    ]);
  });

  it('goes by the index where there is one, for rows and cells', async () => {
    const sheet = await sheetOf(`<Row ss:Index="3">${cell('a', 'ss:Index="2"')}${cell('b')}</Row>${row(cell('c'))}`);
    expect(texts(sheet)).toEqual([
      ['', 'a', 'b'],
      ['c', '', ''],
    ]);
    expect([sheet.sheetRow(0), sheet.sheetRow(1)]).toEqual([3, 4]);
  });

  it('counts the rows that one row spans', async () => {
    const sheet = await sheetOf(`${row(cell('a'))}<Row ss:Span="4"/>${row(cell('b'))}`);
    expect([sheet.sheetRow(0), sheet.sheetRow(1)]).toEqual([1, 7]);
  });

  it('knows its merges', async () => {
    const sheet = await sheetOf(row(cell('a', 'ss:MergeAcross="2" ss:MergeDown="1"')) + row(cell('b', 'ss:Index="4"')));
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  });

  it('is refused where cells or rows go back', async () => {
    const back = [
      row(cell('a'), cell('b'), cell('c', 'ss:Index="2"')),
      `${row(cell('a'))}<Row ss:Index="1">${cell('b')}</Row>`,
    ];
    for (const table of back)
      expect((await refusal(utf8(workbook(table)), { fileName: 'a.xls' })).code).toBe('damaged');
  });
});

describe('the text of a cell in the XML of 2003', () => {
  it('is whole where a part of it is formatted', async () => {
    const rich = (inside: string): string =>
      `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${inside}</ss:Data></Cell>`;
    const cells = [
      rich('3600000<Font html:Color="#FF0000">00022</Font>'),
      rich('<B>Test</B>in<I><U>g</U></I>'),
      rich('<Font>11111</Font> <Font html:Color="#00F">22222</Font>&#10;끝'),
      rich('685000000106<BR/>685000000456'),
      rich('<P>685000000106</P><P><B>685000000456</B></P>'),
    ];
    const two = '685000000106\n685000000456';
    expect(texts(await sheetOf(row(...cells)))).toEqual([['360000000022', 'Testing', '11111 22222\n끝', two, two]]);
  });

  it('holds no comment and no name', async () => {
    const comment = `<Comment ss:Author="a"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>a:</B>메모</ss:Data></Comment>`;
    const table = row(
      `<Cell>${comment}<Data ss:Type="String">값</Data><NamedCell ss:Name="_FilterDatabase"/></Cell>`,
      `<Cell>${comment}</Cell>`,
      cell('끝'),
    );
    expect(texts(await sheetOf(table))).toEqual([['값', '', '끝']]);
  });

  it('resolves entities and CDATA, and keeps spaces', async () => {
    const table = row(cell('a &amp;lt; &quot;b&quot; &#44032;'), cell('<![CDATA[<1> & 2]]>'), cell('  a  b '));
    expect(texts(await sheetOf(table))).toEqual([['a &lt; "b" 가', '<1> & 2', '  a  b ']]);
  });
});

describe('the values of the XML of 2003', () => {
  const styles = `<Styles><Style ss:ID="Default"><NumberFormat/></Style>
    <Style ss:ID="z"><NumberFormat ss:Format="00000"/></Style><Style ss:ID="child" ss:Parent="z"/>
    <Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="f"><NumberFormat ss:Format="Standard"/></Style></Styles>`;
  const one = async (xml: string, before = styles): Promise<[string, string]> => {
    const sheet = await sheetOf(row(xml), { before });
    return [sheet.kind(0, 0), sheet.text(0, 0)];
  };

  it.each([
    ['a long id, digit for digit', typed('Number', '20260405216912813'), 'number', '20260405216912813'],
    ['a number with an exponent', typed('Number', '2.02204052169128E+15'), 'number', '2022040521691280'],
    ['leading zeros of a format', typed('Number', '1234', 'ss:StyleID="z"'), 'number', '01234'],
    ['a style that stands on another', typed('Number', '1234', 'ss:StyleID="child"'), 'number', '01234'],
    ['a serial with a date format', typed('Number', '46117', 'ss:StyleID="d"'), 'date', '2026-04-05'],
    ['a named format that is no date', typed('Number', '46117', 'ss:StyleID="f"'), 'number', '46117'],
    ['a date', typed('DateTime', '2026-04-05T00:00:00.000'), 'date', '2026-04-05'],
    ['a date with a time', typed('DateTime', '2026-04-05T10:29:59.999'), 'date', '2026-04-05 10:30:00'],
    ['a time alone', typed('DateTime', '1899-12-31T10:30:00.000'), 'date', '10:30:00'],
    ['a truth value', typed('Boolean', '1'), 'boolean', 'TRUE'],
    ['an error', typed('Error', '#N/A'), 'error', '#N/A'],
    ['a formula without its value', '<Cell ss:Formula="=A2"/>', 'formula-without-value', ''],
    ['a formula with it', typed('Number', '7', 'ss:Formula="=A2"'), 'number', '7'],
    ['a number that is none', typed('Number', '재고소진'), 'text', '재고소진'],
    ['text without a type', '<Cell><Data>a</Data></Cell>', 'text', 'a'],
  ])('%s', async (_, xml, kind, text) => {
    expect(await one(xml)).toEqual([kind, text]);
  });

  it('take the style of their row and of their column', async () => {
    const table = `<Column ss:Index="2" ss:Span="1" ss:StyleID="z"/>${row(typed('Number', '1'), typed('Number', '2'), typed('Number', '3'), typed('Number', '4'))}<Row ss:StyleID="z">${typed('Number', '5')}</Row>`;
    expect(texts(await sheetOf(table, { before: styles }))).toEqual([
      ['1', '00002', '00003', '4'],
      ['00005', '', '', ''],
    ]);
  });
});

describe('what is hidden in the XML of 2003', () => {
  it('rows, columns and sheets', async () => {
    const table = `<Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Hidden="0"/>${row(cell('a'))}<Row ss:Hidden="1">${cell('b')}</Row>`;
    const options = (state: string): string =>
      `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Selected/><Visible>${state}</Visible></WorksheetOptions>`;
    const sheet = await sheetOf(table, { more: options('SheetHidden') });
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns], sheet.hidden]).toEqual([[1], [1, 2], true]);
    expect((await sheetOf(table, { more: options('SheetVeryHidden') })).hidden).toBe(true);
    expect((await sheetOf(table, { more: options('SheetVisible') })).hidden).toBe(false);
  });
});

describe('the document around it', () => {
  it('any prefix, and properties of its own', async () => {
    const properties =
      '<o:CustomDocumentProperties xmlns:o="urn:schemas-microsoft-com:office:office"><o:Table dt:dt="string" xmlns:dt="uuid:x">a</o:Table></o:CustomDocumentProperties>';
    const xml = `<?xml version="1.0"?><!-- ${'긴 말 '.repeat(3000)} --><q:Workbook xmlns:q="${ss}">${properties}<q:Worksheet q:Name="a"><q:Table><q:Row><q:Cell q:Index="2"><q:Data q:Type="Number">007</q:Data></q:Cell></q:Row></q:Table></q:Worksheet></q:Workbook>`;
    expect(texts(first(await read(xml)))).toEqual([['', '7']]);
  });

  it('elements of another vocabulary are no rows and no cells', async () => {
    const foreign = `<e:Row xmlns:e="urn:e"><e:Cell><e:Data>9</e:Data></e:Cell></e:Row>`;
    expect(
      texts(await sheetOf(`${foreign}<Row><e:Cell xmlns:e="urn:e"><Data>9</Data></e:Cell>${cell('a')}</Row>`)),
    ).toEqual([['a']]);
  });

  it.each([
    ['UTF-8 with its mark', (xml: string) => utf8(`\ufeff${xml}`)],
    ['UTF-16', (xml: string) => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))],
    [
      'CP949 as declared',
      (xml: string) => encodeCp949(xml.replace('version="1.0"', 'version="1.0" encoding="ks_c_5601-1987"')),
    ],
    ['CP949 undeclared', (xml: string) => encodeCp949(xml)],
  ])('in %s', async (_, encode) => {
    expect(texts(first(await read(encode(workbook(row(cell('운송장번호'), cell('똠방각하')))))))).toEqual([
      ['운송장번호', '똠방각하'],
    ]);
  });

  it('in the encoding it declares, where its bytes could be another', async () => {
    // These two letters are valid UTF-8 as well.
    const bytes = encodeCp949(
      `<?xml version="1.0" encoding="euc-kr"?><Workbook xmlns="${ss}" xmlns:ss="${ss}"><Worksheet ss:Name="a"><Table><Row>${cell('혖혗')}</Row></Table></Worksheet></Workbook>`,
    );
    expect(texts(first(await read(bytes)))).toEqual([['혖혗']]);
  });

  it('says how far it is', async () => {
    const reported: number[] = [];
    const bytes = utf8(workbook(row(cell('a')).repeat(5000)));
    await open(bytes, { fileName: 'a.xls', onProgress: (rows) => reported.push(rows) });
    expect(reported).toEqual([2000, 4000]);
  });

  it('several sheets keep their names; one beyond the limits is left out, and said to be', async () => {
    const sheet = (name: string, table: string): string =>
      `<Worksheet ss:Name="${name}"><Table>${table}</Table></Worksheet>`;
    const xml = `<Workbook xmlns="${ss}" xmlns:ss="${ss}">${sheet('이력', `<Row ss:Index="2e9">${cell('a')}</Row>`)}${sheet('발송', row(cell('b')))}</Workbook>`;
    const found = await read(xml);
    expect(found.sheets.map(({ name }) => name)).toEqual(['발송']);
    expect(found.notes).toEqual([{ code: 'sheet-left-out', sheet: '이력', reason: 'too-many-rows' }]);
  });
});

describe('what an XML of 2003 declares and no one builds', () => {
  const code = async (table: string): Promise<string> =>
    (await refusal(utf8(workbook(table)), { fileName: 'a.xls' })).code;
  it.each([
    ['a merge of 2e9', row(cell('a', 'ss:MergeAcross="2e9"'), cell('b')), 'too-many-columns'],
    ['a merge of +2000000000', row(cell('a', 'ss:MergeAcross="+2000000000"')), 'too-many-columns'],
    ['a span of columns', `<Column ss:Span="2000000000"/>${row(cell('a'))}`, 'too-many-columns'],
    ['a span of rows', `<Row ss:Span="2000000000"/>${row(cell('a'))}`, 'too-many-rows'],
    ['an index that is no number', row(cell('a', 'ss:Index="x"')), 'damaged'],
    ['a fraction', row(cell('a', 'ss:Index="1.5"')), 'damaged'],
  ])('%s', async (_, table, expected) => {
    expect(await code(table)).toBe(expected);
  });

  it('an index behind 9,900 blanks, and merges within the grid over nearly all of it', async () => {
    const table =
      row(cell('a', `ss:Index="${' '.repeat(9900)}2"`)) +
      row(cell('b', 'ss:MergeAcross="16000" ss:MergeDown="1048000"'));
    const readTable = async () =>
      expect(texts(await sheetOf(table))).toEqual([
        ['', 'a'],
        ['b', ''],
      ]);
    await expectCheap(readTable, 20, () => sheetOf(row(cell('a'), cell('b')).repeat(10_000)));
  });

  it('two hundred sheets at most', async () => {
    const sheets = `<Worksheet ss:Name="a"><Table>${row(cell('a'))}</Table></Worksheet>`.repeat(201);
    const xml = `<Workbook xmlns="${ss}" xmlns:ss="${ss}">${sheets}</Workbook>`;
    expect((await refusal(utf8(xml), { fileName: 'a.xls' })).code).toBe('too-many-parts');
  });

  it('a type declaration is refused, and a document that breaks off', async () => {
    const whole = workbook(row(cell('a')));
    expect(
      (await refusal(utf8(whole.replace('<Workbook', '<!DOCTYPE Workbook [<!ENTITY a "b">]><Workbook')))).code,
    ).toBe('forbidden-content');
    for (const cut of [0.5, 0.8, 0.95])
      expect((await refusal(utf8(whole.slice(0, whole.length * cut)))).code).toBe('damaged');
  });
});
