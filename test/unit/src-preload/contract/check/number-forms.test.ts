import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { fixesOf } from '../../../../../src-preload/contract/check/fixes';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import type { CheckedLine } from '../../../../../src-preload/contract/line';
import type { LineField } from '../../../../../src-preload/contract/line-fields';
import { companyList } from '../../../../../src-preload/contract/markets/naver/companies';
import { trackingFormats } from '../../../../../src-preload/contract/markets/naver/tracking-formats';
import { remarkText } from '../../../../../src-preload/contract/text/remarks.ko';
import { cj, cjNumber, codes, context, line } from './made-up-lines';

const couriers = companyList.map(({ name }) => name);
const withoutForm = companyList.filter(({ code }) => !trackingFormats.has(code)).map(({ name }) => name);

const parcel = (courier: string, trackingNumber: string): CheckedLine =>
  checkLine(line(2, { courier, trackingNumber }), context);
const sent = ({ job }: CheckedLine): string | undefined =>
  job?.values.kind === 'dispatch' ? job.values.dispatch.trackingNumber : undefined;
const offered = (checked: CheckedLine, field: LineField = 'trackingNumber'): string[] =>
  checked.remarks
    .flatMap((remark) => fixesOf(remark, checked, context.rules))
    .flatMap((fix) => (fix.do === 'set' && fix.field === field ? [fix.value] : []));
const offeredCouriers = (checked: CheckedLine): string[] => offered(checked, 'courier');

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

describe('a number with what is left of a file put together by hand', () => {
  it.each([
    '"685000000106"',
    '="685000000106"',
    "'685000000106'",
    '685000000106,',
    '685000000106;',
    '“6850-0000-0106”',
  ])('%s is the number, and said', (text) => {
    const checked = parcel('CJ대한통운', text);
    expect(sent(checked)).toBe('685000000106');
    expect(codes(checked)).toEqual(['number-mended']);
  });

  it('is the id alike, and no comma is taken off that parts two', () => {
    for (const text of ['"2026112120000017"', '="2026112120000017"', '2026112120000017,']) {
      expect(checkLine(line(2, { productOrderId: text }), context).job?.target, text).toBe('2026112120000017');
    }
    expect(codes(parcel('CJ대한통운', '685000000106,685000000176'))).toEqual(['tracking-several']);
    expect(parcel('CJ대한통운', '"685000000106-1"').job).toBeUndefined();
  });

  it('an exponent stays one, however a program writes it', () => {
    for (const text of ['2.02611E+15', '2,02611E+15', '2.02611 E+15']) {
      expect(codes(checkLine(line(2, { productOrderId: text }), context)), text).toContain('digits-exponent');
    }
  });
});

