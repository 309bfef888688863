import { z } from 'zod';
import { badParameter, errorAnswer, success, unreadable } from './answer';
import type { Answer, Moment } from './answer';
import { itemMessages } from './item-codes';
import type { Ledger } from './ledger';
import { viewOf } from './naver-view';
import type { Switches } from './switches';

const maximumRead = 300;
const requestSchema = z.object({
  productOrderIds: z.array(z.string().min(1)).max(maximumRead).optional(),
  quantityClaimCompatibility: z.boolean().optional(),
});

/** 상품 주문 상세 내역 조회: what the market knows of up to 300 product orders. Ids it does not know are simply not there. */
export function query(ledger: Pick<Ledger, 'order'>, switches: Switches, moment: Moment, body: unknown): Answer {
  const request = requestSchema.safeParse(body);
  if (!request.success) return unreadable(moment);
  const ids = request.data.productOrderIds ?? [];
  if (ids.length === 0) return badParameter(moment, 'NotEmpty.productOrderIds');
  const found = [...new Set(ids)].flatMap((id) => ledger.order(id) ?? []);
  if (switches.queryForeign === '101009' && found.some((order) => order.foreign === true)) {
    return errorAnswer(moment, 400, '101009', itemMessages['101009']);
  }
  return success(
    moment,
    found
      .filter((order) => order.foreign !== true)
      .map((order) => viewOf(order, { now: moment.now, scanAfterMs: switches.scanAfterMs })),
  );
}

/**
 * 상품 주문 목록 조회 (resources/docs/markets/naver.md, "Product order ids") with its table of 400 and 404, in either published
 * shape.
 */
export function productOrderIds(ledger: Ledger, switches: Switches, moment: Moment, orderId: string): Answer {
  if (!/^\d{1,20}$/.test(orderId)) return badParameter(moment, 'Pattern.orderId');
  const ids = ledger
    .ordersOf(orderId)
    .filter((order) => order.foreign !== true)
    .map((order) => order.productOrderId);
  if (ids.length === 0 && switches.unknownOrder !== 'empty') {
    return errorAnswer(moment, switches.unknownOrder === '404' ? 404 : 400, '100003', itemMessages['100003']);
  }
  return success(moment, switches.idsShape === 'array' ? ids : { productOrderIds: ids });
}
