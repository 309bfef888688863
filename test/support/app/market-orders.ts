import { z } from 'zod';
import type { PracticeProcess } from './practice-process';

const orderSchema = z.looseObject({
  productOrderId: z.string(),
  orderId: z.string(),
  trackingNumber: z.string(),
  courierText: z.string(),
  courier: z.string(),
  recipient: z.looseObject({ name: z.string() }),
});
const ledgerSchema = z.record(
  z.string(),
  z.looseObject({
    dispatches: z.number(),
    confirms: z.number(),
    values: z.array(z.looseObject({ trackingNumber: z.string().optional() })),
  }),
);

export interface NewOrder {
  productOrderId: string;
  orderId: string;
  /** Its row in a courier's sheet, under `shipmentHead`. */
  row: string[];
  courier: string;
  trackingNumber: string;
}

/** Places new orders in the practice market: `count` product orders, as many of one order as `perOrder` allows. */
export async function placeOrders(
  market: PracticeProcess,
  wish: {
    count: number;
    seed: number;
    perOrder?: readonly number[];
    notConfirmed?: number;
    specials?: Record<string, number>;
  },
): Promise<NewOrder[]> {
  const orders = z.array(orderSchema).parse(await market.act('make-orders', wish));
  return orders.map(({ productOrderId, orderId, courierText, courier, trackingNumber, recipient }, at) => ({
    productOrderId,
    orderId,
    courier,
    trackingNumber,
    row: [productOrderId, courierText, trackingNumber, recipient.name, `시험 상품 ${at}`],
  }));
}

/** How often the market has registered a shipment for each of these. */
export async function dispatchesOf(market: PracticeProcess, ids: readonly string[]): Promise<number[]> {
  return (await marketRecords(market, ids)).map(({ dispatches }) => dispatches);
}

/** Under which number the market has each of these; undefined for what it has not. */
export async function numbersOf(market: PracticeProcess, ids: readonly string[]): Promise<(string | undefined)[]> {
  return (await marketRecords(market, ids)).map(({ values }) => values.at(-1)?.trackingNumber);
}

/** How often the market has confirmed each of these. */
export async function confirmsOf(market: PracticeProcess, ids: readonly string[]): Promise<number[]> {
  return (await marketRecords(market, ids)).map(({ confirms }) => confirms);
}

async function marketRecords(market: PracticeProcess, ids: readonly string[]) {
  const ledger = ledgerSchema.parse(await market.act('ledger'));
  return ids.map((id) => {
    const record = ledger[id];
    if (!record) throw new Error(`the market has no product order ${id}`);
    return record;
  });
}

/** Lets an order of the market go to the person of another one, as two orders of one box do. */
export async function sendToSame(market: PracticeProcess, order: NewOrder, of: NewOrder): Promise<void> {
  const home = {
    tel: '010-0000-1234',
    zipCode: '04524',
    baseAddress: '서울특별시 중구 세종대로 110',
    detailedAddress: '1층',
  };
  const recipient = { name: of.row[3] ?? '', ...home };
  await market.act('change', { productOrderId: order.productOrderId, patch: { recipient } });
}
