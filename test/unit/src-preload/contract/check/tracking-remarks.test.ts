import { describe, expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { cjNumber, codes, context, line } from './made-up-lines';

const cut = { marks: { trackingNumber: 'number' } } as const;

// What each remark about a number hands to its sentence; `field` is the cell that is marked.
it.each<[string, Record<string, string>, Line['cells'], Partial<Line>?]>([
  ['cell-error', { value: '#N/A' }, { trackingNumber: '#N/A' }, { marks: { trackingNumber: 'error-cell' } }],
  ['digits-exponent', { value: '6.85E+11' }, { trackingNumber: '6.85E+11' }],
  ['tracking-status', { value: '재고소진' }, { trackingNumber: '재고소진' }],
  ['tracking-status', { value: '방문수령', method: 'VISIT_RECEIPT' }, { trackingNumber: '방문수령' }],
  ['tracking-words', { value: '문앞', numbers: '' }, { trackingNumber: '문앞' }],
  [
    'tracking-words',
    { value: '송장 685000000106 또는 685000000110', numbers: '685000000106,685000000110' },
    { trackingNumber: '송장 685000000106 또는 685000000110' },
  ],
  [
    'tracking-words',
    { value: '685000000106685000000106', numbers: '685000000106' },
    { trackingNumber: '685000000106685000000106' },
  ],
  ['tracking-several', { numbers: '685000000106,685000000110' }, { trackingNumber: '685000000106, 685000000110' }],
  ['tracking-short', { number: '12345', length: '5' }, { courier: '기타택배', trackingNumber: '12345' }],
  // Letters are no digits: UPS's form alone makes no number of them.
  [
    'tracking-short',
    { number: '1ZABCDEFGHIJKLMNOP', length: '18' },
    { courier: 'UPS', trackingNumber: '1ZABCDEFGHIJKLMNOP' },
  ],
  ['digits-broken', { value: '9900003456789010' }, { courier: '기타택배', trackingNumber: '9900003456789010' }, cut],
  ['number-mended', { how: 'apostrophe', number: '685000000106' }, { trackingNumber: "'685000000106" }],
  ['number-mended', { how: 'separators', number: '685000000106' }, { trackingNumber: '6850-0000-0106' }],
  ['number-mended', { how: 'separators', number: '685000000106' }, { trackingNumber: '68500000010-6' }],
  ['number-suffix', { value: '685000000106-1', numbers: '685000000106' }, { trackingNumber: '685000000106-1' }],
  // Without its group the number has not the form of the courier, so it is not offered.
  ['number-suffix', { value: '68500000010-5', numbers: '' }, { trackingNumber: '68500000010-5' }],
  [
    'tracking-doubtful',
    { looks: 'phone', number: '01012345678' },
    { courier: '기타택배', trackingNumber: '01012345678' },
  ],
  [
    'tracking-length-rare',
    { courier: 'CJGLS', number: cjNumber(123).slice(2), length: '10' },
    {
      trackingNumber: cjNumber(123).slice(2),
    },
  ],
  ['tracking-length', { courier: 'CJGLS', number: '57741782403', length: '11' }, { trackingNumber: '57741782403' }],
  [
    'tracking-length-odd',
    { courier: 'DAESIN', number: '123456789', length: '9' },
    { courier: '대신택배', trackingNumber: '123456789' },
  ],
])('%s says %j', (code, detail, cells, more) => {
  const { remarks } = checkLine(line(2, cells, more), context);
  expect(remarks.find((remark) => remark.code === code)).toMatchObject({ field: 'trackingNumber', detail });
});

it('a number of six digits is one, and one that was given plainly is not said to be mended', () => {
  const codesOf = (trackingNumber: string): string[] =>
    checkLine(line(2, { courier: '기타택배', trackingNumber }), context).remarks.map(({ code }) => code);
  expect(codesOf('123457')).not.toContain('tracking-short');
  expect(codesOf('12345')).toContain('tracking-short');
  expect(codesOf('685000000106')).toEqual([]);
});

describe('a number that is not of its courier’s form', () => {
  const checked = (courier: string, trackingNumber: string, more: Partial<Line> = {}) =>
    checkLine(line(2, { courier, trackingNumber }, more), context);

  it('goes out with a warning where the courier’s lengths are uncertain, ticked or not', () => {
    for (const more of [{}, { chosen: true }]) {
      const odd = checked('대신택배', '123456789', more);
      expect([odd.level, codes(odd), staysBecause(odd)]).toEqual(['warning', ['tracking-length-odd'], undefined]);
    }
  });

  it('is no error where it is exactly another courier’s: it waits for the tick', () => {
    const others = checked('로젠택배', cjNumber(123));
    expect([codes(others), staysBecause(others)]).toEqual([['other-courier'], 'needs-tick']);
  });

  it('is an error, not a rare length that a tick frees, where letters stand among as many signs', () => {
    const lettered = checked('CJ대한통운', 'LP12345678');
    expect([codes(lettered), staysBecause(lettered)]).toEqual([['tracking-length'], 'error']);
  });
});

it('a line without the cell of the number, and one whose day stands there and no courier, are told so', () => {
  const { trackingNumber: _, ...cells } = line(2).cells;
  expect(checkLine({ row: 2, cells }, context).remarks).toMatchObject([
    { code: 'tracking-missing', field: 'trackingNumber' },
  ]);
  const day = checkLine(line(2, { courier: '', trackingNumber: '20261121' }), context);
  expect(codes(day)).toEqual(['courier-missing', 'tracking-doubtful']);
});
