import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import { lineFields, type LineField } from '../../../../../src-preload/contract/line-fields';
import type { Line } from '../../../../../src-preload/contract/line';
import { resolveCourier } from '../../../../../src-preload/contract/markets/naver/courier-aliases';
import { resolveMethod } from '../../../../../src-preload/contract/markets/naver/methods';
import { remarkText } from '../../../../../src-preload/contract/text/remarks.ko';
import { cj, context } from './made-up-lines';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

/** One of each kind that is not seen, or is seen as a blank. */
const unseen =
  '\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202d\u202e\u2066\u2069\u00ad\u180e\u2064\u3164\u115f\u1160\uffa0\u2800\u034f\ufe0f\u180b\u00a0\u2007\u202f\u3000\u0085\u2028\u2029\ufffc\u001c\u001d\u001e\u001f\u0002\u0003\u007f\u0090';
const signs = [...unseen, '\u{e0020}', '\u{e0100}', '_x001F_', '_x200B_'];
const names = signs.map(
  (sign) => [[...sign].map((each) => each.codePointAt(0)?.toString(16)).join(' '), sign] as const,
);

const cells: Partial<Record<LineField, string>> = {
  productOrderId: '2026112120000017',
  orderId: '2026112110000017',
  courier: 'CJ대한통운',
  trackingNumber: cj[0],
  deliveryMethod: '택배,등기,소포',
  dispatchDate: '2025-01-31',
};
const stockCells: Partial<Record<LineField, string>> = {
  itemId: '202601220157_000020196_[1]',
  available: '불가',
  reason: '품절',
  unitPrice: '1,200',
  quantity: '2',
  totalAmount: '2400',
};

const around = (sign: string, of: Partial<Record<LineField, string>>, where: 'before' | 'behind'): Line['cells'] =>
  Object.fromEntries(
    lineFields.flatMap((field) => {
      const text = of[field];
      return text === undefined ? [] : [[field, where === 'before' ? sign + text : text + sign]];
    }),
  );

describe.each(names)('sign %s around every value of a line', (_, sign) => {
  it.each<[string, CheckContext, Partial<Record<LineField, string>>]>([
    ['dispatch', context, cells],
    ['lookup with a dispatch', { ...context, byOrder: true }, cells],
    ['confirm', { ...context, operation: 'confirm' }, cells],
    ['lookup', { ...context, operation: 'lookup' }, cells],
    ['stock', { ...context, rules: marketRules.brightmall, operation: 'stock' }, stockCells],
  ])('changes nothing of a %s', (__, settled, clean) => {
    const wanted = checkLine({ row: 2, cells: clean }, settled);
    for (const where of ['before', 'behind'] as const) {
      const checked = checkLine({ row: 2, cells: around(sign, clean, where) }, settled);
      expect(checked.job).toEqual(wanted.job);
      expect(checked.level).toBe('ok');
    }
  });

  it('leaves a cell that holds nothing else empty', () => {
    const checked = checkLine({ row: 2, cells: { ...cells, deliveryMethod: sign, dispatchDate: sign } }, context);
    expect(checked).toMatchObject({ level: 'ok', remarks: [] });
  });
});

describe('what was not seen', () => {
  it('is noted where it was taken off a number', () => {
    const checked = checkLine({ row: 2, cells: { ...cells, trackingNumber: `\u001f${cj[0]}` } }, context);
    expect(checked.remarks).toMatchObject([{ code: 'number-mended', detail: { how: 'unseen', number: cj[0] } }]);
    expect(checked.remarks.map((remark) => remarkText(remark, context.rules))).toEqual([
      { title: '송장번호에서 보이지 않는 글자를 떼고 읽었어요.' },
    ]);
  });

  it.each<[LineField, string]>([
    ['productOrderId', '2026112120000017\ue000'],
    ['trackingNumber', `${cj[0]}\u{10fffd}`],
    ['courier', 'CJ대한통운\uf8ff'],
    ['deliveryMethod', '택배\ue123'],
    ['dispatchDate', '2025-01-31\ue000'],
  ])('is named in the remark of %s where it cannot be taken off', (field, text) => {
    const [remark] = checkLine({ row: 2, cells: { ...cells, [field]: text } }, context).remarks;
    expect(remark?.field).toBe(field);
    expect(remark && remarkText(remark, context.rules).advice).toMatch(
      /^보이지 않는 글자\(U\+[\dA-F]{4,6}\)가 들어 있어요\. /u,
    );
  });
});

describe('dots and dashes between the words of a cell', () => {
  it.each([...'ㆍ·・･•‧∙⋅․.。｡⦁◦'])('%s parts couriers and methods like any other', (dot) => {
    expect(resolveMethod(`택배${dot}등기${dot}소포`)).toBe('DELIVERY');
    expect(resolveCourier(`C${dot}J 대한통운`)).toMatchObject({ is: 'code', code: 'CJGLS' });
  });

  it.each([...'-‐‑‒–—―−ー─ㅡ－﹣'])('%s is a dash', (dash) => {
    expect(resolveCourier(`CJ${dash}대한통운`)).toMatchObject({ is: 'code', code: 'CJGLS' });
    const number = `${cj[0].slice(0, 4)}${dash}${cj[0].slice(4, 8)}${dash}${cj[0].slice(8)}`;
    const checked = checkLine({ row: 2, cells: { ...cells, trackingNumber: number } }, context);
    expect(checked.job?.values).toMatchObject({ dispatch: { trackingNumber: cj[0] } });
  });
});
