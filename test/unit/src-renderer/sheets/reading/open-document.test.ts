import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../../../src-renderer/sheets/reading/workbook';
import { contentXml, openDocument } from '../../../../fixtures/sheets/open-document';
import type { OpenDocumentOptions } from '../../../../fixtures/sheets/open-document';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { expectCheap } from '../../../../support/bounded-work';

const sheetOf = async (rows: string, options?: OpenDocumentOptions): Promise<Sheet> =>
  first(await open(openDocument(rows, options), { fileName: '발송.ods' }));
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const text = (inside: string, more = ''): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${inside}</text:p></table:table-cell>`;
const value = (type: string, attributes: string, shown = '', more = ''): string =>
  `<table:table-cell office:value-type="${type}" ${attributes} ${more}>${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`;

describe('an OpenDocument without anything beside its content', () => {
  it('is known by its content', async () => {
    const read = await open(openDocument(row(text('운송장번호'))));
    expect([read.kind, read.notes, texts(first(read))]).toEqual(['ods', [], [['운송장번호']]]);
  });

  it('as one file of XML is read as well', async () => {
    const flat = contentXml(row(text('a'))).replaceAll('document-content', 'document');
    const read = await open(new TextEncoder().encode(flat), { fileName: 'a.fods' });
    expect([read.kind, texts(first(read))]).toEqual(['ods', [['a']]]);
  });

  it.each([
    ['text', 'word'],
    ['presentation', 'powerpoint'],
  ])('of another kind (%s) is named', async (kind, detail) => {
    const body = `<office:${kind}><text:p>a</text:p></office:${kind}>`;
    expect(await refusal(openDocument('', { body }))).toEqual({ code: 'not-a-workbook', detail });
  });

  it('of OpenOffice 1 is read', async () => {
    const xml = contentXml('', {
      body: `<table:table table:name="a">${row('<table:table-cell table:value-type="float" table:value="12"><text:p>12</text:p></table:table-cell>')}</table:table>`,
    });
    const old = xml.replaceAll(/urn:oasis:names:tc:opendocument:xmlns:(\w+):1\.0/g, 'http://openoffice.org/2000/$1');
    const parts = { 'content.xml': old };
    expect(texts(first(await open(openDocument('', { more: parts }))))).toEqual([['12']]);
  });
});

describe('the text of an OpenDocument cell', () => {
  it('keeps runs of spaces, tabs and line breaks', async () => {
    const cells = [
      text('가<text:s text:c="3"/>나<text:s/><text:s/>다'),
      text('a<text:tab/>b<text:line-break/>c'),
      '<table:table-cell office:value-type="string"><text:p>첫 줄</text:p><text:p/><text:p>셋째</text:p></table:table-cell>',
    ];
    expect(texts(await sheetOf(row(...cells)))).toEqual([['가   나  다', 'a\tb\nc', '첫 줄\n\n셋째']]);
  });

  it('is whole with formatted parts and links, without notes and readings', async () => {
    const note = '<office:annotation><text:p>메모</text:p></office:annotation>';
    const cells = [
      text('36<text:span text:style-name="T1">00<text:span>11</text:span></text:span> <text:a>링크</text:a>'),
      `<table:table-cell office:value-type="string">${note}<text:p>값${note}</text:p></table:table-cell>`,
      text('<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>한</text:ruby-text></text:ruby>'),
      `<table:table-cell>${note}</table:table-cell>`,
      text('끝'),
    ];
    expect(texts(await sheetOf(row(...cells)))).toEqual([['360011 링크', '값', '漢', '', '끝']]);
  });
});

describe('the values of an OpenDocument cell', () => {
  const styles = `<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>
    <number:number-style style:name="N2"><number:number number:min-integer-digits="5" number:grouping="true"/></number:number-style>
    <number:number-style style:name="N3"><number:number number:min-integer-digits="5"/><number:text>원</number:text></number:number-style>
    <number:date-style style:name="D1"><number:year/></number:date-style>
    <number:time-style style:name="T1" number:truncate-on-overflow="false"><number:hours/></number:time-style>
    ${['N1', 'N2', 'N3', 'D1', 'T1'].map((format) => `<style:style style:name="c${format}" style:family="table-cell" style:data-style-name="${format}"/>`).join('')}
    <style:style style:name="child" style:family="table-cell" style:parent-style-name="cN1"/>`;
  it.each([
    ['a long id', value('float', 'office:value="20260405216912813"', '2.02E16'), 'number', '20260405216912813'],
    ['an exponent', value('float', 'office:value="2.02204052169128E+15"'), 'number', '2022040521691280'],
    ['leading zeros', value('float', 'office:value="1234"', '01234', 'table:style-name="cN1"'), 'number', '01234'],
    ['a style on a style', value('float', 'office:value="7"', '', 'table:style-name="child"'), 'number', '00007'],
    ['groups of thousands', value('float', 'office:value="1234"', '', 'table:style-name="cN2"'), 'number', '1234'],
    ['a unit', value('float', 'office:value="1234"', '', 'table:style-name="cN3"'), 'number', '1234'],
    ['money', value('currency', 'office:value="2500"', '₩2,500'), 'number', '2500'],
    ['a date', value('date', 'office:date-value="2026-04-05"', '26. 4. 5.'), 'date', '2026-04-05'],
    ['a date and a time', value('date', 'office:date-value="2026-04-05T10:30:00"'), 'date', '2026-04-05 10:30:00'],
    [
      'a serial with the format of a date',
      value('float', 'office:value="46117"', '', 'table:style-name="cD1"'),
      'date',
      '2026-04-05',
    ],
    [
      'a serial with that of a duration',
      value('float', 'office:value="46117"', '', 'table:style-name="cT1"'),
      'number',
      '46117',
    ],
    ['a time', value('time', 'office:time-value="PT10H30M00S"', '10:30'), 'date', '10:30:00'],
    ['a duration beyond a day', value('time', 'office:time-value="PT30H00M00S"', '30:00'), 'text', '30:00'],
    ['a truth value', value('boolean', 'office:boolean-value="true"', '참'), 'boolean', 'TRUE'],
    ['a text value in its attribute', value('string', 'office:string-value="a b"', 'a'), 'text', 'a b'],
    ['an error', value('string', 'office:string-value="" calcext:value-type="error"', '#N/A'), 'error', '#N/A'],
    [
      'an error of older programs',
      value('float', 'office:value="0" table:formula="of:=NA()"', '#N/A'),
      'error',
      '#N/A',
    ],
    ['a formula without its value', '<table:table-cell table:formula="of:=[.A2]"/>', 'formula-without-value', ''],
    ['a formula with it', value('float', 'office:value="7" table:formula="of:=[.A2]"'), 'number', '7'],
  ])('%s', async (_, xml, kind, shown) => {
    const sheet = await sheetOf(row(xml, text('끝')), { styles });
    expect([sheet.kind(0, 0), sheet.text(0, 0), sheet.text(0, 1)]).toEqual([kind, shown, '끝']);
  });
});

describe('what an OpenDocument repeats, merges and hides', () => {
  it('repeats rows and cells that hold something, and counts those that do not', async () => {
    const rows = `<table:table-row table:number-rows-repeated="2">${text('a', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="3"/>${text('b')}</table:table-row><table:table-row table:number-rows-repeated="7"/>${row(text('c'))}`;
    const sheet = await sheetOf(rows);
    expect(texts(sheet)).toEqual([
      ['a', 'a', '', '', '', 'b'],
      ['a', 'a', '', '', '', 'b'],
      ['c', '', '', '', '', ''],
    ]);
    expect([sheet.sheetRow(1), sheet.sheetRow(2)]).toEqual([2, 10]);
  });

  it('counts covered cells, and knows the merges', async () => {
    const merged = text('a', 'table:number-columns-spanned="2" table:number-rows-spanned="2"');
    const sheet = await sheetOf(
      row(merged, '<table:covered-table-cell/>', text('b')) +
        row('<table:covered-table-cell table:number-columns-repeated="2"/>', text('c')),
    );
    expect(texts(sheet)).toEqual([
      ['a', '', 'b'],
      ['', '', 'c'],
    ]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  it('marks hidden rows, columns and sheets, within groups as well', async () => {
    const rows = `<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-column-group>
      ${row(text('a'))}<table:table-row table:visibility="filter">${text('b')}</table:table-row>
      <table:table-row-group table:display="false">${row(text('c'))}</table:table-row-group><table:table-header-rows>${row(text('d'))}</table:table-header-rows>`;
    const styles =
      '<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const body = `<office:spreadsheet><table:table table:name="숨김" table:style-name="ta">${rows}</table:table><table:table table:name="'file:///a.ods'#a" table:style-name="ta">${row(text('x'))}</table:table></office:spreadsheet>`;
    const read = await open(openDocument('', { styles, body }));
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['숨김', true]]);
    const sheet = first(read);
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns], texts(sheet).length]).toEqual([[1, 2], [1, 2], 4]);
  });

  it('in the words of any prefix, and not in those of another vocabulary', async () => {
    const xml = contentXml(
      row(text('a')) + '<e:table-row xmlns:e="urn:e"><e:table-cell><text:p>9</text:p></e:table-cell></e:table-row>',
    );
    const renamed = xml
      .replaceAll('table:', 't:')
      .replaceAll('xmlns:table', 'xmlns:t')
      .replaceAll('xmlns:t:1.0', 'xmlns:table:1.0');
    expect(renamed).toContain('xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"');
    expect(texts(first(await open(openDocument('', { more: { 'content.xml': renamed } }))))).toEqual([['a']]);
  });
});

describe('what an OpenDocument declares and no one builds', () => {
  const endless = '2000000000';
  it.each([
    ['covered cells', row(text('a'), `<table:covered-table-cell table:number-columns-repeated="${endless}"/>`)],
    [
      'empty cells, with a sign and an exponent',
      row(text('a'), '<table:table-cell table:number-columns-repeated="+2e9"/>'),
    ],
    [
      'empty rows',
      `${row(text('a'))}<table:table-row table:number-rows-repeated="${endless}"><table:table-cell/></table:table-row>`,
    ],
    [
      'columns',
      `<table:table-column table:number-columns-repeated="${endless}" table:visibility="collapse"/>${row(text('a'))}`,
    ],
    ['a merge', row(text('a', `table:number-columns-spanned="16000" table:number-rows-spanned="${endless}"`))],
    ['spaces', row(text(`a`), text(`<text:s text:c="${endless}"/>`))],
    [
      'behind ">" in an attribute',
      row(text('a'), `<table:table-cell table:note="1 > 0" table:number-columns-repeated="${endless}"/>`),
    ],
  ])('%s', async (_, rows) => {
    const readRows = async () => {
      const sheet = await sheetOf(rows);
      expect([sheet.rowCount, sheet.text(0, 0)]).toEqual([1, 'a']);
    };
    await expectCheap(readRows, 20, () => sheetOf(row(text('a'), text('b')).repeat(2000)));
  });

  it.each([
    ['cells with content', row(text('a', `table:number-columns-repeated="${endless}"`)), 'too-many-cells'],
    [
      'rows with content',
      `<table:table-row table:number-rows-repeated="1048576">${text('a')}</table:table-row>`,
      'too-many-rows',
    ],
    [
      'a cell beyond the grid',
      row(`<table:covered-table-cell table:number-columns-repeated="${endless}"/>`, text('a')),
      'too-many-columns',
    ],
    ['elements within elements', '<table:table-row-group>'.repeat(100_000), 'damaged'],
  ])('%s are refused', async (_, rows, code) => {
    expect((await refusal(openDocument(rows))).code).toBe(code);
  });

  it('two hundred sheets at most', async () => {
    const table = `<table:table table:name="a">${row(text('a'))}</table:table>`;
    const body = `<office:spreadsheet>${table.repeat(201)}</office:spreadsheet>`;
    expect((await refusal(openDocument('', { body }))).code).toBe('too-many-parts');
  });

  it('says how far it is', async () => {
    const reported: number[] = [];
    const bytes = openDocument(row(text('a')).repeat(5000));
    await open(bytes, { onProgress: (rows) => reported.push(rows) });
    expect(reported).toEqual([2000, 4000]);
  });

  it('rows up to the limit are read', async () => {
    const sheet = await sheetOf(`<table:table-row table:number-rows-repeated="1000">${text('a')}</table:table-row>`);
    expect(sheet.rowCount).toBe(1000);
  });
});
