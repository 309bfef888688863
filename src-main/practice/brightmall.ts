import { z } from 'zod';
import type { Answer, Moment } from './answer';
import type { Ledger } from './ledger';
import type { StockItem } from './product-order';
import type { ForcedCodes } from './repeated-ids';
import type { Switches } from './switches';

const supplyPriceSchema = z.object({
  unit_price: z.number().nonnegative(),
  quantity: z.number().int().positive(),
  total_amount: z.number().nonnegative(),
});

const confirmationSchema = z
  .object({
    ord_prd_no: z.string().min(1),
    stock_available: z.boolean(),
    unavailable_reason: z.enum(['out_of_stock', 'reserved', 'damaged', 'discontinued', 'other']).optional(),
    memo: z.string().max(500).optional(),
    supply_price: supplyPriceSchema.optional(),
  })
  .refine((one) => one.stock_available || one.unavailable_reason !== undefined, {
    path: ['unavailable_reason'],
    message: 'required when stock_available is false',
  });

const requestSchema = z.object({ confirmations: z.array(confirmationSchema).min(1).max(100) });
type Confirmation = z.infer<typeof confirmationSchema>;

/**
 * 재고 확인 (resources/docs/markets/brightmall.md, "Inventory confirm"): may be repeated, and a later answer replaces the
 * earlier one.
 */
export function confirmInventory(
  ledger: Ledger,
  switches: Switches,
  moment: Moment,
  body: unknown,
  forced: ForcedCodes,
): Answer {
  const request = requestSchema.safeParse(body);
  if (!request.success) {
    const issue = request.error.issues[0];
    const where = issue === undefined ? 'body' : `${issue.path.join('.')}: ${issue.message}`;
    return brightmallError(switches, moment, 400, 'VALIDATION_ERROR', where);
  }
  const results = request.data.confirmations.map((one) => {
    const force = forced.get(one.ord_prd_no);
    const item =
      ledger.item(one.ord_prd_no) ?? (switches.brightmallUnknownItem === 'accept' ? unheardOf(one) : undefined);
    const isOpen = item !== undefined && (item.status === 'pending' || item.status === 'preparing');
    if (isOpen && (force === undefined || force.applied)) record(ledger, moment, item, one);
    if (force !== undefined) return failure(one, force.message);
    if (item === undefined) return failure(one, 'Order item not found');
    if (!isOpen) return failure(one, `Item is already ${item.status}`);
    return {
      ord_prd_no: one.ord_prd_no,
      success: true,
      stock_available: one.stock_available,
      new_status: one.stock_available ? 'preparing' : 'pending',
      ...(one.supply_price === undefined ? {} : { supply_price_recorded: true }),
      message: one.stock_available
        ? `Inventory confirmed${one.supply_price === undefined ? '' : ' and supply price recorded'}`
        : `Item marked as unavailable: ${one.unavailable_reason}`,
    };
  });
  const taken = results.filter((result) => result.success);
  return brightmallSuccess(switches, moment, {
    success_count: taken.length,
    failure_count: results.length - taken.length,
    available_count: taken.filter((result) => result.stock_available).length,
    unavailable_count: taken.filter((result) => !result.stock_available).length,
    results,
  });
}

/** GET /vendor-api/health. */
export function health(switches: Switches, moment: Moment): Answer {
  return brightmallSuccess(switches, moment, { status: 'ok' });
}

/** Flat as the endpoint pages show it, or in the envelope the overview promises. */
function brightmallSuccess(switches: Switches, moment: Moment, content: Record<string, unknown>): Answer {
  const flat = { request_id: requestIdOf(moment), timestamp: new Date(moment.now).toISOString(), ...content };
  return {
    status: 200,
    headers: {},
    body: switches.brightmallEnvelope === 'flat' ? flat : { success: true, data: flat },
  };
}

/** The overview's error: `{success: false, error: {code, message}}`, with the request id where answers are flat. */
export function brightmallError(
  switches: Switches,
  moment: Moment,
  status: number,
  code: string,
  message: string,
): Answer {
  const error = { success: false, error: { code, message } };
  const flat = { request_id: requestIdOf(moment), timestamp: new Date(moment.now).toISOString(), ...error };
  return { status, headers: {}, body: switches.brightmallEnvelope === 'flat' ? flat : error, code };
}

function requestIdOf(moment: Moment): string {
  return `req_${moment.traceId}`;
}

function record(ledger: Ledger, moment: Moment, item: StockItem, one: Confirmation): void {
  const price = one.supply_price;
  const confirmation: StockItem['confirmations'][number] = {
    at: moment.now,
    requestId: requestIdOf(moment),
    available: one.stock_available,
    ...(one.unavailable_reason === undefined ? {} : { reason: one.unavailable_reason }),
    ...(one.memo === undefined ? {} : { memo: one.memo }),
    ...(price === undefined
      ? {}
      : {
          supplyPrice: { unitPrice: price.unit_price, quantity: price.quantity, totalAmount: price.total_amount },
        }),
  };
  const status = one.stock_available ? 'preparing' : 'pending';
  ledger.apply({ items: [{ ...item, status, confirmations: [...item.confirmations, confirmation] }] });
}

function failure(
  one: Confirmation,
  message: string,
): { success: false; stock_available: boolean } & Record<string, unknown> {
  return { ord_prd_no: one.ord_prd_no, success: false, stock_available: one.stock_available, message };
}

function unheardOf(one: Confirmation): StockItem {
  return { ordPrdNo: one.ord_prd_no, productName: '연습 품목', quantity: 1, status: 'pending', confirmations: [] };
}
