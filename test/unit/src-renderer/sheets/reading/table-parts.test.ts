import { createCipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedTexts } from '../../../../../src-renderer/sheets/reading/table/shared-texts';
import * as XLSX from 'xlsx';
import { aesKey } from '../../../../../src-renderer/sheets/reading/password/aes';
import { dateText, isoDateText } from '../../../../../src-renderer/sheets/reading/table/date-text';
import { decodeUtf8 } from '../../../../../src-renderer/sheets/reading/table/decode-utf8';
import { formatMeaning, padNumber } from '../../../../../src-renderer/sheets/reading/table/number-format';
import { numberText, withoutExponent } from '../../../../../src-renderer/sheets/reading/table/number-text';
import { TextPool } from '../../../../../src-renderer/sheets/reading/table/text-pool';
import { crc32 } from '../../../../../src-renderer/sheets/reading/zip/crc32';
import { readZipDirectory } from '../../../../../src-renderer/sheets/reading/zip/zip-directory';
import { rawZip } from '../../../../fixtures/sheets/hostile';

describe('the text of a number', () => {
  it('is a number again, without an exponent, for any double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = withoutExponent(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('keeps every digit of a whole number, however long', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (value) => {
        expect(numberText(String(value))).toBe(String(value));
      }),
    );
  });

  it('drops what stands for nothing', () => {
    expect(
      ['+5', ' 7 ', '007', '-0', '1.0', '5.', '.5', '-0.50', '1E2', '1e-2'].map((text) => numberText(text)),
    ).toEqual(['5', '7', '7', '0', '1', '5', '0.5', '-0.5', '100', '0.01']);
    expect(['', '-', 'abc', '1,000', '1e999', '0x10', 'NaN'].map((text) => numberText(text))).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it('gets the zeros its format shows', () => {
    expect(padNumber('1234', 12)).toBe('000000001234');
    expect([padNumber('-5', 4), padNumber('1.5', 5), padNumber('123456', 3)]).toEqual(['-5', '1.5', '123456']);
  });
});

