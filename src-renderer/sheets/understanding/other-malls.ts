import { foldHeader } from './header-words';

/**
 * Names of malls whose rows are not ours to send, folded (resources/docs/sheets.md, "Other malls"). Whole names: 토스트하우스 and 무신사랑 are stores of their own.
 * Order managers write them with an account behind (쿠팡(abc), 11번가_abc) or in brackets before it ([쿠팡] abc).
 */
const names: ReadonlySet<string> = new Set(
  `
    쿠팡 coupang 쿠팡윙 쿠팡wing 쿠팡로켓 쿠팡로켓그로스 쿠팡판매자배송 쿠팡마켓플레이스 로켓 로켓배송 로켓그로스 지마켓 g마켓 gmarket 옥션 auction esm esmplus
    11번가 십일번가 11st 11street 위메프 wemakeprice 티몬 tmon 인터파크 interpark 롯데온 롯데on lotteon 롯데닷컴 롯데홈쇼핑 롯데아이몰 ssg ssg닷컴
    ssg.com ssgcom 쓱닷컴 신세계몰 신세계tv쇼핑 이마트몰 카페24 cafe24 자사몰 고도몰 메이크샵 아임웹 토스 토스쇼핑 toss 오늘의집 에이블리 ably 지그재그 zigzag
    브랜디 무신사 musinsa 무신사스토어 29cm w컨셉 wconcept 카카오 카카오쇼핑 카카오톡 카카오톡선물하기 카카오선물하기 카카오톡스토어 카카오톡쇼핑하기 카카오스타일 카카오메이커스
    톡스토어 올웨이즈 알리 알리익스프레스 테무 temu 쉬인 gs샵 gsshop gs홈쇼핑 cj온스타일 cj몰 현대몰 hmall 현대홈쇼핑 ns몰 ns홈쇼핑 홈앤쇼핑 공영쇼핑 k쇼핑 컬리
    마켓컬리 올리브영 아이디어스 idus 텐바이텐
  `
    .trim()
    .split(/\s+/u),
);

/** Words for the markets this program sends to: with one of them a row is ours, whatever else its mall is called. */
const own = /스마트스토어|네이버|naver|smartstore|스토어팜|storefarm|브라이트몰|brightmall/u;

const bracketed = /^[([{<【「](.+?)[)\]}>】」]/u;
const account = /[([{<【「_/:|·,-].*$/u;

/** Whether a cell of a mall's column names a mall whose rows this program does not send. */
export function isOtherMall(text: string): boolean {
  const folded = foldHeader(text);
  if (folded === '' || own.test(folded)) return false;
  const name = bracketed.exec(folded)?.[1] ?? folded;
  return names.has(name) || names.has(name.replace(account, ''));
}