describe('labels, telephone numbers and days', () => {
  it.each([
    ['No.12345678', ['12345678']],
    ['NO.1234567890', ['1234567890']],
    ['NO12345678', ['12345678']],
    ['송장12345678', ['12345678']],
    ['송장번호: 6850-0000-0106', ['685000000106']],
    ['CJ685000000106', ['685000000106']],
    ['SN-12345678', ['12345678']],
    ['No_685000000106-1', ['685000000106']],
    ['TEL02-123-4567', []],
    ['TEL0212345678', ['0212345678']],
    ['Tel. 010-1234-5678', []],
    ['RM101-20261121', []],
    ['ROOM1012026112', ['1012026112']],
    ['2026-11-21', []],
    ['2026.11.21 14:30', []],
    ['26-11-21', []],
    ['26. 11. 21.', []],
    ['11-21-2026', []],
    ['1200.50', []],
    ['1,200,000', []],
    ['2026년 11월 21일', []],
    ['P123456789012', []],
    ['900101-1234567', []],
    ['문앞 010 1234 5678', []],
  ])('%s is no number at any courier', (text, numbers) => {
    for (const courier of couriers) {
      const checked = parcel(courier, text);
      expect(checked.job, courier).toBeUndefined();
      expect(codes(checked), courier).toContain('tracking-words');
      expect(offered(checked), courier).toEqual(numbers);
    }
  });

  it.each([
    '010-1234-5678',
    '01012345678',
    '02-123-4567',
    '(031) 123-4567',
    '0505-123-4567',
    '1588-1234',
    '+82 10 1234 5678',
    '010 12345678',
    '010-12345678',
    '+821012345678',
    '00821012345678',
    '07012345678',
    '050712345678',
    '20261121103000',
    '000000000000',
    '111111111111',
    '123456789012',
    '1234567890',
  ])('%s waits for a tick where the courier’s form does not prove it, and suggests no other courier', (text) => {
    for (const courier of withoutForm) {
      const checked = parcel(courier, text);
      expect(codes(checked), courier).toEqual(expect.arrayContaining(['tracking-doubtful']));
      expect(staysBecause(checked), courier).toBe('needs-tick');
    }
    for (const courier of couriers) {
      const checked = parcel(courier, text);
      if (codes(checked).includes('tracking-doubtful')) expect(offeredCouriers(checked), courier).toEqual([]);
      expect(staysBecause(checked), courier).toBeDefined();
    }
  });

  it('a number that begins like a telephone and passes its courier’s check digit is a number', () => {
    expect(sent(parcel('로젠택배', '01012345670'))).toBe('01012345670');
    expect(codes(parcel('로젠택배', '01012345670'))).toEqual([]);
    expect(staysBecause(parcel('로젠택배', '01012345678'))).toBe('needs-tick');
    // Elsewhere it stays a telephone number, though 로젠's rule would fit it.
    expect(offeredCouriers(parcel('CJ대한통운', '01012345670'))).toEqual([]);
  });

  it('zeros, which pass every check digit, wait for a tick all the same', () => {
    for (const courier of couriers) expect(staysBecause(parcel(courier, '000000000000')), courier).toBeDefined();
  });

  it.each(['685000000106A', '685000000106b', '68500010AB'])(
    '%s, of which the letters may count boxes, waits for a tick where no form is known',
    (text) => {
      for (const courier of withoutForm) {
        const checked = parcel(courier, text);
        expect(codes(checked), courier).toContain('tracking-doubtful');
        expect(staysBecause(checked), courier).toBe('needs-tick');
      }
    },
  );

  it('names what stands in the place of a number', () => {
    const titles = ['20261121103000', '000000000000', '685000000106A', '07012345678'].map((text) => {
      const remark = parcel('기타택배', text).remarks.find(({ code }) => code === 'tracking-doubtful');
      return remark && remarkText(remark, context.rules).title;
    });
    expect(titles).toEqual([
      '송장번호 칸에 날짜가 적혀 있는 것 같아요.',
      '송장번호 칸에 시험 삼아 넣은 번호가 적혀 있는 것 같아요.',
      '송장번호 칸에 끝에 글자가 붙은 번호가 적혀 있는 것 같아요.',
      '송장번호 칸에 전화번호가 적혀 있는 것 같아요.',
    ]);
    const [remark] = parcel('기타택배', 'P123456789012').remarks;
    expect(remark && remarkText(remark, context.rules).title).toBe('송장번호 칸에 개인통관고유부호가 적혀 있어요.');
  });

  it('eight digits that are a day are doubted where the courier has no numbers of eight digits', () => {
    expect(staysBecause(parcel('기타택배', '20261121'))).toBe('needs-tick');
    expect(codes(parcel('일양로지스', '20261121'))).toEqual([]);
    expect(sent(parcel('일양로지스', "'20261121"))).toBe('20261121');
    expect(codes(parcel('기타택배', '20261321'))).toEqual([]);
  });

  it.each(['1', '1234', '12-34', '12345', '№ 1234', 'A1234'])('%s is too short at every courier', (text) => {
    for (const courier of couriers) expect(parcel(courier, text).level, courier).toBe('error');
  });

  it.each([
    ['EMS', 'EE123456785KR'],
    ['EMS', 'ee 123 456 785 kr'],
    ['DHL', 'JD014600006281230704'],
    ['UPS', '1Z999AA10123456784'],
    ['UPS', '1Z 999 AA1 01 2345 6784'],
    ['기타택배', 'LP00123456789012'],
    ['기타택배', 'SF1234567890123'],
    ['기타택배', 'TBA123456789012'],
  ])('%s %s keeps its letters', (courier, text) => {
    const checked = parcel(courier, text);
    expect(sent(checked)).toBe(text.replaceAll(' ', '').toUpperCase());
    expect(checked.level).toBe('ok');
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
