import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLimits } from '../../../../../src-renderer/sheets/reading/workbook';
import { rawZip } from '../../../../fixtures/sheets/hostile';
import { container } from '../../../../fixtures/sheets/lock-package';
import { refusal } from '../../../../fixtures/sheets/open-sheet';

describe('containers', () => {
  it('with a ring in their chain of sectors end', async () => {
    const ring = container({ Workbook: new Uint8Array(9000).fill(7) });
    const view = new DataView(ring.buffer);
    const fatAt = (view.getUint32(76, true) + 1) * 512;
    for (let k = 0; k < 100; k++)
      if (view.getUint32(fatAt + 4 * k, true) < 0xfffffffa) view.setUint32(fatAt + 4 * k, k, true);
    expect((await refusal(ring)).code).toBe('damaged');
  });

  it('cut short, or of noise, are damaged', async () => {
    const whole = container({ Workbook: new Uint8Array(9000).fill(7) });
    for (const length of [8, 100, 511, 600, 1500, 5000])
      expect((await refusal(whole.slice(0, length))).code).toBe('damaged');
    const noise = new Uint8Array(5000).fill(0x41);
    noise.set(whole.slice(0, 8));
    expect((await refusal(noise)).code).toBe('damaged');
    expect((await refusal(whole)).code).toBe('damaged');
  });
});

describe('what is no workbook', () => {
  it('is named where we know it', async () => {
    const kinds: [Uint8Array, string][] = [
      [Buffer.from('%PDF-1.7\n...'), 'pdf'],
      [Buffer.from('89504e470d0a1a0a00', 'hex'), 'image'],
      [Buffer.from('MZ\u0090\u0000'), 'program'],
      [container({ FileHeader: new Uint8Array(300) }), 'hwp'],
      [container({ WordDocument: new Uint8Array(300) }), 'word'],
      [zipSync({ 'word/document.xml': new Uint8Array(9) }), 'word'],
      [zipSync({ 'ppt/presentation.xml': new Uint8Array(9) }), 'powerpoint'],
      [zipSync({ 'photo.jpg': new Uint8Array(9) }), 'zip'],
      [Buffer.from('<html><body>로그인이 필요합니다</body></html>'), 'web-page'],
      [new Uint8Array(4000).map((_, k) => (k * 7919) % 256), 'binary'],
    ];
    for (const [bytes, detail] of kinds) {
      expect(await refusal(new Uint8Array(bytes))).toEqual({ code: 'not-a-workbook', detail });
    }
  });

  it('is too large before it is anything else', async () => {
    expect(await refusal(new Uint8Array(readLimits.fileBytes + 1))).toEqual({ code: 'too-large' });
    expect(await refusal(new Uint8Array(0))).toEqual({ code: 'empty' });
  });

  it('is the twin that Excel leaves beside an open file, by its name or by its content', async () => {
    const twin = new Uint8Array(165).fill(0x20);
    twin.set([4, ...Buffer.from('user')]);
    twin.set([4, 0], 55);
    expect(await refusal(twin, { fileName: 'a.xlsx' })).toEqual({ code: 'excel-lock-file' });
    expect(await refusal(new Uint8Array(165), { fileName: 'C:\\files\\~$송장.xlsx' })).toEqual({
      code: 'excel-lock-file',
    });
    expect(await refusal(Buffer.from(',user,host,21.11.2026;'), { fileName: '.~lock.a.xlsx#' })).toEqual({
      code: 'excel-lock-file',
    });
  });

  it('is a zip whose inside was packed in a way nobody uses', async () => {
    const part = {
      name: 'xl/a.xml',
      packed: deflateRawSync(Buffer.from('x')),
      method: 8 as const,
      claimedSize: 1,
      crc: 0,
    };
    const zip = rawZip([part]);
    const at = Buffer.from(zip).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    zip[at + 10] = 12;
    expect((await refusal(zip)).code).toBe('damaged');
  });
});