describe('the text of a date', () => {
  it('is what the library makes of the same serial, in both calendars', () => {
    fc.assert(
      fc.property(fc.integer({ min: 86_400, max: 2_950_000 * 24 }), fc.boolean(), (hours, is1904) => {
        const serial = hours / 24;
        const written = XLSX.SSF.format('yyyy-mm-dd hh:mm:ss', serial, { date1904: is1904 });
        expect(dateText(serial, is1904)).toBe(written.replace(' 00:00:00', ''));
      }),
    );
  });

  it('goes along with the day that never was, and with times without a day', () => {
    expect([1, 59, 60, 61].map((serial) => dateText(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
    ]);
    expect([dateText(0.75, false), dateText(0, true), dateText(0.999999999, false)]).toEqual([
      '18:00:00',
      '1904-01-01',
      '1900-01-01',
    ]);
    expect([-1, 2_958_466, Number.NaN].map((serial) => dateText(serial, false))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('comes from ISO text as it stands', () => {
    expect(
      ['2026-04-05', '2026-04-05T00:00:00', '2026-04-05T07:08Z', '2026-04-05T07:08:09.5+09:00'].map((iso) =>
        isoDateText(iso),
      ),
    ).toEqual(['2026-04-05', '2026-04-05', '2026-04-05 07:08:00', '2026-04-05 07:08:09']);
    expect([isoDateText('05.04.2026'), isoDateText('')]).toEqual([undefined, undefined]);
  });
});

describe('a number format', () => {
  it('is a date where the library says so, durations apart', () => {
    const formats = [
      'yyyy-mm-dd',
      'yyyy"년" mm"월" dd"일"',
      'mm/dd/yy h:mm AM/PM',
      '[$-412]yyyy\\-m\\-d',
      'h:mm:ss',
      'd-mmm',
      'General',
      '0',
      '0.00',
      '#,##0',
      '0%',
      '0.00E+00',
      '# ?/?',
      '"day" 0',
      '\\d0',
      '_-* #,##0\\ _d',
      '@',
      '[Red]#,##0;[Blue]-#,##0',
      '#,##0"개"',
      'mm:ss.0',
    ];
    for (const format of formats) {
      expect([format, formatMeaning(format).is === 'date']).toEqual([format, XLSX.SSF.is_date(format)]);
    }
    expect(formatMeaning('[h]:mm').is).toBe('plain');
  });

  it('pads only where it is zeros, with hyphens or blanks at most', () => {
    expect(formatMeaning('000000000000')).toEqual({ is: 'padded', width: 12 });
    expect(formatMeaning('0000-0000-0000')).toEqual({ is: 'padded', width: 12 });
    expect(formatMeaning('00\\-00')).toEqual({ is: 'padded', width: 4 });
    expect(['0', '0.00', '0,000', '#000', '00%'].map((format) => formatMeaning(format).is)).toEqual(
      Array.from({ length: 5 }, () => 'plain'),
    );
  });
});

describe('bytes', () => {
  it('become the text TextDecoder makes of them, valid or not', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
      fc.constantFrom('힣가\ud7a3', '퟿', '\ufeff뷁').map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (value) => {
        expect(decodeUtf8(value, 0, value.length)).toBe(decoder.decode(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('come back from the pool whatever their length, up to what a cell of Excel holds', () => {
    const pool = new TextPool();
    const texts = [0, 1, 47, 48, 84, 85, 254, 255, 256, 32_767, 32_768, 1_048_576, 3_000_000, 5].map((length) =>
      '가'.repeat(length),
    );
    const addresses = texts.flatMap((text) => {
      const bytes = new TextEncoder().encode(text);
      return [pool.addString(text), pool.add(bytes, 0, bytes.length)];
    });
    addresses.forEach((address, k) => {
      expect(pool.text(address) === texts[Math.floor(k / 2)]?.slice(0, 32_767)).toBe(true);
    });
  });

  it('have the checksum that zip has', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
      }),
    );
  });

  it('are decrypted without padding as by Node, in all three key lengths, single blocks and chained', async () => {
    for (const keyBytes of [16, 24, 32]) {
      const key = randomBytes(keyBytes);
      const plain = randomBytes(320);
      const cipher = createCipheriv(`aes-${keyBytes * 8}-ecb`, key, null).setAutoPadding(false);
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
      const opened = await aesKey(key);
      expect(Buffer.from(await opened.ecb(encrypted))).toEqual(plain);
      const iv = randomBytes(16);
      const chained = createCipheriv(`aes-${keyBytes * 8}-cbc`, key, iv).setAutoPadding(false);
      const bytes = Buffer.concat([chained.update(plain), chained.final()]);
      expect(Buffer.from(await opened.cbc(iv, bytes))).toEqual(plain);
    }
  });
});

describe('shared texts', () => {
  it('are each their own, in whatever order thousands of them are asked for', () => {
    const shared = new SharedTexts();
    const texts = Array.from({ length: 10_000 }, (_, index) => `글 ${index}`);
    for (const text of texts) shared.addString(text);
    for (const index of [1, 4097, 1, 8193, 4097, 1, 9999, 0]) expect(shared.text(index)).toBe(texts[index]);
    expect(texts.every((text, index) => shared.text(index) === text)).toBe(true);
    expect(shared.text(10_000)).toBe('');
  });
});

describe('a zip directory', () => {
  it('is read in its 64-bit form, which some Java and .NET writers use for small files', () => {
    const bytes = new TextEncoder().encode('hello');
    const packed = deflateRawSync(bytes);
    const zip = Buffer.from(
      rawZip([{ name: 'xl/a.xml', packed, method: 8, claimedSize: 0xffffffff, crc: crc32(bytes) }]),
    );
    const extra = Buffer.alloc(12);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(5n, 4);
    const end = zip.length - 22;
    const start = zip.readUInt32LE(end + 16);
    zip.writeUInt16LE(12, start + 30);
    zip.writeUInt32LE(end - start + 12, end + 12);
    const patched = Buffer.concat([zip.subarray(0, end), extra, zip.subarray(end)]);
    expect(readZipDirectory(patched).get('xl/a.xml')?.size).toBe(5);
  });
});
