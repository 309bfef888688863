import { describe, expect, it } from 'vitest';
import { mostPasted, pastedNumbers } from '../../../../../../src-renderer/features/orders/find/pasted-numbers';

describe('numbers as they are pasted', () => {
  it('stand one a line, or with commas, spaces and tabs between them, each counted once', () => {
    expect(pastedNumbers('2026112100000017, 2026112100000027\t2026112100000037\r\n2026112100000017\n')).toEqual({
      numbers: ['2026112100000017', '2026112100000027', '2026112100000037'],
      others: [],
      over: 0,
    });
  });

  it('may be in full-width digits', () => {
    expect(pastedNumbers('２０２６１１２１').numbers).toEqual(['20261121']);
  });

  it('lose what cannot be seen, and lines that hold nothing else', () => {
    expect(pastedNumbers('\u200b2026112100000017\u3164\n\u2800\n\u001f2026112100000027\ufeff')).toEqual({
      numbers: ['2026112100000017', '2026112100000027'],
      others: [],
      over: 0,
    });
  });

  it('may be in groups, but have no suffix', () => {
    expect(pastedNumbers('20261121-20000017\n2026112120000024-1')).toEqual({
      numbers: ['2026112120000017'],
      others: ['2026112120000024-1'],
      over: 0,
    });
  });

  it('are told apart from what cannot be one', () => {
    expect(pastedNumbers('주문번호\n2026112100000017').others).toEqual(['주문번호']);
  });

  it('are at most as many as go out at once, and the rest is counted', () => {
    const many = Array.from({ length: mostPasted + 3 }, (_, n) => String(10_000_000 + n)).join(' ');
    expect(pastedNumbers(many)).toMatchObject({ over: 3 });
    expect(pastedNumbers(many).numbers).toHaveLength(mostPasted);
  });
});
