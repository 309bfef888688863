import { describe, expect, it } from 'vitest';
import { hasLostDigits, idFixOf, readId } from '../../../../../src-preload/contract/check/read-id';

const one = '2026112120000017';
const other = '2026112120000028';

describe('the text of an order’s number', () => {
  it.each([
    [`'${one}`, 'apostrophe'],
    [` ${one}.0`, 'decimal-zero'],
    [`${one}.000`, 'decimal-zero'],
    ['２０２６１１２１２０００００１７', 'full-width'],
    ['2026-1121-2000-0017', 'separators'],
    [`${one}\u200b`, 'unseen'],
  ] as const)('%j is the number, and says what was taken off', (text, how) => {
    expect(readId(text)).toEqual({ is: 'id', id: one, how });
    expect(idFixOf(text)).toBe(how);
  });

  it('is the number as it stands, blanks around it or not', () => {
    expect(readId(one)).toEqual({ is: 'id', id: one });
    expect(readId(` ${one} `)).toEqual({ is: 'id', id: one });
    expect(readId('  ')).toEqual({ is: 'empty' });
  });

  it('an apostrophe, or .0, within it is none before or behind it', () => {
    expect(idFixOf("2026'1121")).toBe('separators');
    expect(idFixOf('12.05')).toBe('separators');
    expect(readId(`${one}.05`)).not.toEqual(expect.objectContaining({ id: one, is: 'id' }));
  });

  it.each([`${one}, ${other}`, `${one};${other}`, `${one} ${other}`, `${one}\n${other}`, `${one},,${other}`])(
    'of two orders, %j is never glued into one',
    (text) => {
      expect(readId(text)).toEqual({ is: 'several', ids: [one, other] });
    },
  );

  it('written twice is one', () => {
    expect(readId(`${one}, ${one}`)).toEqual({ is: 'id', id: one, how: 'separators' });
  });

  it('two numbers of twelve digits are two, a longer and a short group are not', () => {
    expect(readId('123456789012 210987654321')).toEqual({ is: 'several', ids: ['123456789012', '210987654321'] });
    expect(readId(`${one} 12345678901`).is).toBe('suffixed');
  });

  it.each([`${one}-1`, `${one} 02`, '2026-1121-2000-0017-1', `1-${one}`])(
    'with a group next to it, %j is offered without',
    (text) => {
      expect(readId(text)).toEqual({ is: 'suffixed', id: one });
    },
  );

  it('formatted as money is the number', () => {
    expect(readId('2,026,112,120,000,017')).toEqual({ is: 'id', id: one, how: 'separators' });
  });

  it('within words is offered where it is the only one', () => {
    expect(readId(`주문 ${one} 확인`)).toEqual({ is: 'words', text: `주문 ${one} 확인`, inside: one });
    expect(readId(`주문 ${one} 또는 ${other}`)).toEqual({ is: 'words', text: `주문 ${one} 또는 ${other}` });
    expect(readId(`주문 ${one}9 확인`)).toEqual({ is: 'words', text: `주문 ${one}9 확인` });
    expect(readId('없음')).toEqual({ is: 'words', text: '없음' });
  });

  it('as Excel shortens it is gone', () => {
    expect(readId('2.02611E+15')).toEqual({ is: 'exponent' });
  });
});

describe('digits that were lost', () => {
  it('are told by a number cell that ends in 0, or by a column that was cut, never of a short number', () => {
    expect(hasLostDigits('2026112120000010', 'number')).toBe(true);
    expect(hasLostDigits('2026112120000017', 'number')).toBe(false);
    expect(hasLostDigits('2026112120000010', undefined)).toBe(false);
    expect(hasLostDigits('2026112120000017', 'cut-column')).toBe(true);
    expect(hasLostDigits('123450', 'number')).toBe(false);
    expect(hasLostDigits('123450', 'cut-column')).toBe(false);
  });
});
