import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText, sealText } from '../../../../src-main/secrets/personal';

const key = randomBytes(32);

describe('a sealed text', () => {
  it('opens again, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(openText(key, sealText(key, text, randomBytes))).toBe(text);
      }),
    );
  });

  it('shows nothing, not even that two are the same', () => {
    const one = sealText(key, '가나다', randomBytes);
    const two = sealText(key, '가나다', randomBytes);
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(3), 'base64').includes(Buffer.from('가나다'))).toBe(false);
  });

  it('stays shut for another key, for changed bytes and for anything else', () => {
    const sealed = sealText(key, '머그컵', randomBytes);
    expect(openText(randomBytes(32), sealed)).toBeUndefined();
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(openText(key, `p1.${changed.toString('base64')}`)).toBeUndefined();
    }
    for (const other of ['', 'p1.', 'p1.AAAA', '머그컵', sealed.slice(3)]) expect(openText(key, other)).toBeUndefined();
  });
});
