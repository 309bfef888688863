import { expect, it } from 'vitest';
import { relationOf } from '../../../../src-main/services/same-parcel';

const seoul = '서울특별시 강남구 테스트로 123, 101동 1502호';

it.each([
  ['one order', { orderId: '1', recipient: '김바다' }, { orderId: '1', recipient: '이하늘' }, 'same'],
  ['one recipient of two orders', { orderId: '1', recipient: '김바다' }, { orderId: '2', recipient: '김바다' }, 'same'],
  ['one name, written apart', { recipient: '김 바다' }, { recipient: '김바다 ' }, 'same'],
  ['a name with its letters covered', { recipient: '김*다' }, { recipient: '김바다' }, 'same'],
  ['a name that the log has covered', { recipient: '김바다' }, { recipient: '김○○' }, 'same'],
  ['another name', { recipient: '김바다' }, { recipient: '이하늘' }, 'strangers'],
  ['another name of the same beginning', { recipient: '김바다' }, { recipient: '김하늘' }, 'strangers'],
  ['a longer name', { recipient: '김바다' }, { recipient: '김바다솜' }, 'strangers'],
  ['no name on one side', { orderId: '1', recipient: '김바다' }, { orderId: '2' }, 'unclear'],
  ['an empty name', { recipient: '' }, { recipient: '' }, 'unclear'],
  ['nothing on both sides', {}, {}, 'unclear'],
  [
    'one address, written in two ways',
    { recipient: '김바다', address: seoul },
    { recipient: '김바다', address: '(06234) 서울 강남구 테스트로 123 101동 1502호' },
    'same',
  ],
  ['an address on one side', { recipient: '김바다', address: seoul }, { recipient: '김바다' }, 'same'],
  [
    'namesakes at two addresses',
    { recipient: '김바다', address: seoul },
    { recipient: '김바다', address: '부산 해운대구 시험로 9' },
    'strangers',
  ],
] as const)('%s', (_, one, other, relation) => {
  expect(relationOf(one, other)).toBe(relation);
  expect(relationOf(other, one)).toBe(relation);
});
