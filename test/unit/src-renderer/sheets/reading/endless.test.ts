import { describe, expect, it } from 'vitest';
import { honestPart, withPart, withSheet, wrap } from '../../../../fixtures/sheets/hostile';
import { first, open, refusal } from '../../../../fixtures/sheets/open-sheet';
import { boundWorkOfFile } from '../../../../support/bounded-work';

boundWorkOfFile();

const html = (inside: string): Uint8Array => new TextEncoder().encode(`<table>${inside}`);

describe('what is left open, a hundred thousand times', () => {
  const times = 120_000;
  const open120k: Record<string, string> = {
    cells: wrap('<row r="1">' + '<c r="A1">'.repeat(times)),
    rows: wrap('<row r="1">'.repeat(times)),
    comments: wrap('<!--'.repeat(times)),
    instructions: wrap('<?x '.repeat(times)),
    unknown: wrap('<row r="1"><c r="A1">' + '<x>'.repeat(times)),
    quotes: wrap('<row r="1"><c r="A1" ' + 'a="'.repeat(times)),
    texts: wrap('<row r="1"><c r="A1" t="inlineStr"><is>' + '<t>'.repeat(times)),
    'one endless name': wrap(`<${'a'.repeat(4 * times)}`),
    'one endless cell': wrap(`<row r="1"><c r="A1" t="str"><v>${'a'.repeat(40 * times)}`),
  };
  for (const [what, xml] of Object.entries(open120k)) {
    it(`ends with a code: ${what}`, async () => {
      expect(['damaged', 'empty', 'forbidden-content']).toContain((await refusal(withSheet(xml))).code);
    });
  }

  it('ends with a code in the workbook, the styles and the shared strings too', async () => {
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/_rels/workbook.xml.rels']) {
      for (const piece of ['<a ', '<!--', '<a b="', '<?']) {
        const part = honestPart(name, new TextEncoder().encode(`<x>${piece.repeat(times)}`));
        expect((await refusal(withPart(part))).code).toBe('damaged');
      }
    }
  });

  it('ends in HTML: tables, cells, comments, rows that span', async () => {
    const fileName = 'a.xls';
    expect((await refusal(html('<table>'.repeat(times)), { fileName })).code).toBe('too-many-parts');
    expect((await refusal(html('<tr><td rowspan=9 colspan=1000>'.repeat(times)), { fileName })).code).toBe('empty');
    expect((await refusal(html('<br>'.repeat(times)), { fileName })).code).toBe('empty');
    expect(
      first(await open(html(`<td>${'<br>'.repeat(times)}1${'&nbsp;'.repeat(times)}`), { fileName })).text(0, 0),
    ).toBe('1');
    expect((await refusal(html('<!--'.repeat(times)), { fileName })).code).toBe('empty');
    expect((await refusal(html('<td a="'.repeat(times)), { fileName })).code).toBe('empty');
    expect((await refusal(html('<tr><td>1' + '<td colspan=1000>1'.repeat(times)), { fileName })).code).toBe(
      'too-many-columns',
    );
    const spans = first(await open(html('<tr><td rowspan=65534>a<td>b'.repeat(300)), { fileName }));
    expect(spans.rowCount).toBe(300);
  });
});
