import { expect, it } from 'vitest';
import { judgeBundle } from '../../../../../src-preload/contract/check/bundle';
import type { Line } from '../../../../../src-preload/contract/line';

const [kim, lee] = [{ recipient: '김하늘' }, { recipient: '이바다' }];
const [here, there] = [{ address: '서울 중구 1' }, { address: '부산 남구 2' }];
const [one, other] = [{ orderId: '2026112110000017' }, { orderId: '2026112110000024' }];

it.each<[string, ReturnType<typeof judgeBundle>, Line['cells'][]]>([
  ['different people', 'strangers', [kim, lee]],
  ['different places', 'strangers', [here, there]],
  ['different orders and nothing else', 'orders', [one, other]],
  [
    'different orders of one person',
    'together',
    [
      { ...one, ...kim },
      { ...other, ...kim },
    ],
  ],
  [
    'one order for two people',
    'together',
    [
      { ...one, ...kim },
      { ...one, ...lee },
    ],
  ],
  [
    'one place, two people',
    'together',
    [
      { ...here, ...kim },
      { ...here, ...lee },
    ],
  ],
  [
    'what is shared hangs together over a third line',
    'together',
    [
      { ...one, ...kim },
      { ...one, ...there },
      { ...there, ...lee },
    ],
  ],
  ['a chain in the other direction', 'together', [kim, { ...lee, ...here }, { ...here, ...one }, { ...one, ...kim }]],
  [
    'two people among three lines of whom two share an order',
    'strangers',
    [{ ...one, ...kim }, { ...one, ...kim }, lee],
  ],
  ['two places, of which one is named twice', 'strangers', [here, here, there]],
  [
    'one name with other blanks and capitals',
    'together',
    [{ recipient: 'Kim  Ha Neul ' }, { recipient: 'kim haneul' }],
  ],
  ['one name, and a cell without a value', 'together', [kim, { recipient: ' ' }, kim]],
  [
    'a name is no address',
    'strangers',
    [
      { recipient: '하늘', address: '바다' },
      { recipient: '바다', address: '하늘' },
    ],
  ],
  ['nothing is known', 'together', [{}, {}]],
])('one number on lines with %s is %s', (_, bundle, cells) => {
  expect(judgeBundle(cells.map((each, index) => ({ row: index + 1, cells: each })))).toBe(bundle);
});
