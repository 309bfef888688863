import { pickIndex, pickOne } from './seeded-random';
import type { Recipient } from './product-order';

// No one is called this and nothing stands there: given names are words for "practice", the city does not exist, and
// 010-0000 is no subscriber's prefix.
const families = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임', '한', '오', '서', '신', '권', '황'];
const givens = [
  '연습',
  '보기',
  '시험',
  '예시',
  '가상',
  '모의',
  '견본',
  '표본',
  '습작',
  '초안',
  '본보',
  '다시',
  '하나',
  '미리',
];
const streets = ['예시로', '견본길', '모의대로', '보기길', '표본로'];
const buildings = ['가상아파트', '보기빌라', '예시오피스텔'];
const memos = ['문 앞에 놓아 주세요', '경비실에 맡겨 주세요', '부재 시 연락 주세요'];

export interface Product {
  name: string;
  code: string;
  options: readonly string[];
  /** Won. */
  price: number;
}

const products: readonly Product[] = [
  {
    name: '하늘상점 머그컵 350ml',
    code: 'MUG-350',
    options: ['색상: 하늘', '색상: 구름', '색상: 노을'],
    price: 12_900,
  },
  { name: '린넨 앞치마', code: 'APR-01', options: ['색상: 베이지', '색상: 네이비'], price: 24_000 },
  { name: '손뜨개 티코스터 4장', code: 'CST-04', options: ['무늬: 잎', '무늬: 물결'], price: 9_800 },
  { name: '유자차 500g', code: 'YZ-500', options: ['구성: 1병', '구성: 2병'], price: 15_500 },
  { name: '대나무 칫솔 6개', code: 'BR-06', options: [], price: 11_000 },
  { name: '무지 노트 A5', code: 'NT-A5', options: ['내지: 줄', '내지: 모눈', '내지: 무지'], price: 4_500 },
  { name: '소이 캔들 200g', code: 'CDL-200', options: ['향: 숲', '향: 비누'], price: 18_000 },
  { name: '여름 파자마 세트', code: 'PJM-S', options: ['사이즈: M', '사이즈: L'], price: 32_000 },
];

/** The whole of Korea's recipients for a practice market: the same for the same `random`. */
export function inventRecipient(random: () => number): Recipient {
  const number = String(pickIndex(random, 10_000)).padStart(4, '0');
  return {
    name: pickOne(random, families) + pickOne(random, givens),
    tel: `010-0000-${number}`,
    zipCode: `00${number.slice(0, 3)}`,
    baseAddress: `연습특별시 보기구 ${pickOne(random, streets)} ${1 + pickIndex(random, 200)}`,
    detailedAddress: `${pickOne(random, buildings)} ${101 + pickIndex(random, 9)}동 ${1 + pickIndex(random, 15)}0${1 + pickIndex(random, 4)}호`,
  };
}

/** A product that is not sold, with one of its options where it has any. */
export function inventProduct(random: () => number): { product: Product; option: string | undefined } {
  const product = pickOne(random, products);
  return { product, option: product.options.length === 0 ? undefined : pickOne(random, product.options) };
}

/** What a buyer writes to the courier; most write nothing. */
export function inventMemo(random: () => number): string | undefined {
  return random() < 0.4 ? pickOne(random, memos) : undefined;
}
