import { z } from 'zod';
import { badParameter, success, unreadable } from './answer';
import type { Answer, Moment } from './answer';
import { refuse } from './item-codes';
import type { ItemCode, ItemFailure } from './item-codes';
import type { Ledger } from './ledger';
import { repeatedIds } from './repeated-ids';
import type { ForcedCodes } from './repeated-ids';
import type { Switches } from './switches';

const maximumItems = 30;
const requestSchema = z.object({ productOrderIds: z.array(z.string().min(1)).max(maximumItems).optional() });

/**
 * 발주 확인 (resources/docs/markets/naver.md, "Confirm"). Its success list is of its own kind: objects, under
 * `successProductOrderInfos`.
 */
export function confirm(
  ledger: Ledger,
  switches: Switches,
  moment: Moment,
  body: unknown,
  forced: ForcedCodes,
): Answer {
  const request = requestSchema.safeParse(body);
  if (!request.success) return unreadable(moment);
  const ids = request.data.productOrderIds ?? [];
  if (ids.length === 0) return badParameter(moment, 'NotEmpty.productOrderIds');
  const repeated = repeatedIds(ids);
  if (repeated.size > 0 && switches.duplicateId === '400') return unreadable(moment);

  const done: { productOrderId: string; isReceiverAddressChanged: boolean }[] = [];
  const failed: ItemFailure[] = [];
  for (const id of new Set(ids)) {
    const force = forced.get(id);
    const isRepeated = repeated.has(id) && switches.duplicateId === '104131';
    const code = isRepeated ? '104131' : refusalOf(ledger, id);
    if (code === undefined && (force === undefined || force.applied)) markConfirmed(ledger, moment, id);
    const isAgain = code === '105306';
    if (force !== undefined) failed.push({ productOrderId: id, code: force.code, message: force.message });
    else if (isAgain && switches.reConfirm === 'omit') continue;
    else if (code === undefined || (isAgain && switches.reConfirm === 'success')) {
      done.push({ productOrderId: id, isReceiverAddressChanged: ledger.order(id)?.addressChangedAt !== undefined });
    } else failed.push(refuse(id, code));
  }
  return success(moment, { successProductOrderInfos: done, failProductOrderInfos: failed });
}

function refusalOf(ledger: Ledger, id: string): ItemCode | undefined {
  const order = ledger.order(id);
  if (order === undefined) return '100001';
  if (order.foreign === true) return '101009';
  if (order.logisticsDirectContracted === true) return '101011';
  if (order.status !== 'PAYED' || order.gift === 'WAIT_FOR_RECEIVING') return '104442';
  if (order.claim !== undefined && order.claim.status !== 'CANCEL_REJECT') return '104442';
  return order.placeOrderStatus === 'OK' ? '105306' : undefined;
}

/** Confirming leaves no row in the change feed (seen 2026-09-27). */
function markConfirmed(ledger: Ledger, moment: Moment, id: string): void {
  const order = ledger.order(id);
  if (order === undefined) return;
  ledger.apply({
    orders: [{ ...order, placeOrderStatus: 'OK', placeOrderDate: moment.now, confirms: order.confirms + 1 }],
  });
}
