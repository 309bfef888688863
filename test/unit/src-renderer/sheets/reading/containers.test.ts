import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { readFailures } from '../../../../../src-renderer/sheets/reading/workbook';
import { container } from '../../../../fixtures/sheets/lock-package';
import { xlsStream } from '../../../../fixtures/sheets/lock-xls';
import { decodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';

const own = [
  ['id', 'number'],
  ['2026112120000001', '685000000036'],
];
const inner = [
  ['id', 'number'],
  ['2026112199999999', '685999999999'],
];
/** Longer than what lies in the mini stream. */
const many = Array.from({ length: 80 }, (_, n) => [`20261121${20_000_001 + n}`, `6850000${10_000 + n}`]);

describe('an .xls is the workbook of its root', () => {
  it('and never the object that is embedded in it, wherever that stands', async () => {
    for (const bookType of ['biff5', 'biff8'] as const) {
      const name = bookType === 'biff5' ? 'Book' : 'Workbook';
      const outer = xlsStream(own, bookType);
      for (const files of [
        { 'MBD0000001/Workbook': xlsStream(inner), [name]: outer },
        { [name]: outer, 'MBD0000001/Workbook': xlsStream(inner), 'MBD0000002/Book': xlsStream(inner, 'biff5') },
        { 'A/B/Workbook': xlsStream(inner), 'A/EncryptedPackage': outer, 'A/EncryptionInfo': outer, [name]: outer },
        { 'ObjectPool/_1/WordDocument': new Uint8Array(300), [name]: outer },
      ]) {
        expect(texts(first(await open(container(files))))).toEqual(own);
      }
    }
  });

  it('in whatever case its name is written', async () => {
    for (const name of ['WORKBOOK', 'workbook', 'WorkBook', 'BOOK', 'book']) {
      expect(texts(first(await open(container({ [name]: xlsStream(own) }))))).toEqual(own);
    }
  });

  it('and the newer one, where there is one for Excel 95 too', async () => {
    const both = container({ Book: xlsStream(inner, 'biff5'), Workbook: xlsStream(own) });
    expect(texts(first(await open(both)))).toEqual(own);
  });

  it('also where its writer made no tree of a directory without storages', async () => {
    const bytes = container({ Workbook: xlsStream(own) });
    const view = new DataView(bytes.buffer);
    view.setUint32((view.getUint32(48, true) + 1) * 512 + 76, 0xffffffff, true);
    expect(texts(first(await open(bytes)))).toEqual(own);
  });
});

describe('a container of any shape', () => {
  it('is read or refused with a code, whatever was changed in its chains and its directory', async () => {
    // The library writes each record it does not know to the console.
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const whole = container({
      'MBD0000001/Workbook': xlsStream(inner),
      Workbook: xlsStream(own),
      Other: xlsStream(many),
    });
    const view = new DataView(whole.buffer);
    const directory = (view.getUint32(48, true) + 1) * 512;
    const places = fc.oneof(
      fc.nat(511),
      fc.nat(1023).map((at) => at + 512),
      fc.nat(700).map((at) => at + directory),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(places, fc.oneof(fc.nat(255), fc.nat(20), fc.constantFrom(0xff, 0xfe))), {
          minLength: 1,
          maxLength: 6,
        }),
        async (changes) => {
          const copy = whole.slice();
          for (const [at, value] of changes) if (at >= 8) copy[at] = value;
          const result = await readWorkbook(copy, { fileName: 'a.xls', decodeCp949 });
          expect(result.ok || readFailures.includes(result.failure.code)).toBe(true);
          // Whatever is read, the embedded object is not.
          const found = result.ok ? result.value.sheets.map((sheet) => sheet.text(1, 1)) : [];
          expect(found).not.toContain(inner[1]?.[1]);
        },
      ),
      { seed: 2024, numRuns: 400 },
    );
    written.mockRestore();
  });
});

describe('a document with a table embedded in it', () => {
  it('is named for what it is, and never a sheet', async () => {
    for (const [stream, detail] of [
      ['WordDocument', 'word'],
      ['PowerPoint Document', 'powerpoint'],
      ['FileHeader', 'hwp'],
      ['__properties_version1.0', 'mail'],
    ] as const) {
      const files = {
        'ObjectPool/_1/Workbook': xlsStream(inner),
        [stream]: new Uint8Array(5000),
        Data: xlsStream(own),
      };
      expect(await refusal(container(files))).toEqual({ code: 'not-a-workbook', detail });
    }
    const nothing = container({ 'ObjectPool/_1/Workbook': xlsStream(inner), Contents: new Uint8Array(300) });
    expect(await refusal(nothing)).toEqual({ code: 'not-a-workbook', detail: 'binary' });
  });
});

describe('the last sector of a container', () => {
  it('may be short by what no stream needs', async () => {
    const bytes = container({ Workbook: xlsStream(many) });
    let zeros = 1;
    while (bytes[bytes.length - zeros - 1] === 0) zeros++;
    for (const cut of [1, Math.floor(zeros / 2), zeros]) {
      expect(texts(first(await open(bytes.slice(0, -cut))))).toEqual(many);
    }
  });

  it('may be short by the filling its stream declares, and not by a byte of the workbook', async () => {
    const stream = xlsStream(many);
    const bytes = streamLast(stream);
    const end = 1536 + stream.length;
    expect(texts(first(await open(bytes)))).toEqual(many);
    expect(texts(first(await open(bytes.slice(0, end))))).toEqual(many);
    for (const cut of [1, 3, 4, 40]) {
      expect(await refusal(bytes.slice(0, end - cut))).toEqual({ code: 'damaged', detail: 'container breaks off' });
    }
  });
});

/** A container as plain as can be: header, one sector of chains, one of the directory, and the stream behind them. */
function streamLast(stream: Uint8Array): Uint8Array {
  const sectors = Math.ceil(stream.length / 512);
  const bytes = Buffer.alloc((3 + sectors) * 512);
  bytes.fill(0xff, 76, 1024);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(0xfffffffe, 60);
  bytes.writeUInt32LE(0xfffffffe, 68);
  bytes.writeUInt32LE(0, 76);
  [0xfffffffd, 0xfffffffe].forEach((value, k) => bytes.writeUInt32LE(value, 512 + 4 * k));
  for (let k = 2; k < sectors + 2; k++) bytes.writeUInt32LE(k === sectors + 1 ? 0xfffffffe : k + 1, 512 + 4 * k);
  const entry = (
    at: number,
    name: string,
    type: number,
    fields: [child: number, start: number, size: number],
  ): void => {
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(2 * name.length + 2, at + 64);
    bytes[at + 66] = type;
    bytes.fill(0xff, at + 68, at + 76);
    [76, 116, 120].forEach((place, k) => bytes.writeUInt32LE(fields[k] ?? 0, at + place));
  };
  entry(1024, 'Root Entry', 5, [1, 0xfffffffe, 0]);
  entry(1152, 'Workbook', 2, [0xffffffff, 2, sectors * 512]);
  bytes.set(stream, 1536);
  return new Uint8Array(bytes);
}
