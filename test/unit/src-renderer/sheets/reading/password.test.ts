import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { container, lockAgile, lockStandard } from '../../../../fixtures/sheets/lock-package';
import { first, open, refusal } from '../../../../fixtures/sheets/open-sheet';
import { oneSheet } from '../../../../fixtures/sheets/package-parts';

const filler = Array.from({ length: 400 }, (_, k) => `<row r="${k + 2}"><c r="A${k + 2}"><v>${k * 7919}</v></c></row>`);
const sheet = oneSheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>상품주문번호</t></is></c></row>${filler.join('')}`, {
  level: 0,
});
const password = '가나다 1234!';

describe('a sheet locked with a password', () => {
  for (const hash of ['SHA1', 'SHA256', 'SHA384', 'SHA512'] as const) {
    for (const keyBits of [128, 192, 256] as const) {
      it(`opens when locked with agile ${hash} and AES-${keyBits}`, async () => {
        const read = await open(lockAgile(sheet, { password, hash, keyBits }), { password });
        expect(read.kind).toBe('xlsx');
        expect(read.wasLocked).toBe(true);
        expect(first(read).text(0, 0)).toBe('상품주문번호');
        expect(first(read).text(400, 0)).toBe(String(399 * 7919));
      });
    }
  }

  for (const keyBits of [128, 192, 256] as const) {
    it(`opens when locked with Standard AES-${keyBits}`, async () => {
      const read = await open(lockStandard(sheet, password, keyBits), { password });
      expect(first(read).text(0, 0)).toBe('상품주문번호');
      expect(first(read).rowCount).toBe(401);
    });
  }

  it('opens with the 100,000 rounds that Excel makes', async () => {
    const read = await open(lockAgile(sheet, { password, spins: 100_000 }), { password });
    expect(first(read).rowCount).toBe(401);
  });

  it('asks for the password when none is given, in both ways of locking', async () => {
    expect(await refusal(lockAgile(sheet, { password }))).toEqual({ code: 'password-needed' });
    expect(await refusal(lockStandard(sheet, password))).toEqual({ code: 'password-needed' });
  });

  it('says that a password is wrong, and opens with the right one afterwards', async () => {
    for (const locked of [lockAgile(sheet, { password }), lockStandard(sheet, password)]) {
      expect(await refusal(locked, { password: 'wrong' })).toEqual({ code: 'password-wrong' });
      expect(await refusal(locked, { password: '' })).toEqual({ code: 'password-wrong' });
      expect(first(await open(locked, { password })).rowCount).toBe(401);
    }
  });

  it('does not ask where Excel itself would not: the password it uses unspoken', async () => {
    const read = await open(lockAgile(sheet, { password: 'VelvetSweatshop' }));
    expect(first(read).rowCount).toBe(401);
  });

  it('refuses a lock that asks for more rounds than any honest file', async () => {
    const costly = lockAgile(sheet, { password, claimedSpins: 10_000_001 });
    expect((await refusal(costly, { password })).code).toBe('password-too-costly');
  });

  it('says so when the way of locking is unknown', async () => {
    const odd = lockAgile(sheet, { password, chaining: 'ChainingModeCFB' });
    expect((await refusal(odd, { password })).code).toBe('password-kind-unknown');
    const rights = container({ EncryptionInfo: new Uint8Array(100).fill(9), EncryptedPackage: new Uint8Array(100) });
    expect((await refusal(rights, { password })).code).toBe('password-kind-unknown');
  });

  it('never takes what is behind a right password for a workbook unchecked', async () => {
    const text = new TextEncoder().encode('상품주문번호,송장번호\n'.repeat(10));
    expect((await refusal(lockAgile(text, { password }), { password })).code).toBe('damaged');
    const cut = lockAgile(sheet.subarray(0, 3000), { password });
    expect((await refusal(cut, { password })).code).toBe('damaged');
  });

  it('refuses a package that is not the one its writer sealed: a changed size, byte or end', async () => {
    const sealed = { code: 'damaged', detail: 'the seal of the locked part' };
    expect(await refusal(lockAgile(sheet, { password, seal: 'wrong' }), { password })).toEqual(sealed);
    const locked = lockAgile(sheet, { password });
    const changed = XLSX.CFB.read(locked, { type: 'array' });
    const contentOf = (name: string): Uint8Array =>
      Uint8Array.from(XLSX.CFB.find(changed, `/${name}`)?.content ?? new Uint8Array(0));
    const [info, stream] = [contentOf('EncryptionInfo'), contentOf('EncryptedPackage')];
    const again = (encrypted: Uint8Array): Uint8Array =>
      container({ EncryptionInfo: info, EncryptedPackage: encrypted });
    expect(first(await open(again(stream), { password })).rowCount).toBe(401);
    for (const byte of [0, 8, 4096, stream.length - 1]) {
      const one = stream.slice();
      one[byte] = (one[byte] ?? 0) ^ 1;
      expect(await refusal(again(one), { password })).toEqual(sealed);
    }
    expect(await refusal(again(stream.subarray(0, -16)), { password })).toEqual(sealed);
    // Before its seal is looked at, the password must fit.
    expect((await refusal(again(stream.subarray(0, -16)), { password: 'wrong' })).code).toBe('password-wrong');
  });

  it('opens a package whose writer left the seal out', async () => {
    expect(first(await open(lockAgile(sheet, { password, seal: 'none' }), { password })).rowCount).toBe(401);
  });

  it('refuses a header that is cut short', async () => {
    for (const length of [0, 7, 11, 40]) {
      const info = new Uint8Array(length).fill(0);
      info.set([3, 0, 2, 0].slice(0, length));
      const cut = container({ EncryptionInfo: info, EncryptedPackage: new Uint8Array(64) });
      expect(['damaged', 'password-kind-unknown']).toContain((await refusal(cut, { password })).code);
    }
  });
});
