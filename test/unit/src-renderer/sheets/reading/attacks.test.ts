import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { biffRecord, biffWorkbook, formula, biffDouble, label, u16 } from '../../../../fixtures/sheets/biff';
import { lockAgile } from '../../../../fixtures/sheets/lock-package';
import { contentXml, openDocument } from '../../../../fixtures/sheets/open-document';
import { oneSheet, packageParts } from '../../../../fixtures/sheets/package-parts';
import { withSheet } from '../../../../fixtures/sheets/hostile';
import { buildApartReader, type ApartReader } from '../../../../support/sheets/read-apart';

/**
 * Each member of the family of files that attack, read by a Node process of its own: within five seconds of the processor, with at most
 * 300 MB for the whole process (its largest resident size; an honest sheet of one row takes some 150), and either with
 * the cells it has or with a code.
 */
const mostMs = 5000;
const mostMb = 300;

interface Member {
  name: string;
  file: string;
  bytes(): Uint8Array;
  /** The first sheet's first rows; or the code that refuses. */
  becomes: string[][] | string;
  /** For a file that is itself large. */
  mostMb?: number;
  mostMs?: number;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheetWith = (rows: string, more = '', before = ''): Uint8Array =>
  withSheet(`<worksheet>${before}<sheetData>${rows}</sheetData>${more}</worksheet>`);
/** A cell that hands its sheet to the slower of two readers. */
const odd = '<row r="1"><c r="A1" t="str"><v><![CDATA[송장]]></v></c></row>';
const everywhere = 'A1:XFD1048576';
const covered = (times: string): string =>
  openDocumentRow(`<table:covered-table-cell table:number-columns-repeated="${times}"/>`);
const openDocumentRow = (more: string): string =>
  `<table:table-row><table:table-cell><text:p>송장</text:p></table:table-cell>${more}</table:table-row>`;
const xml2003 = (inside: string): Uint8Array =>
  utf8(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${inside}</Table></Worksheet></Workbook>`,
  );
const data = (text: string): string => `<Data ss:Type="String">${text}</Data>`;
const longExpression = '1+'.repeat(4096) + '1';

const members: Member[] = [
  {
    name: 'a hyperlink over the whole grid beside an odd cell',
    file: 'links.xlsx',
    bytes: () => sheetWith(odd, `<hyperlinks><hyperlink ref="${everywhere}" location="a"/></hyperlinks>`),
    becomes: [['송장']],
  },
  {
    name: 'validations, formats by condition and merges over the whole grid, twenty thousand times',
    file: 'areas.xlsx',
    bytes: () =>
      sheetWith(
        odd,
        `<mergeCells>${`<mergeCell ref="${everywhere}"/>`.repeat(20_000)}</mergeCells>${`<conditionalFormatting sqref="${everywhere}"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="${everywhere}"/></dataValidations>`.repeat(20_000)}`,
      ),
    becomes: [['송장']],
  },
  {
    name: 'a column that spans two thousand million',
    file: 'columns.xlsx',
    bytes: () => sheetWith(odd, '', '<cols><col min="1" max="2000000000" width="9" hidden="1"/></cols>'),
    becomes: [['송장']],
  },
  {
    name: 'rows that span, with any prefix and quoting',
    file: 'spans.xlsx',
    bytes: () =>
      withSheet(
        `<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row r = '1' spans='1:2000000000' note='>'><x:c r='A1' t='str' note=">"><x:v>송장</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    becomes: [['송장']],
  },
  {
    name: 'one shared formula of 8 KB used twenty thousand times',
    file: 'shared.xlsx',
    bytes: () =>
      sheetWith(
        `<row r="1"><c r="A1"><f t="shared" ref="A1:A20000" si="0">${longExpression}</f><v>7</v></c></row>${Array.from({ length: 19_999 }, (_, k) => `<row r="${k + 2}"><c r="A${k + 2}"><f t="shared" si="0"/><v>7</v></c></row>`).join('')}`,
      ),
    becomes: [['7'], ['7'], ['7']],
  },
  {
    name: 'sixty thousand array formulas over the whole grid',
    file: 'arrays.xlsx',
    bytes: () =>
      sheetWith(
        Array.from(
          { length: 60_000 },
          (_, k) => `<row r="${k + 1}"><c r="A${k + 1}"><f t="array" ref="${everywhere}">1</f><v>7</v></c></row>`,
        ).join(''),
      ),
    becomes: [['7'], ['7'], ['7']],
  },
  {
    name: 'three hundred thousand sheets on one part',
    file: 'sheets.xlsx',
    bytes: () => {
      const parts = packageParts({ sheets: [{ name: '시트', xml: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
      const workbook = new TextDecoder().decode(parts['xl/workbook.xml']);
      const entry = /<sheet [^>]*>/u.exec(workbook)?.[0] ?? '';
      parts['xl/workbook.xml'] = utf8(workbook.replace(entry, entry.repeat(300_000)));
      return zipSync(parts);
    },
    becomes: 'too-many-parts',
  },
  {
    name: 'a quarter of a million cells beside an odd one: as many more take as much longer, and can be stopped',
    file: 'cells.xlsx',
    bytes: () => {
      const row = (k: number): string =>
        `<row>${Array.from({ length: 512 }, (_, at) => `<c><v>${(k * 7919 + at * at) % 9973}</v></c>`).join('')}</row>`;
      return sheetWith(odd + Array.from({ length: 500 }, (_, k) => row(k)).join(''));
    },
    becomes: [
      ['송장', '', ''],
      ['0', '1', '4'],
      ['7919', '7920', '7923'],
    ],
    mostMs: 20_000,
  },
  {
    name: 'a covered cell repeated two thousand million times',
    file: 'covered.ods',
    bytes: () => openDocument(covered('2000000000')),
    becomes: [['송장']],
  },
  {
    name: 'a cell with content repeated two thousand million times, written in other ways',
    file: 'repeated.ods',
    bytes: () =>
      openDocument(
        openDocumentRow(
          `<table:table-cell note=">" table:number-columns-repeated = '+2e9'><text:p>1</text:p></table:table-cell>`,
        ),
      ),
    becomes: 'too-many-cells',
  },
  {
    name: 'rows with content repeated a million times under a foreign prefix',
    file: 'foreign.ods',
    bytes: () =>
      zipSync({
        'content.xml': utf8(
          contentXml(
            openDocumentRow('').replace('<table:table-row', '<table:table-row table:number-rows-repeated="900000"'),
          )
            .replaceAll(/(<\/?|\s)table:/gu, '$1t:')
            .replace('xmlns:table=', 'xmlns:t='),
        ),
      }),
    becomes: 'too-many-rows',
  },
  {
    name: 'rows of a namespace that is no table',
    file: 'no-rows.ods',
    bytes: () =>
      openDocument(
        openDocumentRow('') +
          `<x:table-row xmlns:x="urn:x" x:number-rows-repeated="1000000"><x:table-cell><text:p>1</text:p></x:table-cell></x:table-row>`,
      ),
    becomes: [['송장']],
  },
  ...['2e9', '+2000000000', '16383'].map((times): Member => ({
    name: `a merge across ${times} and down a million in XML of 2003`,
    file: 'merge.xls',
    bytes: () =>
      xml2003(
        `<Column ss:Span="2000000000"/><Row ss:Span="2000000000"><Cell ss:MergeAcross="${times}" ss:MergeDown="1048000">${data('송장')}</Cell></Row>`,
      ),
    becomes: 'too-many-columns',
  })),
  {
    name: 'an index behind ten thousand blanks, two thousand times',
    file: 'blanks.xls',
    bytes: () =>
      xml2003(`<Row><Cell>${data('송장')}</Cell>${`<Cell ss:Index=${' '.repeat(9900)}"2"/>`.repeat(2000)}</Row>`),
    becomes: 'damaged',
  },
  {
    name: 'a hyperlink, shared and array formulas and columns over a whole .xls',
    file: 'links.xls',
    bytes: () => {
      const whole = [...u16(0), ...u16(65_535), ...u16(0), ...u16(255)];
      const bytes = Array.from({ length: 4000 }, () => 0x1e);
      return biffWorkbook([
        label(0, 0, '송장'),
        ...Array.from({ length: 500 }, () => biffRecord(0x01b8, whole, [0, 0, 0, 0])),
        ...Array.from({ length: 500 }, (_, row) => formula(row + 1, 0, biffDouble(7), bytes)),
        ...Array.from({ length: 500 }, () => biffRecord(0x0221, whole, bytes)),
        ...Array.from({ length: 500 }, () => biffRecord(0x007d, u16(0), u16(65_535), u16(0), u16(0), u16(0), u16(0))),
      ]);
    },
    becomes: [['송장'], ['7'], ['7']],
    mostMb: 400,
  },
  {
    name: 'more cells than the library may be given',
    file: 'cells.xls',
    bytes: () => {
      const several = biffRecord(
        0x00bd,
        u16(0),
        u16(0),
        Array.from({ length: 6 * 256 }, () => 0),
        u16(255),
      );
      return biffWorkbook(Array.from({ length: 20_000 }, () => several));
    },
    becomes: 'too-many-cells',
    mostMb: 400,
  },
  {
    name: 'a cell that spans two thousand million columns and rows in HTML',
    file: 'spans.xls',
    bytes: () => utf8('<table><tr><td colspan="2000000000" rowspan="2e9">송장</td></tr></table>'),
    becomes: [['송장']],
  },
  {
    name: 'ten million spins of a password',
    file: 'locked.xlsx',
    bytes: () =>
      lockAgile(oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), { password: 'a', claimedSpins: 10_000_000 }),
    becomes: 'password-too-costly',
  },
];

describe('files that attack', { timeout: 120_000 }, () => {
  let apart: ApartReader;
  beforeAll(async () => {
    apart = await buildApartReader();
  });
  afterAll(() => apart.dispose());

  for (const member of members) {
    const { name, file, bytes, becomes } = member;
    it(name, async () => {
      const { ms, peakMb, sheets, code } = await apart.read(file, bytes());
      expect(code ?? sheets[0]).toEqual(becomes);
      expect(ms, 'milliseconds').toBeLessThan(member.mostMs ?? mostMs);
      expect(peakMb, 'megabytes').toBeLessThan(member.mostMb ?? mostMb);
    });
  }
});
