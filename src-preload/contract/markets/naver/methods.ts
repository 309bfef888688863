import type { DeliveryMethod } from '../../delivery-methods';
import { foldName } from './fold-name';

interface MethodRow {
  code: DeliveryMethod;
  /** As SmartStore's own screens and sheets write it. */
  name: string;
  spellings: readonly string[];
}

/**
 * The eleven delivery methods (resources/docs/markets/naver.md, "Delivery methods"). Four are daily work and shown
 * first (`common`), the rest stand under 더 보기. Spellings come from real sheets (resources/docs/sheets.md,
 * "Bulk-dispatch file"). Checked by methods.test.ts.
 */
const rows: readonly MethodRow[] = [
  {
    code: 'DELIVERY',
    name: '택배,등기,소포',
    spellings: [
      '택배발송 : 택배,등기,소포',
      '택배발송',
      '일반택배',
      '택배배송',
      '택배/등기/소포',
      '택배',
      '등기',
      '소포',
    ],
  },
  {
    code: 'DIRECT_DELIVERY',
    name: '직접전달',
    spellings: ['직접 전달', '직접배송', '직배송', '업체직송', '판매자직접배송'],
  },
  { code: 'VISIT_RECEIPT', name: '방문수령', spellings: ['방문 수령', '직접수령', '매장수령', '방문픽업'] },
  { code: 'QUICK_SVC', name: '퀵서비스', spellings: ['퀵', '퀵 서비스', '퀵배송'] },
  { code: 'GDFW_ISSUE_SVC', name: '굿스플로 송장출력', spellings: ['굿스플로 송장 출력', '굿스플로'] },
  { code: 'NOTHING', name: '배송없음', spellings: ['배송 없음', '배송안함'] },
  { code: 'RETURN_DESIGNATED', name: '지정 반품 택배', spellings: ['지정반품택배'] },
  { code: 'RETURN_DELIVERY', name: '일반 반품 택배', spellings: ['일반반품택배'] },
  { code: 'RETURN_INDIVIDUAL', name: '직접 반송', spellings: ['직접반송'] },
  { code: 'RETURN_MERCHANT', name: '판매자 직접 수거', spellings: ['판매자 직접 수거(장보기 전용)', '판매자직접수거'] },
  { code: 'UNKNOWN', name: '알 수 없음', spellings: ['알수없음'] },
];

/** The methods in the order they are offered. */
export const methodList: readonly { code: DeliveryMethod; name: string; common: boolean }[] = rows.map(
  (row, index) => ({
    code: row.code,
    name: row.name,
    common: index < 4,
  }),
);

const dropped = /[,:]/gu;

const foldMethod = (text: string): string => foldName(text).replace(dropped, '');

const bySpelling = new Map<string, DeliveryMethod>(
  rows.flatMap((row) => [row.code, row.name, ...row.spellings].map((each) => [foldMethod(each), row.code] as const)),
);
const names = new Map(rows.map((row) => [row.code, row.name]));

/** The method a cell names in Korean or by its code; undefined when it names none. */
export function resolveMethod(text: string): DeliveryMethod | undefined {
  return bySpelling.get(foldMethod(text));
}

/** The Korean name of a method. */
export function methodName(code: DeliveryMethod): string {
  return names.get(code) ?? code;
}

/**
 * What a method needs next to the product order. Only a parcel cannot go out without courier and number;
 * Goodsflow prints and knows its own, the others have none (resources/docs/sheets.md, "Bulk-dispatch file").
 */
export function methodNeeds(code: DeliveryMethod): { courier: boolean; trackingNumber: boolean } {
  const parcel = code === 'DELIVERY';
  return { courier: parcel, trackingNumber: parcel };
}

/** Whether a courier and a number are sent along when the seller gave them. */
export function methodTakesShipment(code: DeliveryMethod): boolean {
  return code === 'DELIVERY' || code === 'GDFW_ISSUE_SVC' || code === 'RETURN_DESIGNATED' || code === 'RETURN_DELIVERY';
}
