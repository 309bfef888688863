import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import { cleanText } from '../../../../../src-preload/contract/clean-text';
import { linesOf, number12, productOrder, read } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

describe.each([...'\u200b\u3164\u115f\u2800\ufeff\u00ad\u0085\u001f\u001d\u0002\ufffc'])('unseen sign %j', (sign) => {
  const around = (text: string): string => sign + text + sign;
  const rows = [0, 1, 2].map((n) => [productOrder(n), 'CJ', number12(n), '김하늘']);
  const sheet = table([
    ['상품주문번호', '택배사', '송장번호', '받는분'].map(around),
    ...rows.map((cells) => cells.map(around)),
    [sign, sign, '', sign],
    ['합계', '', '', '3건'].map(around),
  ]);

  it('in headers and cells changes neither columns nor lines', () => {
    const understanding = read(sheet);
    expect(understanding.columns).toMatchObject({ productOrderId: 0, courier: 1, trackingNumber: 2, recipient: 3 });
    expect(understanding.questions).toEqual([]);
    expect(understanding.skipped).toMatchObject({ empty: 1, totals: 1 });
    const checked = checkAll(linesOf(understanding), { rules: marketRules.naver, operation: 'dispatch', now: 0 });
    expect(checked.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok']);
    expect(checked.map(({ job }) => job?.target)).toEqual(rows.map(([id = '']) => cleanText(id)));
  });

  it('alone in a sheet without headers leaves its columns known by their values', () => {
    const bare = read(table(rows.map((cells) => cells.map(around))));
    expect(bare.columns).toMatchObject({ productOrderId: 0, trackingNumber: 2 });
  });
});
