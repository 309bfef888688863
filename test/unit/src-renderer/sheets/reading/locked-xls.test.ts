import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Rc4 } from '../../../../../src-renderer/sheets/reading/password/rc4';
import { readFailures } from '../../../../../src-renderer/sheets/reading/workbook';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { lockedXls, lockStream, xlsStream } from '../../../../fixtures/sheets/lock-xls';
import type { XlsLockKind } from '../../../../fixtures/sheets/lock-xls';
import { container } from '../../../../fixtures/sheets/lock-package';
import { decodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';

/** Enough for several blocks of 1,024 bytes. */
const rows = [
  ['상품주문번호', '택배사', '송장번호'],
  ...Array.from({ length: 60 }, (_, n) => [`20261121${20_000_001 + n}`, 'CJ대한통운', `6850000${10_000 + n}`]),
];
const password = 'songjang1234';
const kinds: readonly Omit<XlsLockKind, 'password'>[] = [
  { kind: 'rc4' },
  { kind: 'crypto-api', keyBits: 40 },
  { kind: 'crypto-api', keyBits: 56 },
  { kind: 'crypto-api', keyBits: 128 },
  { kind: 'xor' },
];

describe('an .xls locked with a password', () => {
  for (const kind of kinds) {
    const title = Object.values(kind).join(' ');

    it(`opens with it, and asks for it: ${title}`, async () => {
      const locked = lockedXls(rows, { ...kind, password });
      const read = await open(locked, { password });
      expect([read.kind, read.wasLocked]).toEqual(['xls', true]);
      expect(texts(first(read))).toEqual(rows);
      expect(await refusal(locked)).toEqual({ code: 'password-needed' });
      for (const wrong of ['Songjang1234', 'songjang123', '', 'VelvetSweatshop']) {
        expect(await refusal(locked, { password: wrong })).toEqual({ code: 'password-wrong' });
      }
    });

    it(`opens unasked where only its structure is protected: ${title}`, async () => {
      expect(texts(first(await open(lockedXls(rows, { ...kind, password: 'VelvetSweatshop' }))))).toEqual(rows);
    });
  }

  it('opens with a Korean password', async () => {
    for (const kind of ['rc4', 'crypto-api'] as const) {
      const locked = lockedXls(rows, { kind, password: '송장 비밀 1!' });
      expect(first(await open(locked, { password: '송장 비밀 1!' })).rowCount).toBe(61);
    }
  });

  it('opens with a password of any length XOR knows, and cut to 15 letters as Excel cuts it', async () => {
    for (let length = 1; length <= 15; length++) {
      const word = 'aZ3!kQ9@mW7#pX5'.slice(0, length);
      const locked = lockedXls(rows.slice(0, 3), { kind: 'xor', password: word });
      expect(texts(first(await open(locked, { password: word })))).toEqual(rows.slice(0, 3));
      if (length === 15) expect(first(await open(locked, { password: `${word}more` })).rowCount).toBe(3);
    }
  });

  it('opens when it is of Excel 95, whose lock names no kind', async () => {
    const plain = xlsStream([['id', 'number'], ...rows.slice(1).map(([id = '', , n = '']) => [id, n])], 'biff5');
    const locked = container({ Book: lockStream(plain, { kind: 'xor', password }, { hasKind: false }) });
    const sheet = first(await open(locked, { password }));
    expect([sheet.rowCount, sheet.text(60, 0), sheet.text(60, 1)]).toEqual([61, '2026112120000060', '685000010059']);
    expect(await refusal(locked)).toEqual({ code: 'password-needed' });
  });

  it('opens without its container too', async () => {
    const stream = lockStream(xlsStream(rows), { kind: 'rc4', password: 'VelvetSweatshop' });
    expect(texts(first(await open(stream)))).toEqual(rows);
  });

  it('says so when the way of locking is unknown, and when it is cut short', async () => {
    const stream = lockStream(xlsStream(rows), { kind: 'crypto-api', password });
    const at = 4 + new DataView(stream.buffer).getUint16(2, true);
    const changed = (place: number, value: number): Uint8Array => {
      const copy = stream.slice();
      new DataView(copy.buffer).setUint16(at + 4 + place, value, true);
      return copy;
    };
    const unknown = async (bytes: Uint8Array): Promise<string> => (await refusal(bytes, { password })).code;
    expect(await unknown(changed(0, 2))).toBe('password-kind-unknown');
    expect(await unknown(changed(2, 5))).toBe('password-kind-unknown');
    expect(await unknown(changed(22, 0x660e))).toBe('password-kind-unknown');
    expect(await unknown(changed(26, 0x800c))).toBe('password-kind-unknown');
    expect(await unknown(changed(30, 129))).toBe('password-kind-unknown');
    expect(await unknown(changed(10, 0xffff))).toBe('damaged');
    expect(await unknown(stream.slice(0, at + 3))).not.toBe('password-needed');
    expect(await unknown(stream.slice(0, at + 40))).toBe('damaged');
  });

  it('never fails in another way, whatever was changed in it', async () => {
    // The library writes each record it does not know to the console.
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const streams = kinds.map((kind) => lockStream(xlsStream(rows.slice(0, 5)), { ...kind, password }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...streams),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(4000),
        async (stream, changes, cut) => {
          const copy = stream.slice(0, Math.max(8, stream.length - cut));
          for (const [at, value] of changes) copy[at] = value;
          const result = await readWorkbook(copy, { fileName: 'a.xls', password, decodeCp949 });
          expect(result.ok || readFailures.includes(result.failure.code)).toBe(true);
        },
      ),
      { seed: 1234, numRuns: 300 },
    );
    written.mockRestore();
  });
});

describe('RC4', () => {
  it('gives the key bytes of RFC 6229', () => {
    const hex = (key: string, length: number): string =>
      Buffer.from(new Rc4(Buffer.from(key, 'hex')).next(length)).toString('hex');
    expect(hex('0102030405', 16)).toBe('b2396305f03dc027ccc3524a0a1118a8');
    expect(hex('0102030405060708090a0b0c0d0e0f10', 16)).toBe('9ac7cc9a609d1ef7b2932899cde41b97');
  });
});
