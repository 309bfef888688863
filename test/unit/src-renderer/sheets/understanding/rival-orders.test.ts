import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { linesOf, order, productOrder, read } from './made-up-sheets';
import { table } from './table';

/** Passes CJ's rule alone: 68 is no multiple of 7. */
const cj = (n: number): string => `68${500_000_000 + n}${(500_000_000 + n) % 7}`;

const targetsOf = (understanding: ReturnType<typeof read>) =>
  checkAll(linesOf(understanding), {
    rules: marketRules.naver,
    operation: 'dispatch',
    now: 0,
    wholeCourier: understanding.wholeCourier,
  }).map(({ job }) => job?.target);

describe('two columns of orders', () => {
  it('that differ are asked about, and the lines wait', () => {
    const understanding = read(
      table([
        ['상품주문번호', '상품주문번호(2)', '택배사', '송장번호'],
        [productOrder(0), productOrder(50), 'CJ대한통운', cj(0)],
        [productOrder(1), productOrder(1), 'CJ대한통운', cj(1)],
      ]),
    );
    expect(
      understanding.questions.map(({ field, candidates }) => [field, ...candidates.map(({ column }) => column)]),
    ).toEqual([['productOrderId', 0, 1]]);
    expect(targetsOf(understanding)).toEqual([undefined, productOrder(1)]);
  });

  it('an order number beside the product order is no second one', () => {
    const understanding = read(
      table([
        ['상품주문번호', '주문번호', '쇼핑몰주문번호', '택배사', '송장번호'],
        [productOrder(0), order(0), order(5), 'CJ대한통운', cj(0)],
      ]),
    );
    expect(understanding.questions).toEqual([]);
  });
});
