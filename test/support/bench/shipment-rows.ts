const headers = [
  '상품주문번호',
  '주문번호',
  '배송방법',
  '택배사',
  '송장번호',
  '발송일',
  '판매채널',
  '구매자명',
  '수취인명',
  '주문상태',
  '결제일',
  '상품번호',
  '상품명',
  '옵션정보',
  '수량',
  '상품가격',
  '수취인연락처1',
  '통합배송지',
  '우편번호',
  '배송메세지',
];

/**
 * A sheet of 20 columns as a shop exports it, header first; all persons and parcels are invented. `from` sets the lines
 * apart from those of another sheet.
 */
export function shipmentRows(count: number, from = 0): string[][] {
  const rows: string[][] = [headers];
  for (let index = from; index < from + count; index += 1) {
    const serial = 400_000_000 + index;
    // CJ: digits 3 to 11 modulo 7 give the last one.
    const tracking = `68${serial}${serial % 7}`;
    rows.push([
      String(2026112100000000 + index * 7),
      String(2026112050000000 + index * 7),
      '택배,등기,소포',
      'CJ대한통운',
      tracking,
      '',
      '스마트스토어',
      `시험구매${index % 977}`,
      `시험수취${index}`,
      '발송대기',
      `2026-11-2${index % 2}`,
      String(10_000_000 + (index % 313)),
      `시험 상품 ${index % 313}번`,
      `색상: ${index % 7}번`,
      String(1 + (index % 3)),
      String(1000 * (1 + (index % 50))),
      `0503-${String(1000 + (index % 9000))}-${String(1000 + (index % 8999))}`,
      `시험시 견본구 가상로 ${index}, ${index % 40}동 ${index % 20}호`,
      String(10_000 + (index % 50_000)),
      index % 5 === 0 ? '문 앞에 놓아 주세요' : '',
    ]);
  }
  return rows;
}
