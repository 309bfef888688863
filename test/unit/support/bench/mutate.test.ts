import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mutate, seededRandom } from '../../../support/bench/mutate';

const csv = strToU8('상품주문번호,송장번호\r\n2026112100000001,684000000001\r\n'.repeat(20));
const zip = zipSync({ 'a.xml': csv, 'b.xml': csv });

describe('the mutations of the bench of hostile files', () => {
  it('are the same for the same seed, and others for another', () => {
    const files = (seed: number): string[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 50 }, () => strFromU8(mutate(csv, random).bytes, true));
    };
    expect(files(7)).toEqual(files(7));
    expect(files(7)).not.toEqual(files(8));
  });

  it('leave the original as it is, and say whether bytes were copied', () => {
    const before = csv.slice();
    const random = seededRandom(1);
    const made = Array.from({ length: 500 }, () => mutate(csv, random));
    expect(csv).toEqual(before);
    const lines = (of: Uint8Array): number => strFromU8(of, true).split('684000000001').length;
    const copied = made.filter(({ bytes }) => lines(bytes) > lines(csv));
    expect(copied.length).toBeGreaterThan(0);
    for (const { copies, done } of copied) expect(copies, done.join('; ')).toBe(true);
  });

  it('pack a zip again rightly, or say that its checksums were left', () => {
    const random = seededRandom(3);
    const made = Array.from({ length: 200 }, () => mutate(zip, random));
    for (const { bytes, isSealed } of made) {
      if (!isSealed) expect(Object.keys(unzipSync(bytes))).toEqual(['a.xml', 'b.xml']);
    }
    expect(new Set(made.map(({ isSealed }) => isSealed))).toEqual(new Set([true, false]));
  });
});
