import { errorAnswer, success } from './answer';
import type { Answer, Moment } from './answer';
import { itemMessages, refuse } from './item-codes';
import type { ItemCode } from './item-codes';
import type { Ledger } from './ledger';
import type { Change, ProductOrder } from './product-order';
import type { ForcedCodes } from './repeated-ids';
import type { Switches } from './switches';

const addOnClass = '추가구성상품';

/**
 * 취소 승인 (resources/docs/markets/naver.md, "Claims"): one product order, named in the path, no body. From a request or
 * from a refund that has not come through; any other state is a 400 (#1410).
 */
export function approveCancel(
  ledger: Ledger,
  switches: Switches,
  moment: Moment,
  id: string,
  forced: ForcedCodes,
): Answer {
  const order = ledger.order(id);
  const force = forced.get(id);
  const code = refusalOf(ledger, order);
  if (code === undefined && order !== undefined && (force === undefined || force.applied)) {
    approve(ledger, switches, moment, order);
  }
  const failed = (one: { productOrderId: string; code: string; message: string }): Answer =>
    success(moment, { successProductOrderIds: [], failProductOrderInfos: [one] });
  if (force !== undefined) return failed({ productOrderId: id, code: force.code, message: force.message });
  if (code === undefined) return success(moment, { successProductOrderIds: [id], failProductOrderInfos: [] });
  return code === '104442' ? errorAnswer(moment, 400, code, itemMessages[code]) : failed(refuse(id, code));
}

function refusalOf(ledger: Ledger, order: ProductOrder | undefined): ItemCode | undefined {
  if (order === undefined) return '100001';
  if (order.foreign === true) return '101009';
  if (order.claim?.type !== 'CANCEL' || !['CANCEL_REQUEST', 'CANCELING'].includes(order.claim.status)) return '104442';
  const isAddOnOpen = ({ productClass, claim }: ProductOrder): boolean =>
    productClass === addOnClass && claim?.status === 'CANCEL_REQUEST';
  const isBeforeAddOn = order.productClass !== addOnClass && ledger.ordersOf(order.orderId).some(isAddOnOpen);
  return isBeforeAddOn ? '9999' : undefined;
}

/** Agreed to; the refund comes through at once, or stays under way (a switch). */
function approve(ledger: Ledger, switches: Switches, moment: Moment, order: ProductOrder): void {
  const { claim, productOrderId } = order;
  if (claim === undefined) return;
  const isStuck = switches.refundStays === 'always' || (switches.refundStays === 'first' && order.refunds === 0);
  const refunds = order.refunds + 1;
  const now = isStuck
    ? { ...order, refunds, claim: { ...claim, status: 'CANCELING' as const } }
    : { ...order, refunds, status: 'CANCELED' as const, claim: { ...claim, status: 'CANCEL_DONE' as const } };
  const changes: Change[] = isStuck ? [] : [{ at: moment.now, productOrderId, type: 'CLAIM_COMPLETED' }];
  ledger.apply({ orders: [now], changes });
}
