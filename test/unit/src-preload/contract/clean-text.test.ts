import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, hasUnseen, isBlankText, unseenNames } from '../../../../src-preload/contract/clean-text';

/** Every code point but the halves of pairs, and of the letters of one kind, that are very many, only some. */
const allCodePoints = Array.from({ length: 0x11_0000 }, (_, code) => code).filter((code) => {
  if (code >= 0xd800 && code <= 0xdfff) return false;
  const isOneOfMany =
    code > 0x3400 && /[\p{Script=Han}\p{Script=Hangul}\p{Co}\p{Cn}]/u.test(String.fromCodePoint(code));
  return !isOneOfMany || code % 16 === 0 || code === 0xffa0 || code === 0x3164;
});

/** Signs that leave no ink, named one by one: what a rule by class forgets shows here. */
const withoutInk: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x20],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
  [0x1bca0, 0x1bca3],
  [0x1d159, 0x1d159],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];
const unseenSigns = withoutInk.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
);

describe('a text without what cannot be seen', () => {
  it('is the same, whatever sign without ink stands before, within or behind it', () => {
    for (const sign of unseenSigns) {
      const name = `U+${sign.codePointAt(0)?.toString(16)}`;
      for (const text of ['2026112120000017', '택배', 'CJ']) {
        expect(cleanText(sign + text), name).toBe(text);
        expect(cleanText(text + sign), name).toBe(text);
      }
      expect(cleanText(`20${sign}26`).replace(/\s/u, ''), name).toBe('2026');
      expect(isBlankText(sign), name).toBe(true);
      expect(unseenNames(`2026${sign}`), name).toEqual([]);
    }
  });

  it('keeps the place of what is as wide as a letter as a blank, so that two groups of digits stay two', () => {
    for (const wide of '\u00a0\u2007\u3000\u115f\u1160\u3164\uffa0\u2800\u001f\u001d') {
      expect(cleanText(`12${wide}34`)).toBe('12 34');
    }
    for (const end of '\u0085\u2028\u2029\n') expect(cleanText(`12${end}34`)).toBe('12\n34');
    for (const nothing of '\u200b\u00ad\u202e\ufe0f\u0002\ufffc') expect(cleanText(`12${nothing}34`)).toBe('1234');
  });

  it('is in plain digits, letters and signs', () => {
    expect(cleanText('２０２６－１１－２１　ＣＪ')).toBe('2026-11-21 CJ');
    expect(cleanText('대한통운'.normalize('NFD'))).toBe('대한통운');
  });

  it('does not hold the escapes that a workbook writes for such signs, and keeps those of others', () => {
    expect(cleanText('_x001F_2026112120000017')).toBe('2026112120000017');
    expect(cleanText('685000000036_x000D_\n')).toBe('685000000036');
    expect(cleanText('_xFEFF_CJ_x200b_')).toBe('CJ');
    expect(cleanText('A_x0041_')).toBe('A_x0041_');
    expect(cleanText('x_x')).toBe('x_x');
  });

  it('is clean at once: nothing changes when it is cleaned again', () => {
    for (const code of allCodePoints) {
      const once = cleanText(`가${String.fromCodePoint(code)}a1`);
      if (cleanText(once) !== once) expect.fail(`U+${code.toString(16)}`);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it('names what had to stay although it is not drawn, and nothing else', () => {
    expect(unseenNames('2026\ue000\u{10fffd}\ue000')).toEqual(['U+E000', 'U+10FFFD']);
    expect(unseenNames('2026\ud800')).toEqual(['U+D800']);
    expect(unseenNames('2026112120000017 한글 ABC – ㆍ')).toEqual([]);
    const drawn = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
    for (const code of allCodePoints) {
      const sign = String.fromCodePoint(code);
      const isNamed = unseenNames(`1${sign}1`).length > 0;
      // Either it is drawn, or it is gone, or it is named: never there without a word.
      const isGone = cleanText(`1${sign}1`).replace(/\s/u, '') === '11';
      if (!drawn.test(sign) && isGone === isNamed) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it('is told from one that had such signs', () => {
    for (const text of ['\u200b12', '12\u3164', '\u001f12', '_x001F_12', '\ufeff12', '1\u202d2']) {
      expect(hasUnseen(text), JSON.stringify(text)).toBe(true);
    }
    for (const text of ['12', ' 12 ', '1\u00a02', '12\n', '１２', 'A_x0041_']) {
      expect(hasUnseen(text), JSON.stringify(text)).toBe(false);
    }
  });
});
