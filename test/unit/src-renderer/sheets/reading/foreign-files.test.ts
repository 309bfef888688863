import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLimits } from '../../../../../src-renderer/sheets/reading/workbook';
import { rawZip } from '../../../../fixtures/sheets/hostile';
import { container } from '../../../../fixtures/sheets/lock-package';
import { open, refusal } from '../../../../fixtures/sheets/open-sheet';

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
      [Buffer.from('<html><body>서비스를 점검하고 있습니다</body></html>'), 'web-page'],
      [new Uint8Array(4000).map((_, k) => (k * 7919) % 256), 'binary'],
    ];
    for (const [bytes, detail] of kinds) {
      expect(await refusal(new Uint8Array(bytes))).toEqual({ code: 'not-a-workbook', detail });
    }
  });

  it('is named by more than a few letters that a text could begin with too', async () => {
    const heads: [Uint8Array | string, string][] = [
      ['ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"송장번호"\r\nE\r\n', 'sylk'],
      ['TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n', 'dif'],
      ['{\\rtf1\\ansi 송장}', 'rtf'],
      ['[InternetShortcut]\r\nURL=https://example.com/\r\n', 'link'],
      ['[Desktop Entry]\nType=Link\n', 'link'],
      [Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'link'],
      [Buffer.from('626f6f6b000000006d61726b00000000', 'hex'), 'link'],
      ['<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>x</string></dict></plist>', 'link'],
      ['{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', 'link'],
      ['{"code":"401","message":"인증이 필요합니다"}', 'json'],
      ['Received: from a\r\nTo: b\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1', 'mail'],
      [Buffer.concat([Buffer.from('ALZ\u0001'), Buffer.alloc(40)]), 'archive'],
      [Buffer.concat([Buffer.from('EGGA'), Buffer.alloc(40)]), 'archive'],
      [Buffer.concat([Buffer.alloc(4, 'a'), Buffer.from('ftypheic'), Buffer.alloc(20)]), 'image'],
      [dbase(), 'dbf'],
      ['<?xml version="1.0"?><office:document office:mimetype="x"><office:body/></office:document>', 'flat-ods'],
      ['<?xml version="1.0"?><rss><channel/></rss>', 'xml'],
    ];
    for (const [file, detail] of heads) {
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file);
      expect(await refusal(bytes)).toEqual({ code: 'not-a-workbook', detail });
    }
    for (const head of [
      'ID;Paket;Nummer',
      'MZ세대,택배사',
      'BM,택배사',
      'TABLE,택배사',
      '[택배사],번호',
      '{택배사},번호',
      '<상품주문번호>,번호',
    ]) {
      const read = await open(new TextEncoder().encode(`${head}\n1;2,3\nC;4,5\n`), { fileName: 'a.csv' });
      expect(read.kind).toBe('csv');
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

  it('is a zip whose inside was packed in a way no one uses', async () => {
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

/** A dBASE III file: version, date, counts, and a header of one field that ends where it says. */
function dbase(): Uint8Array {
  const bytes = new Uint8Array(80);
  bytes.set([3, 126, 11, 21, 1, 0, 0, 0, 65, 0, 9, 0]);
  bytes[64] = 0x0d;
  return bytes;
}
