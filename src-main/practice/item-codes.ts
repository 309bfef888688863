/**
 * The shared code table of the order documents, with those of the later schema (resources/docs/markets/naver.md, "Codes"),
 * written down apart from the client's; test/unit/support/tables/check-tables.test.ts holds one against the other.
 */
export const itemMessages = {
  '4000': '잘못된 요청 파라미터',
  '9999': '주문상태 및 클레임상태를 확인하세요',
  '100001': '상품 주문을 찾을 수 없음',
  '100003': '주문을 찾을 수 없음',
  '101009': '처리 권한이 없는 상품 주문 번호를 요청',
  '101011': '직계약 상품은 물류사만 발주확인 가능',
  '104105': '발송 기한 입력 범위 초과',
  '104116': '배송 방법 변경 필요(배송 없음 주문)',
  '104117': '배송 방법 변경 필요',
  '104118': '택배사 미입력',
  '104119': '택배사 코드 확인',
  '104120': '송장 번호 미입력',
  '104121': '배송 송장 오류(기사용 송장)',
  '104122': '배송 송장 오류(유효하지 않은 송장)',
  '104131': '상품 주문 번호 중복',
  '104133': '잘못된 요청',
  '104138': '배송 희망일 변경 실패',
  '104139': '조회 가능한 날짜 범위를 초과',
  '104417': '교환 상태 확인 필요(재배송 처리 불가능 주문 상태)',
  '104441': '희망일배송 상품 또는 N희망일배송 상품이 아님',
  '104442': '상품 주문 상태 확인 필요',
  '104443': '발주 상태 확인 필요',
  '104444': '배송 희망일 날짜가 유효하지 않음',
  '104445': '배송 희망일 변경 가능 날짜 초과',
  '104446': '배송 희망일이 기존과 동일',
  '104449': '배송 희망일 변경 가능 기간이 아님',
  '104450': 'N희망일배송 상품은 배송 희망 시간, 지역 입력 불가',
  '105306': '변경을 요청한 상태가 기존과 동일',
  '105308': '직계약 상품은 물류사만 발송처리 가능',
} as const;

export type ItemCode = keyof typeof itemMessages;

/** One row of `failProductOrderInfos`. */
export interface ItemFailure {
  productOrderId: string;
  code: string;
  message: string;
}

/** The document's words for a code; what it does not list is reported as itself. */
export function messageOf(code: string): string {
  return new Map<string, string>(Object.entries(itemMessages)).get(code) ?? `오류 코드 ${code}`;
}

/** A refusal of one product order. */
export function refuse(productOrderId: string, code: ItemCode): ItemFailure {
  return { productOrderId, code, message: itemMessages[code] };
}
