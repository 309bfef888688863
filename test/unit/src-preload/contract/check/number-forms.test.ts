import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import type { LineField } from '../../../../../src-preload/contract/line-fields';
import { companyList } from '../../../../../src-preload/contract/markets/naver/companies';
import { trackingFormats } from '../../../../../src-preload/contract/markets/naver/tracking-formats';
import { remarkText } from '../../../../../src-preload/contract/text/remarks.ko';
import { cj, cjNumber, codes, context, line } from './made-up-lines';
import { offered, offeredCouriers, parcel, sent } from './number-cells';

describe('a number with a group of one or two digits behind it', () => {
  it.each([
    ['경동택배', '123456789012-1', '123456789012'],
    ['CJ대한통운', '685000000106-1', '685000000106'],
    ['CJ대한통운', '6850-0000-0106-1', '685000000106'],
    ['CJ대한통운', '685000000106 1', '685000000106'],
    ['CJ대한통운', '685000000106 - 02', '685000000106'],
    ['CJ대한통운', '685000000106–1', '685000000106'],
    ['CJ대한통운', '685000000106.1', '685000000106'],
    ['CJ대한통운', '685000000106ㅤ1', '685000000106'],
    ['CJ대한통운', '685000000106 (1/2)', '685000000106'],
    ['CJ대한통운', '685000000106_1', '685000000106'],
    ['CJ대한통운', '1-685000000106', '685000000106'],
    ['대신택배', '9201001103508-2', '9201001103508'],
    ['기타택배', '1234567890-1', '1234567890'],
    ['기타택배', '12345678-1', '12345678'],
    ['천일택배', '1234567890-1', '1234567890'],
    ['우체국택배', '6865109394355-1', '6865109394355'],
    ['CJ대한통운', '685000000106 2/2', '685000000106'],
    ['기타택배', '685000000106①', '685000000106'],
    ['기타택배', '685000000106²', '685000000106'],
    ['기타택배', '②685000000106', '685000000106'],
    ['기타택배', '685000000106⒉', '685000000106'],
    ['기타택배', '685000000106Ⅱ', '685000000106'],
    ['경동택배', '６８５００００００１０６⑵', '685000000106'],
  ])('%s %s is held, and the number without it offered', (courier, text, number) => {
    const checked = parcel(courier, text);
    expect(checked.level).toBe('error');
    expect(checked.job).toBeUndefined();
    expect(offered(checked)).toEqual([number]);
    expect(offeredCouriers(checked)).toEqual([]);
    const fixed = parcel(courier, number);
    expect(sent(fixed)).toBe(number);
  });

  it.each([
    ['CJ대한통운', '68500000010-6'],
    ['CJ대한통운', '6850-0000-0106'],
    ['CJ대한통운', '685000-000106'],
    ['우체국택배', '68651-0939-4355'],
    ['대신택배', '9201-001-103508'],
    ['DHL', '1234 5678 90'],
  ])('%s %s is one number: only together do the groups have its form', (courier, text) => {
    expect(sent(parcel(courier, text))).toBe(text.replaceAll(/\D/gu, ''));
  });

  it('is not one number with its group where its courier’s check digit says no', () => {
    const checked = parcel('CJ대한통운', '68500000010-5');
    expect(codes(checked)).toEqual(['number-suffix']);
    expect(offered(checked)).toEqual([]);
  });

  it('never goes out glued on, whatever the courier, unless only so it has the courier’s form', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...companyList),
        fc.stringMatching(/^[1-9]\d{8,12}$/u),
        fc.constantFrom('-1', '-01', ' 1', ' - 2', ' 12', '.3', '–1', '\u00a01'),
        ({ code, name }, number, suffix) => {
          const glued = (number + suffix).replaceAll(/\D/gu, '');
          const form = trackingFormats.get(code)?.form;
          const isOneNumber = form?.test(glued) === true && !form.test(number);
          const checked = parcel(name, number + suffix);
          if (!isOneNumber) expect(checked.job).toBeUndefined();
          if (!isOneNumber) expect(offeredCouriers(checked)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that is said so offers the number in one click', () => {
    const checked = parcel('경동택배', '123456789012-1');
    const [remark] = checked.remarks;
    expect(remark && remarkText(remark, context.rules)).toEqual({
      title: '송장번호 뒤에 다른 숫자가 붙어 있어요.',
      advice: '‘123456789012-1’의 숫자를 모두 이어 붙이면 다른 번호가 돼요. 맞는 번호를 골라 주세요.',
    });
  });
});

describe('an id with a group beside it', () => {
  const id = '2026112120000017';
  const operations: [string, LineField, CheckContext][] = [
    ['a dispatch', 'productOrderId', context],
    ['a confirm', 'productOrderId', { ...context, operation: 'confirm' }],
    ['a lookup', 'orderId', { ...context, operation: 'lookup' }],
    ['a lookup with a dispatch', 'orderId', { ...context, byOrder: true }],
  ];
  const suffixes = ['-1', '-01', ' - 2', ' 1', '–1', '.1', '-001', ' 12', '(1)', '_1', '-A', '/2', '번', '①', '²', 'Ⅱ'];

  it.each(operations)('is held in %s and offered without it', (_, field, settled) => {
    for (const text of ['2026-1121-2000-0017-1', '2026 1121 2000 0017 001']) {
      expect(offered(checkLine(line(2, { productOrderId: '', [field]: text }), settled), field), text).toEqual([id]);
    }
    for (const suffix of suffixes) {
      const checked = checkLine(line(2, { productOrderId: '', [field]: id + suffix }), settled);
      expect(checked.job, suffix).toBeUndefined();
      expect(offered(checked, field), suffix).toEqual([id]);
    }
  });

  it.each(operations)('of another length than 16 starts unticked in %s', (_, field, settled) => {
    for (const odd of ['12345', '2026112112345', '20261121200000171', '2026112-112345']) {
      const checked = checkLine(line(2, { productOrderId: '', [field]: odd }), settled);
      expect(staysBecause(checked), odd).toBe('needs-tick');
      expect(staysBecause({ ...checked, line: { ...checked.line, chosen: true } }), odd).toBeUndefined();
    }
  });

  it('in groups, or with the commas of money, is the id', () => {
    for (const text of ['20261121-20000017', '2026-1121-2000-0017', '2,026,112,120,000,017']) {
      const checked = checkLine(line(2, { productOrderId: text }), context);
      expect(checked.job?.target, text).toBe(id);
      expect(codes(checked)).toEqual(['number-mended']);
    }
    const two = checkLine(line(2, { productOrderId: '2026112120000017-2026112120000024' }), context);
    expect(codes(two)).toEqual(['several-orders']);
  });
});

describe('what is more likely wrong than right', () => {
  it('starts unticked: ten digits at a courier whose numbers have twelve', () => {
    const ten = cjNumber(123).slice(2);
    expect(codes(parcel('CJ대한통운', ten))).toEqual(['tracking-length-rare']);
    expect(staysBecause(parcel('CJ대한통운', ten))).toBe('needs-tick');
    expect(staysBecause(parcel('CJ대한통운', cj[1]))).toBeUndefined();
  });
});
