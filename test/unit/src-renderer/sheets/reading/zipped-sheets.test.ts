import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { readFailures, readLimits } from '../../../../../src-renderer/sheets/reading/workbook';
import { sheetBytes } from '../../../../fixtures/sheets/front-matter';
import { lockAgile } from '../../../../fixtures/sheets/lock-package';
import { decodeCp949, encodeCp949, first, open, refusal } from '../../../../fixtures/sheets/open-sheet';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = utf8('id,number\n2026112120000001,685000000036\n');
const zip = { code: 'not-a-workbook', detail: 'zip' };

describe('a zip with one sheet file in it', () => {
  it('is opened, whatever kind of sheet it is, and the name is told', async () => {
    for (const { kind, bytes } of sheetBytes()) {
      const read = await open(zipSync({ '11월/주문.xls': bytes }), { fileName: '주문.zip' });
      expect([read.kind, first(read).text(1, 0)]).toEqual([kind, '2026112120000001']);
      expect(read.notes[0]).toEqual({ code: 'opened-from-archive', detail: '주문.xls' });
    }
    const read = await open(zipSync({ 'a.csv': [csv, { level: 0 }] }));
    expect(first(read).name).toBe('a');
  });

  it('is opened with what programs leave beside it, and with other files', async () => {
    const beside: Zippable = {
      '__MACOSX/._주문.xlsx': new Uint8Array(9),
      '.DS_Store': new Uint8Array(9),
      'Thumbs.db': new Uint8Array(9),
      '~$주문.xlsx': new Uint8Array(165),
      '안내.pdf': new Uint8Array(9),
      'photo.jpg': new Uint8Array(9),
      '주문.csv': csv,
    };
    expect(first(await open(zipSync(beside))).text(1, 1)).toBe('685000000036');
  });

  it('is opened with its name in CP949', async () => {
    const bytes = zipSync({ 'AAAA.csv': csv });
    const name = encodeCp949('주문');
    for (let at = Buffer.from(bytes).indexOf('AAAA'); at >= 0; at = Buffer.from(bytes).indexOf('AAAA', at))
      bytes.set(name, at);
    expect((await open(bytes)).notes).toEqual([{ code: 'opened-from-archive', detail: '주문.csv' }]);
  });

  it('asks for the password of the sheet inside', async () => {
    const { bytes = csv } = sheetBytes()[0] ?? {};
    const locked = zipSync({ 'a.xlsx': lockAgile(bytes, { password: 'p' }) });
    expect(await refusal(locked)).toEqual({ code: 'password-needed' });
    expect((await open(locked, { password: 'p' })).wasLocked).toBe(true);
  });
});

describe('a zip that the seller has to unpack', () => {
  it('holds several sheet files, or none, or another archive', async () => {
    expect(await refusal(zipSync({ 'a.csv': csv, 'b/a.csv': csv }))).toEqual(zip);
    expect(await refusal(zipSync({ 'a.pdf': csv }))).toEqual(zip);
    expect(await refusal(zipSync({ 'a.xlsx': zipSync({ 'b.csv': csv }) }))).toEqual(zip);
    expect(await refusal(zipSync({ 'a.zip': zipSync({ 'b.csv': csv }) }))).toEqual(zip);
  });

  it('is locked, packed in a way of its own, or holds more than a file may be', async () => {
    const changed = (place: number, value: number, width: 2 | 4 = 2): Uint8Array => {
      const bytes = zipSync({ 'a.csv': csv });
      const at = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'));
      const view = new DataView(bytes.buffer);
      if (width === 2) view.setUint16(at + place, value, true);
      else view.setUint32(at + place, value, true);
      return bytes;
    };
    expect(await refusal(changed(8, 1))).toEqual({ code: 'not-a-workbook', detail: 'locked-zip' });
    expect(await refusal(changed(10, 12))).toEqual(zip);
    expect(await refusal(changed(24, readLimits.fileBytes + 1, 4))).toEqual(zip);
    // One that lies about its size, or whose checksum does not hold, is damaged as any part is.
    expect((await refusal(changed(24, 10, 4))).code).toBe('damaged');
    expect((await refusal(changed(16, 1, 4))).code).toBe('damaged');
  });

  it('never fails in another way, whatever was changed in it', async () => {
    const whole = zipSync({ 'a/주문.csv': csv, 'b.pdf': csv });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const copy = whole.slice();
          for (const [at, value] of changes) copy[at] = value;
          const result = await readWorkbook(copy, { fileName: 'a.zip', decodeCp949 });
          expect(result.ok || readFailures.includes(result.failure.code)).toBe(true);
        },
      ),
      { seed: 99, numRuns: 500 },
    );
  });
});
