import { describe, expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import { remarkText } from '../../../../../src-preload/contract/text/remarks.ko';
import { codes, context, line } from './made-up-lines';
import { couriers, offered, offeredCouriers, parcel, sent, withoutForm } from './number-cells';

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

  it('two numbers with nothing between them are two, and one twice is offered once', () => {
    for (const courier of ['CJ대한통운', '기타택배']) {
      const two = parcel(courier, '685000000106685000000456');
      expect(codes(two)).toEqual(['tracking-several']);
      expect(offered(two)).toEqual(['685000000106', '685000000456']);
      const twice = parcel(courier, '685000000106685000000106');
      expect([codes(twice), offered(twice)]).toEqual([['tracking-words'], ['685000000106']]);
      expect(offered(parcel(courier, '685000000106685000000457'))).toEqual([]);
    }
    expect(sent(parcel('기타택배', '9400111899223197428490'))).toBe('9400111899223197428490');
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
