import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLimits } from '../../../../../src-renderer/sheets/reading/workbook';
import { blankBomb, honestPart, oneRow, rawZip, withPart, withSheet, wrap } from '../../../../fixtures/sheets/hostile';
import type { RawPart } from '../../../../fixtures/sheets/hostile';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { buildPackage, oneSheet, packageParts } from '../../../../fixtures/sheets/package-parts';
import { boundWorkOfFile } from '../../../../support/bounded-work';

boundWorkOfFile();

const sheetName = 'xl/worksheets/sheet1.xml';

describe('bombs', () => {
  const packed = blankBomb(2048);

  it('are refused by what they say of themselves, before a byte is inflated', async () => {
    const honest = withPart({ name: sheetName, packed, method: 8, claimedSize: 2 ** 31, crc: 0 });
    expect((await refusal(honest)).code).toBe('too-large-inside');
  });

  it('are refused when many parts together are too large', async () => {
    const size = 200 * 1024 * 1024;
    const parts = ['a', 'b', 'c'].map((name): RawPart => {
      return { name: `xl/${name}.xml`, packed: blankBomb(16), method: 8, claimedSize: size, crc: 0 };
    });
    expect((await refusal(rawZip(parts))).code).toBe('too-large-inside');
  });

  it('are stopped where they outgrow what their header admits', async () => {
    for (const name of [sheetName, 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml']) {
      const lying = withPart({ name, packed, method: 8, claimedSize: 5000, crc: 0 });
      expect(await refusal(lying)).toEqual({
        code: 'damaged',
        detail: `${name.toLowerCase()} is longer than declared`,
      });
    }
  });

  it('are refused by their ratio', async () => {
    const small = { name: sheetName, packed: blankBomb(48), method: 8, claimedSize: 48 * 1024 * 1024, crc: 0 } as const;
    expect(await refusal(withPart(small))).toEqual({ code: 'too-large-inside', detail: `ratio of ${sheetName}` });
  });

  it('cannot hide behind the number of their parts', async () => {
    const many = Array.from({ length: readLimits.parts + 1 }, (_, k) => honestPart(`xl/${k}.xml`, new Uint8Array(0)));
    expect((await refusal(rawZip(many))).code).toBe('too-many-parts');
    expect((await refusal(rawZip([honestPart('xl/a.xml', new Uint8Array(1))], 60_000))).code).toBe('too-many-parts');
  });
});

describe('damage', () => {
  const good = oneSheet(
    Array.from({ length: 1000 }, (_, k) => `<row r="${k + 1}"><c r="A${k + 1}"><v>${k * 7919}</v></c></row>`).join(''),
  );

  it('is found in a changed byte with its old checksum, where the library reads a wrong digit', async () => {
    const stored = oneSheet('<row r="1"><c r="A1"><v>577417824035</v></c></row>', { level: 0 });
    const at = Buffer.from(stored).indexOf('577417824035');
    stored[at] = 0x36;
    expect(await refusal(stored)).toEqual({ code: 'damaged', detail: `checksum of ${sheetName}` });
  });

  it('is found wherever bytes of the packed sheet are changed, where the library reads 0 rows', async () => {
    const start = Buffer.from(good).indexOf(sheetName) + 60;
    for (const at of [0, 40, 400, 1500]) {
      const broken = good.slice();
      for (let k = 0; k < 20; k++) broken[start + at + k] = (broken[start + at + k] ?? 0) ^ 0x5a;
      expect((await refusal(broken)).code).toBe('damaged');
    }
  });

  it('is found in a file cut at any place', async () => {
    for (const share of [0.02, 0.1, 0.5, 0.9, 0.999]) {
      const cut = good.slice(0, Math.floor(good.length * share));
      expect((await refusal(cut)).code).toBe('damaged');
    }
  });

  it('is never a TypeError: every 41st byte changed, the file is read as it was or refused', async () => {
    const codes = new Set<string>();
    for (let at = 0; at < good.length; at += 41) {
      const broken = good.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const codeOrRows = await open(broken).then(
        (read) => `rows ${first(read).rowCount}`,
        (reason: unknown) => (reason instanceof Error ? reason.message.split(' ')[2] : 'thrown'),
      );
      codes.add(String(codeOrRows));
    }
    codes.delete('rows 1000');
    expect(
      [...codes].filter(
        (code) => !['damaged', 'not-a-workbook', 'password-kind-unknown', 'too-large-inside'].includes(code),
      ),
    ).toEqual([]);
  });

  it('is found in XML that breaks off although its checksum holds', async () => {
    for (const xml of [
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>',
      `<worksheet><sheetData>${oneRow}`,
      '<worksheet/>',
      '',
    ]) {
      expect((await refusal(withSheet(xml))).code).toBe('damaged');
    }
  });

  it('is found where the workbook names parts that are not there', async () => {
    const parts = packageParts({ sheets: [{ name: '시트', xml: oneRow }] });
    delete parts[sheetName];
    expect((await refusal(zipSync(parts))).code).toBe('damaged');
    const shared = oneSheet('<row r="1"><c r="A1" t="s"><v>3</v></c></row>', { shared: ['<t>a</t>'] });
    expect((await refusal(shared)).code).toBe('damaged');
  });

  it('is found in two parts of one name, and in an encrypted part', async () => {
    const twice = withPart(honestPart('xl/Workbook.xml', new Uint8Array(3)));
    expect((await refusal(twice)).code).toBe('damaged');
    const locked = { ...honestPart('xl/media/a.png', new Uint8Array(3)), flags: 1 };
    expect((await refusal(withPart(locked))).code).toBe('password-kind-unknown');
  });
});

describe('what no honest file holds', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  it('a DTD is refused in every part, and on the way to the library', async () => {
    expect((await refusal(withSheet(laughs + wrap(oneRow)))).code).toBe('forbidden-content');
    expect((await refusal(oneSheet(oneRow, { sharedPart: `${laughs}<sst><si><t>&b;</t></si></sst>` }))).code).toBe(
      'forbidden-content',
    );
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', '_rels/.rels']) {
      const text = new TextDecoder().decode(packageParts({ sheets: [{ name: '시트', xml: oneRow }] })[name]);
      const part = honestPart(name, new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, laughs)));
      expect((await refusal(withPart(part))).code).toBe('forbidden-content');
    }
    const unfamiliar = wrap('<row r="1"><c r="A1" t="str"><v><![CDATA[x]]></v></c></row>');
    expect((await refusal(withSheet(unfamiliar + laughs))).code).toBe('forbidden-content');
  });

  it('a row 2,000,000,000 is refused, on both ways', async () => {
    expect(await refusal(withSheet(wrap('<row r="2000000000"><c><v>1</v></c></row>')))).toMatchObject({
      code: 'too-many-rows',
    });
    expect(await refusal(withSheet(wrap('<row r="1"><c r="A2000000000"><v>1</v></c></row>')))).toMatchObject({
      code: 'too-many-rows',
    });
    const unfamiliar =
      '<row r="1"><c r="A1" t="str"><v><![CDATA[x]]></v></c></row><row r="2000000000"><c><v>1</v></c></row>';
    expect(await refusal(withSheet(wrap(unfamiliar)))).toMatchObject({ code: 'too-many-rows' });
  });

  it('a value in XFD1048576 is refused for its column; beyond the grid as well', async () => {
    expect((await refusal(withSheet(wrap('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))).code).toBe(
      'too-many-columns',
    );
    expect((await refusal(withSheet(wrap('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')))).code).toBe(
      'too-many-columns',
    );
  });

  it('a styled empty cell at the far end costs nothing', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    const sheet = first(
      await open(
        withSheet(`<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${oneRow}${far}</sheetData></worksheet>`),
      ),
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  });

  it('a value in the last row is one more row, and keeps its number', async () => {
    const sheet = first(await open(withSheet(wrap(`${oneRow}<row r="1048576"><c r="T1048576"><v>2</v></c></row>`))));
    expect([sheet.rowCount, sheet.sheetRow(1), sheet.text(1, 19)]).toEqual([2, 1_048_576, '2']);
  });

  it('a sheet of a million styled empty rows is read as the one row it has', async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, k) => `<row r="${k + 2}" spans="1:2"><c r="A${k + 2}" s="0"/><c r="B${k + 2}" s="0"/></row>`,
    );
    const sheet = first(await open(withSheet(wrap(oneRow + rows.join('')))));
    expect(texts(sheet)).toEqual([['1']]);
  });

  it('more rows than we keep are refused, or that sheet is left out when there is another', async () => {
    const rows = Array.from({ length: readLimits.rows + 1 }, () => '<row><c><v>1</v></c></row>').join('');
    expect((await refusal(withSheet(wrap(rows)))).code).toBe('too-many-rows');
    const both = await open(
      buildPackage({
        sheets: [
          { name: '이력', xml: rows },
          { name: '결과', xml: oneRow },
        ],
      }),
    );
    expect(both.sheets.map((sheet) => sheet.name)).toEqual(['결과']);
    expect(both.notes).toEqual([{ code: 'sheet-left-out', sheet: '이력', reason: 'too-many-rows' }]);
  });

  it('an empty workbook is said to be empty, not read as 0 rows', async () => {
    expect(await refusal(oneSheet(''))).toEqual({ code: 'empty', detail: 'no-cells' });
    expect(await refusal(oneSheet('<row r="1"><c r="A1" s="0"/></row>'))).toEqual({
      code: 'empty',
      detail: 'no-cells',
    });
  });
});
