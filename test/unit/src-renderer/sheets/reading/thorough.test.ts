import { describe, expect, it } from 'vitest';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { oneSheet } from '../../../../fixtures/sheets/package-parts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** Makes the quick reader give up, and changes nothing. */
const odd = '<row r="900"><c r="A900"><!-- --></c></row>';

async function thoroughly(rows: string, more: Parameters<typeof oneSheet>[1] = {}): Promise<string[][]> {
  const read = await open(oneSheet(rows + odd, more));
  expect(read.notes.map(({ code }) => code)).toEqual(['unusual-file']);
  return texts(first(read));
}

describe('an xlsx that the quick reader gives up', () => {
  it('has its rows and cells in the order of the sheet', async () => {
    const rows = `<row r="3">${text('C3', 'c')}${text('A3', 'a')}</row><row r="1">${text('B1', 'b')}</row><row r="3">${text('D3', 'd')}</row>`;
    expect(await thoroughly(rows)).toEqual([
      ['', 'b', '', ''],
      ['a', '', 'c', 'd'],
    ]);
  });

  it('has every type of value, with the formats of the styles and the shared texts', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>12</v></c><c r="C1" s="1"><v>46117</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="d"><v>2026-04-05</v></c><c r="G1" t="str"><f>A2</f><v>a &amp; b_x0041_</v></c><c r="H1" t="inlineStr"><f>A2</f><v>&amp;lt;</v></c><c r="I1"><f>A2</f></c></row>`;
    const read = await open(oneSheet(rows + odd, { shared: ['<t>가</t>'], formats: [14, '00000'] }));
    const sheet = first(read);
    expect(texts(sheet)).toEqual([['가', '00012', '2026-04-05', 'TRUE', '#N/A', '2026-04-05', 'a & bA', '&lt;', '']]);
    expect(sheet.kind(0, 8)).toBe('formula-without-value');
  });

  it('has CDATA and rich text whole, in cells and in shared texts, without readings', async () => {
    const rich = '<r><t>홍</t></r><r><rPr/><t xml:space="preserve"> 길동</t></r><rPh sb="0" eb="1"><t>ホン</t></rPh>';
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is>${rich}</is></c><c r="D1" t="str"><v><![CDATA[a<b]]></v></c></row>`;
    expect(await thoroughly(rows, { shared: ['<t><![CDATA[<1> & 2]]></t>', rich] })).toEqual([
      ['<1> & 2', '홍 길동', '홍 길동', 'a<b'],
    ]);
  });

  it('has hidden rows and columns, and merges', async () => {
    const xml = `<worksheet xmlns="${main}"><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1">${text('A2', 'b')}</row><row r="1">${text('A1', 'a')}</row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;
    const sheet = first(await open(oneSheet(xml)));
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[1], [1, 2]]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  it('has two prefixes of one vocabulary, and not the rows of another', async () => {
    const xml = `<x:worksheet xmlns:x="${main}" xmlns="${main}" xmlns:e="urn:e"><x:sheetData><row r="1">${text('A1', 'a')}</row><e:row r="2"><e:c r="A2"><e:v>9</e:v></e:c></e:row><row xmlns="urn:e" r="3"><c r="A3"><v>9</v></c></row><x:row r="4"><x:c r="A4"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(texts(first(await open(oneSheet(xml))))).toEqual([['a'], ['7']]);
  });

  it.each([
    ['one cell stands twice', `<row r="1">${text('B1', 'b')}${text('A1', 'a')}${text('A1', 'c')}</row>`],
    ['a cell names another row', `<row r="1">${text('A5', 'a')}</row>`],
    ['a reference is none', `<row r="1">${text('A', 'a')}</row>`],
    ['a number may be the row or the column', `<row r="3">${text('3', '가')}${text('3', '나')}</row>`],
    ['a shared text is numbered in words', `<row r="1"><c r="A1" t="s"><v>x</v></c></row>${odd}`],
    ['a type is unknown', `<row r="1"><c r="A1" t="x"><v>9</v></c></row>`],
  ])('is refused where nothing can be said for certain: %s', async (_, rows) => {
    expect((await refusal(oneSheet(rows))).code).toBe('only-excel-reads');
  });

  it('is refused beyond the grid, and where it breaks off', async () => {
    expect((await refusal(oneSheet(`${odd}<row r="2000000000">${text('A1', 'a')}</row>`))).code).toBe('too-many-rows');
    const cut = `<worksheet xmlns="${main}"><sheetData>${odd}<row r="1"><c r="A1"><v>1</v>`;
    expect((await refusal(oneSheet(cut))).code).toBe('damaged');
    const lost = `<row r="1"><c r="A1" t="s"><v>9</v></c></row>${odd}`;
    expect((await refusal(oneSheet(lost))).code).toBe('damaged');
  });
});
