import type { DeliveryMethod } from '../../delivery-methods';
import type { DispatchValues } from '../../job';
import { companyName } from './companies';
import { methodName } from './methods';

/**
 * SmartStore's own 엑셀 일괄발송 file (resources/docs/sheets.md, "Bulk-dispatch file"): the sheet's name and its four
 * headers, as it wants them.
 */
export const bulkSheet = '발송처리';
export const bulkHeader: readonly string[] = ['상품주문번호', '배송방법', '택배사', '송장번호'];

/** The methods that file has a word for. */
const bulkMethods: readonly DeliveryMethod[] = ['DELIVERY', 'QUICK_SVC', 'VISIT_RECEIPT', 'DIRECT_DELIVERY'];

/** One row of the file; undefined for what it has no word for, which must not be guessed. */
export function bulkRow(productOrderId: string, values: DispatchValues): string[] | undefined {
  const { deliveryMethod, deliveryCompanyCode, trackingNumber } = values;
  if (!bulkMethods.includes(deliveryMethod)) return undefined;
  if (deliveryMethod !== 'DELIVERY') return [productOrderId, methodName(deliveryMethod), '', ''];
  const courier = deliveryCompanyCode === undefined ? undefined : companyName(deliveryCompanyCode);
  if (courier === undefined || trackingNumber === undefined) return undefined;
  return [productOrderId, methodName(deliveryMethod), courier, trackingNumber];
}
