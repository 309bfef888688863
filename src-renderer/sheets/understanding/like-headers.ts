import type { LineField } from '../../../src-preload/contract/line-fields';
import { neverTaken } from './header-words';

/** What a header says around one of our words when the column is about another parcel, or about a wish. */
const otherParcel =
  /^(?:원|구|반|옛)(?=운?송장|상품주문|택배)|이전|기존|과거|예전|종전|(?:변경|수정|교체|재발행|재출력)전|취소|반품|반송|회수|수거|교환|환불|희망|요청|선호|예약|접수번호|^old|^prev|return|cancel/u;

/** Whether a folded header names a column that is never taken by itself: one of the list, or one of its kind. */
export function isNeverTaken(folded: string): boolean {
  return neverTaken.has(folded) || otherParcel.test(folded);
}

/**
 * Parts of a header that name a field in other words than ours: CJ 송장번호, 변경 후 송장번호, 2박스 송장, 실제 택배사. Such a
 * column is not taken for its name; one that says something else than the taken one is asked about.
 */
const parts: Partial<Record<LineField, RegExp>> = {
  productOrderId: /상품주문(?:번호|no)/u,
  trackingNumber: /송장|등기번호|tracking|waybill/u,
  courier: /택배사|택배회사|배송사|배송업체|배송회사|운송사|운송회사|운송업체|물류사|carrier|courier/u,
};

/** A longer header is a sentence, which may speak of anything. */
const longestHeader = 24;

/** Whether a folded header means a field in words of its own. */
export function resembles(folded: string, field: LineField): boolean {
  return folded.length <= longestHeader && parts[field]?.test(folded) === true && !isNeverTaken(folded);
}
