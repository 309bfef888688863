import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedNumbers } from '../../../../../support/tables/published-numbers';
import { checkTracking, normaliseTracking } from '../../../../../../src-preload/contract/markets/naver/tracking';

/** Of couriers whose rule is known. */
const published = Object.entries(publishedNumbers).filter(([courier]) => courier !== 'EPOST');

describe('check digits', () => {
  it.each(published)('hold for the published numbers of %s', (courier, numbers) => {
    for (const number of Object.keys(numbers)) {
      expect(checkTracking(courier, number), number).toMatchObject({ length: 'ok', digit: 'ok', fits: [] });
    }
  });

  it('name the couriers whose rule a number passes when its own fails', () => {
    expect(checkTracking('CJGLS', '530727039920')).toMatchObject({ digit: 'wrong', fits: ['HANJIN', 'HYUNDAI'] });
    expect(checkTracking('HANJIN', '577417824035')).toMatchObject({ digit: 'wrong', fits: ['CJGLS'] });
    expect(checkTracking('CJGLS', '40907308945')).toMatchObject({ length: 'wrong', fits: ['KGB'] });
  });

  it("cannot hold CJ's and the whole-number rule at once unless the first two digits are a multiple of 7", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 0, max: 999_999_999 }), (prefix, body) => {
        const number = `${prefix}${String(body).padStart(9, '0')}${body % 7}`;
        expect(checkTracking('CJGLS', number).digit).toBe('ok');
        expect(checkTracking('HYUNDAI', number).digit).toBe(prefix % 7 === 0 ? 'ok' : 'wrong');
      }),
    );
  });

  it('are not asked where no rule is known', () => {
    expect(checkTracking('EPOST', '6865109394355')).toMatchObject({ length: 'ok', digit: 'none' });
    expect(checkTracking('HANJIN', '12345678901234')).toMatchObject({ length: 'ok', digit: 'none' });
    expect(checkTracking('DHL', '1')).toMatchObject({ length: 'unlisted', digit: 'none' });
  });
});

const number = (text: string): string | undefined => {
  const found = normaliseTracking(text);
  return found.is === 'number' ? found.number : undefined;
};

describe('the text of a tracking number', () => {
  it('loses hyphens, blanks, dots, an apostrophe, .0 and full-width forms, and nothing else', () => {
    for (const text of [
      '6995-6837-5375',
      '6995 6837 5375',
      "'699568375375",
      '699568375375.0',
      '６９９５６８３７５３７５',
      '6995.6837.5375',
    ]) {
      expect(number(text), text).toBe('699568375375');
    }
    expect(number('lp 257 594 783 sg')).toBe('LP257594783SG');
    expect(number('012345678901')).toBe('012345678901');
  });

  it('is never made of a memo', () => {
    expect(normaliseTracking('오전10시상차')).toEqual({ is: 'words', text: '오전10시상차', inside: [] });
    expect(normaliseTracking('롯데 232009815833')).toMatchObject({ is: 'words', inside: ['232009815833'] });
    expect(normaliseTracking('CJ 699568375375')).toMatchObject({ is: 'words', inside: ['699568375375'] });
  });

  it('may be several numbers, which are asked about; one number written twice is one', () => {
    const both = { is: 'several', numbers: ['699568375375', '632976615493'] };
    for (const text of ['699568375375, 632976615493', '6995-6837-5375/6329-7661-5493', '699568375375 632976615493']) {
      expect(normaliseTracking(text), text).toEqual(both);
    }
    expect(number('699568375375,699568375375')).toBe('699568375375');
  });

  it('that Excel turned into an exponent is gone', () => {
    expect(normaliseTracking('6.99568E+11')).toEqual({ is: 'exponent' });
    expect(normaliseTracking(' ')).toEqual({ is: 'empty' });
  });

  it('keeps any run of digits as it is, however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{10,14}$/u),
        fc.integer({ min: 3, max: 6 }),
        fc.constantFrom('-', ' ', ''),
        (digits, size, gap) => {
          const groups = digits.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [];
          const found = normaliseTracking(groups.join(gap));
          // A short last group may be a suffix: its courier's form decides.
          if (gap !== '' && (groups.at(-1) ?? '').length <= 2 && digits.length >= 11)
            expect(found).toMatchObject({ is: 'suffixed', glued: digits });
          else if (found.is === 'suffixed') expect(found.glued).toBe(digits);
          else expect(found).toMatchObject({ is: 'number', number: digits });
        },
      ),
    );
  });
});
