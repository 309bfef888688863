import { expect, it } from 'vitest';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { cjNumber, context, line } from './made-up-lines';

const cut = { marks: { trackingNumber: 'number' } } as const;

// What each remark about a number hands to its sentence; `field` is the cell that is marked.
it.each<[string, Record<string, string>, Line['cells'], Partial<Line>?]>([
  ['digits-exponent', { value: '6.85E+11' }, { trackingNumber: '6.85E+11' }],
  ['tracking-status', { value: '재고소진' }, { trackingNumber: '재고소진' }],
  ['tracking-status', { value: '방문수령', method: 'VISIT_RECEIPT' }, { trackingNumber: '방문수령' }],
  ['tracking-words', { value: '문앞', numbers: '' }, { trackingNumber: '문앞' }],
  [
    'tracking-words',
    { value: '685000000106685000000106', numbers: '685000000106' },
    { trackingNumber: '685000000106685000000106' },
  ],
  ['tracking-several', { numbers: '685000000106,685000000110' }, { trackingNumber: '685000000106, 685000000110' }],
  ['tracking-short', { number: '12345', length: '5' }, { courier: '기타택배', trackingNumber: '12345' }],
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
