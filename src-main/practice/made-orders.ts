import { compactMarketDay, dayMs } from './market-time';
import { inventMemo, inventProduct, inventRecipient } from './invented-people';
import type { SheetOrder, Special } from './sheet-order';
import { pickIndex, pickOne, seededRandom } from './seeded-random';
import { knownCouriers, trackingNumberFor } from './tracking-number';
import type { KnownCourier } from './tracking-number';

export interface MakeOptions {
  /** Product orders, not orders; up to 100,000 a seed. */
  count: number;
  /** The same seed makes the same orders everywhere. Seeds below 28,000 share no id. */
  seed: number;
  /** How many of the first product orders are special in which way; the rest are paid and confirmed. */
  specials?: Partial<Record<Special, number>>;
  /** How many product orders one order may have, drawn by chance from this list. Default: mostly one. */
  perOrder?: readonly number[];
}

export const courierNames: Record<KnownCourier, readonly string[]> = {
  CJGLS: ['CJ대한통운', '대한통운', 'CJ택배', 'CJ 대한통운'],
  HANJIN: ['한진택배', '한진'],
  HYUNDAI: ['롯데택배', '롯데', '롯데글로벌'],
  KGB: ['로젠택배', '로젠'],
  EPOST: ['우체국택배', '우체국소포'],
};

const firstDay = Date.parse('2026-01-01T00:00:00+09:00');
const daysOfSeeds = 280;

/** Orders no one ever placed, ready to be sown and to be written into a sheet. */
export function makeSheetOrders(options: MakeOptions): SheetOrder[] {
  const random = seededRandom(options.seed);
  const day = compactMarketDay(firstDay + (options.seed % daysOfSeeds) * dayMs);
  const block = (Math.floor(options.seed / daysOfSeeds) % 100) * 100_000;
  const specials = Object.entries(options.specials ?? {}).flatMap(([name, count]) =>
    isSpecial(name) ? Array.from({ length: count }, () => name) : [],
  );
  const orders: SheetOrder[] = [];
  for (let parcel = 0; orders.length < options.count; parcel += 1) {
    const size = pickOne(random, options.perOrder ?? [1, 1, 1, 1, 1, 1, 1, 1, 2, 3]);
    const recipient = inventRecipient(random);
    const courier = pickOne(random, knownCouriers);
    const courierText = pickOne(random, courierNames[courier]);
    const shippingMemo = inventMemo(random);
    const paidHoursBefore = 2 + pickIndex(random, 60);
    const dueInDays = pickIndex(random, 3);
    for (let part = 0; part < size && orders.length < options.count; part += 1) {
      const index = orders.length;
      const { product, option } = inventProduct(random);
      orders.push({
        // Real ones end in 1 too; Excel would turn that digit into 0.
        productOrderId: `${day}${String(block + index).padStart(7, '0')}1`,
        orderId: `${day}${String(block + parcel).padStart(7, '0')}7`,
        productName: product.name,
        productOption: option,
        sellerProductCode: product.code,
        quantity: 1 + pickIndex(random, 3),
        unitPrice: product.price,
        orderer: { name: recipient.name, tel: recipient.tel, id: `prac${String(parcel).padStart(4, '0')}` },
        recipient,
        shippingMemo,
        paidHoursBefore,
        dueInDays,
        specials: [specials[index]].filter((special) => special !== undefined),
        deliveryMethod: 'DELIVERY',
        deliveryMethodName: '택배,등기,소포',
        courier,
        courierText,
        trackingNumber: trackingNumberFor(courier, block * 7 + (options.seed % daysOfSeeds) * 20_011 + parcel),
      });
    }
  }
  return orders;
}

/** Every way in which an order can be special. */
export const specialNames = [
  'not-confirmed',
  'cancel-requested',
  'cancelled',
  'address-changed',
  'gift-waiting',
  'direct-contracted',
  'foreign',
  'shipped',
  'delivered',
  'no-delivery',
  'hope-date',
  'pick-up',
  'partly-cancelled',
  'add-on',
] as const satisfies readonly Special[];

function isSpecial(name: string): name is Special {
  return specialNames.some((special) => special === name);
}
