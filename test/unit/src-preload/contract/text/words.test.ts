import { describe, expect, it } from 'vitest';
import type { Fix } from '../../../../../src-preload/contract/check/fixes';
import {
  makeRemark,
  remarkLevelsByCode,
  isRemarkCode,
  tickGroups,
} from '../../../../../src-preload/contract/check/remark-codes';
import { fileNoteCodes } from '../../../../../src-preload/contract/file-notes';
import { brightmallCodeWords, brightmallOwnWords } from '../../../../../src-preload/contract/text/brightmall-codes.ko';
import { codeWords, ownCodeWords } from '../../../../../src-preload/contract/text/codes.ko';
import { confirmCodeWords } from '../../../../../src-preload/contract/text/confirm-codes.ko';
import { fileNotes } from '../../../../../src-preload/contract/text/ko/file-notes';
import { naverCodeWords } from '../../../../../src-preload/contract/text/naver-codes.ko';
import { subject, toward } from '../../../../../src-preload/contract/text/particles.ko';
import { fixText, remarkText } from '../../../../../src-preload/contract/text/remarks.ko';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

const { naver } = marketRules;

/** resources/docs/domain.md, "How the seller is spoken to". */
function expectTone(sentence: string): void {
  expect(sentence).not.toMatch(/[!！]/u);
  expect(sentence).not.toMatch(/승인|판매자님|죄송|운송장|전송 중|배송완료|undefined|NaN|\{|\(으\)/u);
  expect(sentence.replace(/발주 확인|재고 확인/gu, '')).not.toContain('확인');
  expect(sentence.replace(/취소 요청|구매자가 취소/gu, '').replace(/취소를 요청/gu, '')).not.toContain('취소');
  expect(sentence).toMatch(/(?:요|세요)\.$/u);
}

const remarks = Object.keys(remarkLevelsByCode)
  .filter(isRemarkCode)
  .map((code) =>
    makeRemark(code, 'trackingNumber', {
      value: '보기',
      courier: 'CJGLS',
      candidates: 'HANJIN,HYUNDAI',
      rows: '2,3',
      row: '2',
      numbers: '577417824035,575029149521',
      count: '2',
      length: '11',
      limit: '500',
      method: 'QUICK_SVC',
      how: 'separators',
      why: 'post',
      same: '87',
      total: '100',
      failed: '30',
      right: '200',
      number: '577417824035',
    }),
  );

describe('the words of remarks', () => {
  it.each(remarks.map((remark) => [remark.code, remark] as const))('%s are said in our tone', (_, remark) => {
    const { title, advice } = remarkText(remark, naver);
    expectTone(title);
    if (remark.level === 'error') expect(advice).toBeDefined();
    if (advice !== undefined) expectTone(advice);
  });

  it('name the couriers whose rule fits', () => {
    const remark = makeRemark('other-courier', 'courier', { courier: 'CJGLS', candidates: 'HANJIN,HYUNDAI' });
    expect(remarkText(remark, naver).title).toBe('CJ대한통운 송장번호가 아닌 것 같아요.');
    expect(remarkText(remark, naver).advice).toContain('한진택배·롯데택배 규칙과는 맞아요.');
  });

  it('say when and for whom a number was used before', () => {
    const detail = { day: '2026-11-20', tail: '0001', recipient: '김○○', others: '0', is: 'done' };
    const title = (more: Record<string, string>) =>
      remarkText(makeRemark('used-before', 'trackingNumber', { ...detail, ...more }), naver).title;
    expect(title({})).toBe('11월 20일에 다른 주문(…0001 김○○)에 등록한 번호예요.');
    expect(title({ recipient: '', others: '2' })).toBe('11월 20일에 다른 주문(…0001 외 2건)에 등록한 번호예요.');
    expect(title({ day: '2026-03-02', is: 'waiting' })).toBe(
      '3월 2일에 다른 주문(…0001 김○○)으로 대기 목록에 넣은 번호예요.',
    );
    expect(title({ is: 'refused' })).toBe('11월 20일에 다른 주문(…0001 김○○)에 등록하려던 번호예요.');
  });

  it('hold back exactly the warnings that wait for a tick', () => {
    expect(
      remarks
        .filter((remark) => remark.needsTick)
        .map((remark) => remark.code)
        .toSorted(),
    ).toEqual([...tickGroups].toSorted());
    for (const code of tickGroups) expect(remarkLevelsByCode[code]).toBe('warning');
  });

  it('put a verb that ends in -기 on every button', () => {
    const fixes: Fix[] = [
      { do: 'set', field: 'courier', value: '한진택배', label: '한진택배' },
      { do: 'set', field: 'trackingNumber', value: '577417824035', label: '577417824035' },
      { do: 'set', field: 'memo', value: '', label: '500' },
      { do: 'pick-courier' },
      { do: 'edit', field: 'memo' },
      { do: 'exclude' },
      { do: 'keep' },
      { do: 'represent' },
      { do: 'choose-column', field: 'trackingNumber' },
      { do: 'courier-for-file' },
    ];
    for (const fix of fixes) expect(fixText(fix)).toMatch(/기$/u);
    expect(fixes.map(fixText)).toContain('한진택배로 바꾸기');
    expect(toward('직접전달')).toBe('직접전달로');
    expect(toward('방문수령')).toBe('방문수령으로');
    expect(['08:10', '33', '17:21', '9'].map(toward)).toEqual(['08:10으로', '33으로', '17:21로', '9로']);
    expect(['DHL', ''].map(toward)).toEqual(['DHL로', '로']);
    expect(['1.4.0', '1.4.2', '로젠', '우체국 택배', 'DHL', ''].map(subject)).toEqual([
      '1.4.0이',
      '1.4.2가',
      '로젠이',
      '우체국 택배가',
      'DHL가',
      '가',
    ]);
  });
});

describe('the words of what a reader notes', () => {
  it.each(fileNoteCodes)('%s is said in our tone, with its facts', (code) => {
    const sentence = fileNotes[code]({ code, sheet: '오후', count: 1234, reason: 'too-many-rows', detail: 'x.csv' });
    expectTone(sentence);
    expect(sentence).toMatch(code === 'unusual-file' ? /방식/u : /오후|1,234|‘x\.csv’/u);
  });

  it('a sheet that was left out for a reason without words of its own is told all the same', () => {
    expectTone(fileNotes['sheet-left-out']({ code: 'sheet-left-out', sheet: '오후', reason: 'damaged' }));
  });
});

describe('the words of codes', () => {
  it.each(Object.entries({ ...naverCodeWords, ...ownCodeWords, ...brightmallCodeWords }))(
    '%s are said in our tone, with advice',
    (_, words) => {
      expectTone(words.title);
      expectTone(words.advice);
    },
  );

  it.each(Object.entries(brightmallOwnWords))(
    '%s are said in our tone for BrightMall, and name no other market',
    (_, words) => {
      expectTone(words.title);
      expectTone(words.advice);
      expect(`${words.title}${words.advice}`).not.toMatch(/네이버|스마트스토어|발송/u);
    },
  );

  it.each(['ECONNREFUSED', 'UND_ERR_SOCKET', 'WHOLE_TIMEOUT', 'ENOTFOUND'])(
    '%s say that the line was cut, not that the market gave no reason',
    (code) => {
      expect(codeWords(code, undefined, 'naver').title).toBe('연결이 끊겨서 답을 받지 못했어요.');
    },
  );

  it("are the market's own for a code no one listed", () => {
    expect(codeWords('777777', '알 수 없는 상태', 'naver').title).toBe('쇼핑몰의 답: 알 수 없는 상태');
    expect(codeWords('777777', undefined, 'naver').title).toBe('네이버가 이유를 알려 주지 않았어요.');
    expect(codeWords('777777', '', 'brightmall').title).toBe('BrightMall이 이유를 알려 주지 않았어요.');
    expect(codeWords('104443', undefined, 'naver').title).toBe('발주 확인이 필요하다고 네이버가 답했어요.');
  });
});

describe('the words of a confirm', () => {
  /** What the market says of values and days that only a shipment has, and what only a dispatch can be held or done for. */
  const ofShipmentsOnly =
    /^(?:1041(?:05|1[6-9]|2[0-2])$|address-|box-|already-dispatched|cancel-|hope-date|parcel-|pick-up|partly-|several-)/u;
  const others =
    /^(?:already-delayed|already-refunded|delay-|refund|by-file|conflict|declined|gift-|after-main-|lookup-|not-confirmed|not-read|not-registered|offline|settled-|undone|wrong-)/u;
  const codes = [...Object.keys(naverCodeWords), ...Object.keys(ownCodeWords)].filter(
    (code) => !ofShipmentsOnly.test(code) && !others.test(code),
  );

  it.each(codes)('%s: never speak of 발송', (code) => {
    const { title, advice } = confirmCodeWords(code, undefined, 'naver');
    expect(`${title} ${advice}`).not.toMatch(/발송|송장/u);
    expectTone(title);
    expectTone(advice);
  });

  it('are those of the code where nothing in them is about a shipment', () => {
    expect(confirmCodeWords('101009', undefined, 'naver')).toEqual(codeWords('101009', undefined, 'naver'));
  });
});
