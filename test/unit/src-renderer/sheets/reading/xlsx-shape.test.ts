import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { first, open, texts } from '../../../../fixtures/sheets/open-sheet';
import { buildPackage, oneSheet, packageParts } from '../../../../fixtures/sheets/package-parts';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('the shape of the XML', () => {
  const rows =
    '<row><c t="inlineStr"><is><t>번호</t></is></c><c><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>';

  it('places rows and cells that carry no reference', async () => {
    const sheet = first(await open(oneSheet(rows)));
    expect(texts(sheet)).toEqual([
      ['번호', '1', '', ''],
      ['', '', '2', '3'],
      ['4', '', '', ''],
    ]);
    expect([0, 1, 2].map((row) => sheet.sheetRow(row))).toEqual([1, 4, 5]);
  });

  it('reads prefixed tags and single quotes', async () => {
    const prefixed = "<x:row r='2' hidden='true'><x:c r='B2' t='inlineStr'><x:is><x:t>값</x:t></x:is></x:c></x:row>";
    const read = await open(oneSheet(prefixed, { prefix: 'x:' }));
    expect(read.notes).toEqual([]);
    expect(texts(first(read))).toEqual([['', '값']]);
    expect([...first(read).hiddenRows]).toEqual([0]);
  });

  it('reads parts in UTF-16', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>송장</t></is></c></row></sheetData></worksheet>';
    const read = await open(buildPackage({ sheets: [{ name: '시트', xml: utf16(xml) }] }));
    expect(texts(first(read))).toEqual([['송장']]);
  });

  it('follows the relations, in the order of the tabs, whatever the parts are called', async () => {
    const parts = packageParts({
      sheets: [
        { name: '둘째 파일', xml: '<row r="1"><c r="A1"><v>1</v></c></row>' },
        { name: '첫째 파일', xml: '<row r="1"><c r="A1"><v>2</v></c></row>' },
      ],
    });
    const first1 = parts['xl/worksheets/sheet1.xml'];
    const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    parts['xl/_rels/workbook.xml.rels'] = new TextEncoder().encode(
      relations.replace('worksheets/sheet1.xml', '/xl/Sheets/%EA%B0%80.xml'),
    );
    delete parts['xl/worksheets/sheet1.xml'];
    if (first1 !== undefined) parts['xl\\Sheets\\가.xml'] = first1;
    const read = await open(zipSync(parts));
    expect(read.sheets.map((sheet) => [sheet.name, sheet.text(0, 0)])).toEqual([
      ['둘째 파일', '1'],
      ['첫째 파일', '2'],
    ]);
  });

  it('finds shared strings and styles that nothing points to, under their usual names', async () => {
    const parts = packageParts({
      sheets: [{ name: 'a', xml: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46117</v></c></row>' }],
      shared: ['<t>송장</t>'],
      formats: [14],
    });
    const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    const kept = relations.replaceAll(/<Relationship Id="rId[ST]"[^>]*>/g, '');
    const read = await open(zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': new TextEncoder().encode(kept) }));
    expect(texts(first(read))).toEqual([['송장', '2026-04-05']]);
  });

  it('tells hidden and very hidden sheets and hidden rows', async () => {
    const read = await open(
      buildPackage({
        sheets: [
          {
            name: 'a',
            xml: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
          },
          { name: 'b', xml: '<row r="1"><c r="A1"><v>1</v></c></row>', state: 'hidden' },
          { name: 'c', xml: '<row r="1"><c r="A1"><v>1</v></c></row>', state: 'veryHidden' },
        ],
      }),
    );
    expect(read.sheets.map((sheet) => sheet.hidden)).toEqual([false, true, true]);
    expect([...first(read).hiddenRows]).toEqual([1]);
  });

  it('fills only the first cell of a merge, and says where the merge is', async () => {
    const xml = '<row r="3"><c r="A3"><v>7</v></c><c r="B3"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row>';
    const sheet = first(
      await open(oneSheet(xml, { after: '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>' })),
    );
    expect(texts(sheet)).toEqual([
      ['7', '1'],
      ['', '2'],
    ]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
  });

  it('passes over comments, instructions, other tags and styled empty cells', async () => {
    const xml =
      '<!-- <row r="9"> --><?x y?><row r="1"><c r="A1" s="1"/><c r="B1"><v>1</v><extLst><ext uri="x"><v>9</v></ext></extLst></c></row><row r="2" ht="20"/>';
    const read = await open(oneSheet(xml, { after: '<pageMargins left="0.7"/><legacyDrawing/>' }));
    expect(read.notes).toEqual([]);
    expect(texts(first(read))).toEqual([['', '1']]);
  });

  it('reads what the quick reader was not written for thoroughly, and says so', async () => {
    const cdata = '<row r="1"><c r="A1" t="str"><v><![CDATA[a<b]]></v></c><c r="B1"><v>5</v></c></row>';
    const read = await open(oneSheet(cdata));
    expect(read.notes).toEqual([{ code: 'unusual-file', detail: 'markup within a value' }]);
    expect(texts(first(read))).toEqual([['a<b', '5']]);
    const unordered =
      '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1" t="e"><v>#N/A</v></c></row>';
    const again = first(await open(oneSheet(unordered)));
    expect(texts(again)).toEqual([
      ['#N/A', '1'],
      ['2', ''],
    ]);
    expect(again.kind(0, 0)).toBe('error');
  });

  it('has dates, hidden rows, zeros and formulas right on the thorough way too', async () => {
    const xml =
      '<row r="1" hidden="1"><c r="B1" s="1"><v>46117</v></c><c r="A1" s="2"><v>12</v></c></row><row r="2"><c r="A2" t="d"><v>2026-04-05</v></c><c r="B2"><f>A1</f></c></row>';
    const read = await open(oneSheet(xml, { formats: [14, '00000'] }));
    const sheet = first(read);
    expect(read.notes.map((note) => note.code)).toEqual(['formulas-without-value', 'unusual-file']);
    expect(texts(sheet)).toEqual([
      ['00012', '2026-04-05'],
      ['2026-04-05', ''],
    ]);
    expect([sheet.kind(0, 1), sheet.kind(1, 0), sheet.kind(1, 1)]).toEqual(['date', 'date', 'formula-without-value']);
    expect([...sheet.hiddenRows]).toEqual([0]);
  });

  it('reports its progress', async () => {
    const rows5000 = Array.from({ length: 5000 }, (_, k) => `<row r="${k + 1}"><c r="A${k + 1}"><v>${k}</v></c></row>`);
    const reported: number[] = [];
    await open(oneSheet(rows5000.join('')), { onProgress: (rowsRead) => reported.push(rowsRead) });
    expect(reported).toEqual([2000, 4000]);
  });
});
