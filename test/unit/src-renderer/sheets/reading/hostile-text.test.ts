import { describe, expect, it } from 'vitest';
import { understand } from '../../../../../src-renderer/sheets/understanding/understand';
import { first, open, refusal } from '../../../../fixtures/sheets/open-sheet';
import { boundWorkOfFile } from '../../../../support/bounded-work';

boundWorkOfFile();

const megabyte = 1024 * 1024;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const filled = (letter: string): Uint8Array => new Uint8Array(20 * megabyte).fill(letter.charCodeAt(0));

/** Read as one cell, of which as much is kept as a cell of Excel holds; and said to hold no lines. */
async function oneLongCell(bytes: Uint8Array, fileName: string): Promise<void> {
  const read = await open(bytes, { fileName });
  const sheet = first(read);
  expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  expect(sheet.text(0, 0).length).toBeLessThanOrEqual(32_767 * 3);
  expect(understand(read, {}, { operation: 'dispatch', remembered: {} }).refusal?.code).toBe('no-lines');
}

describe('text files that mean harm end with a code, and soon', () => {
  const fileName = 'a.csv';

  it('one line of megabytes: a single cell, a quote never closed, nothing but quotes', async () => {
    await oneLongCell(filled('1'), fileName);
    const opened = filled('a');
    opened[0] = 0x22;
    await oneLongCell(opened, fileName);
    await oneLongCell(filled('"'), fileName);
  });

  it('cells and lines without end', async () => {
    expect((await refusal(filled(','), { fileName })).code).toBe('empty');
    expect((await refusal(filled('\n'), { fileName })).code).toBe('empty');
    expect((await refusal(bytesOf('1,'.repeat(megabyte)), { fileName })).code).toBe('too-many-columns');
    expect((await refusal(bytesOf('1\n'.repeat(megabyte)), { fileName })).code).toBe('too-many-rows');
    expect((await refusal(bytesOf('"\n'.repeat(megabyte)), { fileName })).code).toBe('too-many-rows');
  });

  it('zeros: alone, within numbers, behind a table', async () => {
    const table = '상품주문번호,송장번호\n2025010112345671,577417824035\n';
    for (const bytes of [
      new Uint8Array(megabyte),
      bytesOf(table.replace('7417', '74\u000017')),
      bytesOf(table + '\u0000'.repeat(4096)),
    ]) {
      expect(await refusal(bytes, { fileName })).toEqual({ code: 'not-a-workbook', detail: 'binary' });
    }
  });

  it('a long description beside the numbers takes nothing from them', async () => {
    const long = `상품주문번호,상세,송장번호\n2025010112345671,"${'<p>설명</p>'.repeat(20_000)}",577417824035\n`;
    const sheet = first(await open(bytesOf(long), { fileName }));
    expect([sheet.text(1, 0), sheet.text(1, 2)]).toEqual(['2025010112345671', '577417824035']);
    expect(sheet.text(1, 1)).toMatch(/^(?:<p>설명<\/p>){1000}/u);
  });
});

describe('pages that mean harm end with a code, and soon', () => {
  const fileName = 'a.xls';

  it('a cell of megabytes: letters, entities, tables within', async () => {
    await oneLongCell(bytesOf(`<table><tr><td>${'가'.repeat(5 * megabyte)}`), fileName);
    await oneLongCell(bytesOf(`<table><tr><td>1${'&nbsp;&#44032;'.repeat(megabyte)}`), fileName);
    for (const nested of ['<table><tr><td>x</td></tr></table>'.repeat(900), '<table><tr><td>x'.repeat(900)]) {
      expect((await open(bytesOf(`<table><tr><td>${nested}`), { fileName })).sheets).toHaveLength(900);
    }
  });

  it('tags without end', async () => {
    expect((await refusal(bytesOf(`<table>${'<'.repeat(5 * megabyte)}`), { fileName })).code).toBe('empty');
    expect((await refusal(bytesOf(`<table>${'<tr>'.repeat(3 * megabyte)}`), { fileName })).code).toBe('too-many-rows');
    expect((await refusal(bytesOf(`<table><tr>${'<td>'.repeat(megabyte)}`), { fileName })).code).toBe(
      'too-many-columns',
    );
  });
});

describe('Excel’s XML of 2003 that means harm ends with a code, and soon', () => {
  const fileName = 'a.xls';
  const workbook = (table: string): Uint8Array =>
    bytesOf(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${table}</Table></Worksheet></Workbook>`,
    );
  const cell = (place = ''): string => `<Cell ${place}><Data ss:Type="String">a</Data></Cell>`;

  it('is read where it places cells as programs do', async () => {
    const read = await open(workbook(`<Row ss:Index="3">${cell('ss:MergeAcross="2"')}${cell('ss:Index="6"')}</Row>`), {
      fileName,
    });
    const sheet = first(read);
    expect([sheet.sheetRow(0), sheet.text(0, 0), sheet.text(0, 5)]).toEqual([3, 'a', 'a']);
  });

  it.each([
    ['a row beyond the grid', `<Row ss:Index="1000000000">${cell()}</Row>`, 'too-many-rows'],
    ['a cell beyond it', `<Row>${cell('ss:Index = "1000000000"')}</Row>`, 'too-many-columns'],
    ['a merge over it', `<Row>${cell("ss:MergeAcross='1000000000'")}${cell()}</Row>`, 'too-many-columns'],
    ['many merges over it', `<Row>${cell('ss:MergeAcross="16000"').repeat(1000)}</Row>`, 'too-many-columns'],
    ['a merge down through it', `<Row>${cell('ss:MergeDown="1000000000"')}</Row>`, 'too-many-rows'],
    ['a column beyond it', `<Column ss:Index="1000000000"/><Row>${cell()}</Row>`, 'too-many-columns'],
    ['a tag without end', `<Row>${cell()}</Row><Cell ${'a '.repeat(10_000)}`, 'damaged'],
    ['elements without end', '<a>'.repeat(megabyte), 'damaged'],
  ])('%s', async (_, table, code) => {
    expect((await refusal(workbook(table), { fileName })).code).toBe(code);
  });
});
