import { z } from 'zod';
import { badParameter, errorAnswer, success } from './answer';
import type { Answer, Moment } from './answer';
import { itemMessages } from './item-codes';
import type { Ledger } from './ledger';
import { dayMs, parseMarketTime } from './market-time';
import { viewOf } from './naver-view';
import type { Switches } from './switches';
import { claimStatuses, placeOrderStatuses, productOrderStatuses } from './product-order';
import type { ProductOrder } from './product-order';

const parametersSchema = z.object({
  from: z.string(),
  to: z.string().optional(),
  rangeType: z
    .enum([
      'PAYED_DATETIME',
      'ORDERED_DATETIME',
      'DISPATCHED_DATETIME',
      'PURCHASE_DECIDED_DATETIME',
      'CLAIM_REQUESTED_DATETIME',
      'CLAIM_COMPLETED_DATETIME',
      'COLLECT_COMPLETED_DATETIME',
      'GIFT_RECEIVED_DATETIME',
      'HOPE_DELIVERY_INFO_CHANGED_DATETIME',
    ])
    .default('PAYED_DATETIME'),
  productOrderStatuses: z.array(z.enum(productOrderStatuses)),
  claimStatuses: z.array(z.enum(claimStatuses)),
  placeOrderStatusType: z.enum(placeOrderStatuses).optional(),
  fulfillment: z.enum(['true', 'false']).optional(),
  pageSize: z.coerce.number().int().min(1).max(300).default(300),
  page: z.coerce.number().int().min(1).default(1),
});
type RangeType = z.infer<typeof parametersSchema>['rangeType'];

/** 조건형 상품 주문 상세 내역 조회: pages of product orders by a moment of their life, wrapped unlike /query. */
export function listByCondition(
  ledger: Ledger,
  switches: Pick<Switches, 'scanAfterMs'>,
  moment: Moment,
  given: URLSearchParams,
): Answer {
  const parameters = parametersSchema.safeParse({
    ...Object.fromEntries(given),
    productOrderStatuses: listOf(given, 'productOrderStatuses'),
    claimStatuses: listOf(given, 'claimStatuses'),
  });
  if (!parameters.success) return badParameter(moment, `TypeMismatch.${String(parameters.error.issues[0]?.path[0])}`);
  const wanted = parameters.data;
  const from = parseMarketTime(wanted.from);
  const to = wanted.to === undefined ? (from ?? 0) + dayMs : parseMarketTime(wanted.to);
  if (from === undefined || to === undefined) return badParameter(moment, 'TypeMismatch.from');
  if (to - from > dayMs || to < from) return errorAnswer(moment, 400, '104139', itemMessages['104139']);

  const rows = ledger
    .orders()
    .map((order) => ({ order, at: momentOf(order, wanted.rangeType) }))
    .filter(({ order, at }) => order.foreign !== true && at !== undefined && at >= from && at <= to)
    .filter(
      ({ order }) => wanted.productOrderStatuses.length === 0 || wanted.productOrderStatuses.includes(order.status),
    )
    .filter(({ order }) => {
      const status = order.claim?.status;
      return wanted.claimStatuses.length === 0 || (status !== undefined && wanted.claimStatuses.includes(status));
    })
    .filter(({ order }) => [undefined, order.placeOrderStatus].includes(wanted.placeOrderStatusType))
    .filter(({ order }) => [undefined, String(order.logisticsDirectContracted === true)].includes(wanted.fulfillment))
    .toSorted((one, other) => (one.order.productOrderId < other.order.productOrderId ? -1 : 1));
  const start = (wanted.page - 1) * wanted.pageSize;
  const shown = rows.slice(start, start + wanted.pageSize);
  return success(moment, {
    contents: shown.map(({ order }) => ({
      productOrderId: order.productOrderId,
      content: viewOf(order, { now: moment.now, scanAfterMs: switches.scanAfterMs }),
    })),
    pagination: { page: wanted.page, size: shown.length, hasNext: start + shown.length < rows.length },
  });
}

function momentOf(order: ProductOrder, rangeType: RangeType): number | undefined {
  if (rangeType === 'PAYED_DATETIME' || rangeType === 'ORDERED_DATETIME') return order.paymentDate;
  if (rangeType === 'DISPATCHED_DATETIME') return order.dispatches.at(-1)?.at;
  if (rangeType === 'CLAIM_REQUESTED_DATETIME') return order.claim?.requestedAt;
  // The practice market's orders do not live long enough to have the others.
  return undefined;
}

/** Lists come as repeated parameters or with commas; both are read by the market's framework. */
function listOf(given: URLSearchParams, name: string): string[] {
  return given.getAll(name).flatMap((value) => value.split(',').map((part) => part.trim()));
}
