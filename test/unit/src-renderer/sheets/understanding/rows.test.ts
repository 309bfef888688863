import { describe, expect, it } from 'vitest';
import { isOtherMall } from '../../../../../src-renderer/sheets/understanding/other-malls';
import { linesOf, number12, productOrder, read } from './made-up-sheets';
import { table } from './table';

const idsOf = (understanding: ReturnType<typeof read>) =>
  linesOf(understanding).map(({ cells }) => cells.productOrderId ?? cells.itemId);

describe('totals', () => {
  const words = [
    '합',
    '계',
    '총 2개',
    '합계',
    '소계',
    '합포장',
    '연말정산 합계',
    '총계',
    'SUM',
    '11월 누계',
    '총 12건',
    '계:',
  ];
  const header = ['구분', '상품주문번호', '택배사', '송장번호'];

  it.each(words)('are not rows that say %s and carry an order and a number', (word) => {
    const understanding = read(
      table([
        header,
        [word, productOrder(0), 'CJ', number12(0)],
        ['단', productOrder(1), 'CJ', number12(1)],
        [word, productOrder(2), 'CJ', ''],
        [word, '', 'CJ', number12(3)],
      ]),
    );
    expect(understanding.skipped.totals).toBe(0);
    expect(linesOf(understanding).map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  });

  it.each(['합', '계', '총 2개', '합계', '11월 합계'])('are rows that say %s and only count', (word) => {
    const understanding = read(
      table([
        header,
        ['단', productOrder(0), 'CJ', number12(0)],
        [word, '1', '', '1'],
        [word, '', '', '12,000'],
        [word, '', '', ''],
      ]),
    );
    expect(understanding.skipped.totals).toBe(3);
    expect(understanding.lineCount).toBe(1);
  });

  it('know a number however it is written', () => {
    const wide = [...productOrder(0)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
    const understanding = read(
      table([
        header,
        ['합', wide, 'CJ', ''],
        ['합', `'${productOrder(1)}`, 'CJ', ''],
        ['합', '', 'CJ', number12(2).replaceAll(/(.{4})(?=.)/gu, '$1-')],
      ]),
    );
    expect(understanding).toMatchObject({ lineCount: 3, skipped: { totals: 0 } });
  });
});

describe('other malls', () => {
  it.each([
    '쿠팡',
    '쿠팡(로켓)',
    '쿠팡_abc',
    '쿠팡 윙',
    '[쿠팡] 하늘상점',
    '11번가',
    '11번가 [abc]',
    'G마켓',
    'g마켓(abc)',
    '옥션',
    '카카오톡 선물하기',
    '카카오',
    '토스',
    '토스쇼핑',
    '무신사',
    'SSG',
    'SSG.COM',
    '롯데ON',
    '지그재그-가나',
  ])('%s is one', (name) => {
    expect(isOtherMall(name)).toBe(true);
  });

  it.each([
    '토스트하우스',
    '무신사랑(스마트스토어)',
    'SSG푸드마켓(네이버)',
    '카카오빈 네이버',
    '쿠팡나라',
    '옥션갤러리',
    '스마트스토어',
    '네이버(쿠팡)',
    '[스마트스토어] 쿠팡',
    '',
    '로켓문구',
    '토스트',
    '카카오닙스',
    '티몬드',
    '11번가게',
  ])('%s is none', (name) => {
    expect(isOtherMall(name)).toBe(false);
  });

  const header = ['판매처', '상품주문번호', '택배사', '송장번호'];
  const sheet = table([
    header,
    ['스마트스토어', productOrder(0), 'CJ', number12(0)],
    ['쿠팡', productOrder(1), 'CJ', number12(1)],
    ['쿠팡', '30000000001', 'CJ', number12(2)],
    ['쿠팡', '30000000002', 'CJ', number12(3)],
    ['옥션', '4000000003', 'CJ', number12(4)],
  ]);

  it('never have a line whose number is one of the chosen market', () => {
    const understanding = read(sheet);
    expect(idsOf(understanding)).toEqual([productOrder(0), productOrder(1)]);
    expect(understanding.otherMallRows().rows.map(({ row }) => row)).toEqual([4, 5, 6]);
  });

  it('never have a line whose order number is one of the chosen market', () => {
    const understanding = read(
      table([
        ['판매처', '주문번호', '택배사', '송장번호'],
        ['쿠팡', productOrder(0), 'CJ', number12(0)],
        ['쿠팡', '30000000001', 'CJ', number12(1)],
      ]),
    );
    expect(understanding).toMatchObject({ lineCount: 1, skipped: { otherMalls: 1 } });
  });

  it('never have a stock line whose item is one of the chosen market', () => {
    const understanding = read(
      table([
        ['쇼핑몰', '주문품목번호', '재고'],
        ['쿠팡', '202601220157_000020196_[1]', '가능'],
        ['쿠팡', '77', '가능'],
      ]),
      {},
      { operation: 'stock' },
    );
    expect(idsOf(understanding)).toEqual(['202601220157_000020196_[1]']);
  });

  it('are taken in line by line and as a whole, and go back', () => {
    const one = read(sheet, { othersIn: [5] });
    expect(idsOf(one)).toEqual([productOrder(0), productOrder(1), '30000000002']);
    expect(one).toMatchObject({ othersIn: [5], skipped: { otherMalls: 2 } });
    const all = read(sheet, { othersIn: 'all' });
    expect(all).toMatchObject({ othersIn: [4, 5, 6], lineCount: 5, skipped: { otherMalls: 0 } });
    expect(all.otherMallRows().rows).toEqual([]);
    expect(read(sheet, { othersIn: [] })).toMatchObject({ othersIn: [], lineCount: 2, skipped: { otherMalls: 3 } });
  });
});
