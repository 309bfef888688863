import { z } from 'zod';
import { badParameter, success, unreadable } from './answer';
import type { Answer, Moment } from './answer';
import { refuse } from './item-codes';
import type { ItemCode } from './item-codes';
import type { Ledger } from './ledger';
import { dayMs, parseMarketTime, startOfMarketDay } from './market-time';
import { delayReasons } from './product-order';
import type { ForcedCodes } from './repeated-ids';
import type { Switches } from './switches';

const requestSchema = z.object({
  dispatchDueDate: z.string().optional(),
  delayedDispatchReason: z.enum(delayReasons).optional(),
  dispatchDelayedDetailedReason: z.string().min(1).optional(),
});

/**
 * 발송 지연 (resources/docs/markets/naver.md, "Delay"): one product order, named in the path. A second one takes the place
 * of the first.
 */
export function delay(
  ledger: Ledger,
  switches: Switches,
  moment: Moment,
  id: string,
  body: unknown,
  forced: ForcedCodes,
): Answer {
  const request = requestSchema.safeParse(body);
  if (!request.success) return unreadable(moment);
  const { dispatchDueDate, delayedDispatchReason: reason, dispatchDelayedDetailedReason: text } = request.data;
  const until = dispatchDueDate === undefined ? undefined : parseMarketTime(dispatchDueDate);
  if (dispatchDueDate !== undefined && until === undefined) return unreadable(moment);
  if (until === undefined) return badParameter(moment, 'NotNull.dispatchDueDate');
  if (reason === undefined) return badParameter(moment, 'NotNull.delayedDispatchReason');
  if (text === undefined && switches.delayText === 'required') {
    return badParameter(moment, 'NotNull.dispatchDelayedDetailedReason');
  }
  const code = refusalOf(ledger, switches, moment, id, until);
  const force = forced.get(id);
  const order = ledger.order(id);
  if (code === undefined && order !== undefined && (force === undefined || force.applied)) {
    const delayed = { until, reason, ...(text === undefined ? {} : { text }) };
    const due = switches.delayMovesDue ? { shippingDueDate: until } : {};
    ledger.apply({ orders: [{ ...order, ...due, delayed, delays: order.delays + 1 }] });
  }
  if (force !== undefined)
    return answer(moment, [], [{ productOrderId: id, code: force.code, message: force.message }]);
  return code === undefined ? answer(moment, [id], []) : answer(moment, [], [refuse(id, code)]);
}

function answer(moment: Moment, done: string[], failed: { productOrderId: string; code: string; message: string }[]) {
  return success(moment, { successProductOrderIds: done, failProductOrderInfos: failed });
}

function refusalOf(
  ledger: Ledger,
  switches: Switches,
  moment: Moment,
  id: string,
  until: number,
): ItemCode | undefined {
  const order = ledger.order(id);
  if (order === undefined) return '100001';
  if (order.foreign === true) return '101009';
  if (order.status !== 'PAYED') return '104442';
  if (order.claim !== undefined && order.claim.status !== 'CANCEL_REJECT') return '104442';
  if (order.placeOrderStatus !== 'OK') return '104443';
  const latest = startOfMarketDay(moment.now) + (1 + switches.delayDaysAhead) * dayMs;
  return until < moment.now || until >= latest ? '104105' : undefined;
}
