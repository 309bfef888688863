import { describe, expect, it } from 'vitest';
import { keepCellRecords } from '../../../../../src-renderer/sheets/reading/library/keep-cell-records';
import { readXls } from '../../../../../src-renderer/sheets/reading/library/read-xls';
import {
  biffDouble,
  biffRecord,
  biffText,
  biffWorkbook,
  formula,
  formulaText,
  label,
  textComes,
  u16,
} from '../../../../fixtures/sheets/biff';
import { decodeCp949, first, texts } from '../../../../fixtures/sheets/open-sheet';

/** An expression of =1, and one that refers to a formula shared by several cells. */
const one = [0x1e, 1, 0];
const shared = [0x01, 0, 0, 0, 0];
const read = async (records: readonly (readonly number[])[]): Promise<string[][]> =>
  texts(first(await readXls(biffWorkbook(records), { decodeCp949 })));
/** Types of the records in a stream. */
function typesIn(stream: Uint8Array): number[] {
  const view = new DataView(stream.buffer, stream.byteOffset);
  const types: number[] = [];
  for (let at = 0; at < stream.length; at += 4 + view.getUint16(at + 2, true)) types.push(view.getUint16(at, true));
  return types;
}

describe('formulas of an .xls', () => {
  it('become the value that was stored with them: number, truth, error and text', async () => {
    const rows = await read([
      formula(0, 0, biffDouble(2026112190000001), one),
      formula(0, 1, [1, 0, 1, 0, 0, 0, 0xff, 0xff], one),
      formula(0, 2, [2, 0, 0x2a, 0, 0, 0, 0xff, 0xff], one),
      formula(0, 3, textComes, one),
      formulaText('송장 확인'),
      label(0, 4, '뒤'),
      formula(0, 5, [3, 0, 0, 0, 0, 0, 0xff, 0xff], one),
    ]);
    expect(rows).toEqual([['2026112190000001', 'TRUE', '#N/A', '송장 확인', '뒤']]);
  });

  it('keep their text behind a shared or an array formula, however short that is', async () => {
    const rows = await read([
      formula(0, 0, textComes, shared),
      biffRecord(0x04bc, u16(0), u16(1), [0, 0, 0, 2], u16(3), one),
      formulaText('가나다'),
      formula(1, 0, textComes, shared),
      biffRecord(0x0221, u16(1), u16(1), [0, 0], u16(0), [0, 0, 0, 0], u16(3), one),
      formulaText('라마바'),
    ]);
    expect(rows).toEqual([['가나다'], ['라마바']]);
  });

  it('never overwrite a cell that stands between a formula and its text', async () => {
    const rows = await read([formula(0, 0, textComes, one), label(0, 1, '가운데'), formulaText('늦은 글')]);
    expect(rows[0]?.[1]).toBe('가운데');
  });

  it('are in the stream no more, and nothing has moved', () => {
    const stream = biffWorkbook([
      formula(0, 0, biffDouble(1), one),
      formula(1, 0, textComes, shared),
      biffRecord(0x04bc, u16(0), u16(1), [0, 0, 0, 2], u16(3), one),
      formulaText('가'),
    ]);
    const before = stream.slice();
    const sieved = keepCellRecords(stream);
    expect(stream).toEqual(before);
    expect(sieved).toHaveLength(stream.length);
    const types = typesIn(sieved);
    for (const type of [0x0006, 0x04bc, 0x0207]) expect(types).not.toContain(type);
    expect(types).toContain(0x0203);
    expect(types).toContain(0x0204);
  });
});

describe('what is no cell value in an .xls', () => {
  const everywhere = [...u16(0), ...u16(65_535), ...u16(0), ...u16(255)];

  it('never reaches the library: links, notes, drawings, names, validations, formats by condition, blank cells', () => {
    const types = [
      0x01b8, 0x0800, 0x001c, 0x005d, 0x01b6, 0x00ec, 0x0018, 0x0017, 0x01be, 0x01b2, 0x01b0, 0x01b1, 0x0201, 0x00be,
      0x0867,
    ];
    const sieved = typesIn(
      keepCellRecords(biffWorkbook([...types.map((type) => biffRecord(type, everywhere)), biffRecord(0x003c, [1])])),
    );
    for (const type of [...types, 0x003c]) expect(sieved).not.toContain(type);
  });

  it('costs nothing: a link over the whole sheet, a million columns', async () => {
    const link = biffRecord(
      0x01b8,
      everywhere,
      Array.from({ length: 40 }, () => 0),
    );
    const columns = biffRecord(0x007d, u16(0), u16(65_535), u16(2000), u16(15), u16(0), u16(0));
    const rows = await read([
      label(0, 0, '송장번호'),
      ...Array.from({ length: 5000 }, () => columns),
      ...Array.from({ length: 200 }, () => link),
    ]);
    expect(rows).toEqual([['송장번호']]);
  });

  it('more cells than the library may be given, sheets or merges without end, are refused', () => {
    const several = biffRecord(
      0x00bd,
      u16(0),
      u16(0),
      Array.from({ length: 6 * 256 }, () => 0),
      u16(255),
    );
    const rows = (count: number): Uint8Array => biffWorkbook(Array.from({ length: count }, () => several));
    expect(() => keepCellRecords(rows(4687))).not.toThrow();
    expect(() => keepCellRecords(rows(4688))).toThrow('too-many-cells');
    const sheet = biffRecord(0x0085, [0, 0, 0, 0, 0, 0, 1, 0, 0x41]);
    expect(() => keepCellRecords(biffWorkbook(Array.from({ length: 201 }, () => sheet)))).toThrow('too-many-parts');
    const merge = biffRecord(0x00e5, u16(1), everywhere);
    expect(() => keepCellRecords(biffWorkbook(Array.from({ length: 201 }, () => merge)))).toThrow('too-many-cells');
  });

  it('is passed over in a stream that is cut anywhere', () => {
    const stream = biffWorkbook([
      formula(0, 0, textComes, one),
      formulaText('가나다라'),
      label(1, 0, biffText('x').join('')),
    ]);
    for (let length = 0; length < stream.length; length += 1) {
      expect(keepCellRecords(stream.subarray(0, length))).toHaveLength(length);
    }
  });
});
