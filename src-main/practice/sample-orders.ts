import { makeSheetOrders } from './made-orders';
import type { SheetOrder } from './sheet-order';
import { trackingNumberFor, withWrongDigit } from './tracking-number';

/** Places in the sample sheet (0-based) where there is something to learn. */
const places = {
  unknownCourier: 11,
  wrongDigit: 23,
  cancelled: 37,
  usedNumber: 52,
} as const;

const sampleCount = 65;
const day = '20261121';
/** The number of a parcel that was delivered weeks ago and that the sheet of today wrongly has again. */
const usedNumber = trackingNumberFor('CJGLS', 4_270_013);

/**
 * The 65 product orders of the bundled sample sheet, always the same. What a seller meets in it:
 * a courier's name no one knows (a typing error for 한진택배), a CJ number whose check digit is wrong (a warning; the
 * practice market takes it), an order that was cancelled meanwhile (refused, 104442: nothing to mend) and a tracking
 * number of an old parcel (refused, 104121: mend the number and try again).
 */
export function sampleOrders(): SheetOrder[] {
  const orders = numbered(makeSheetOrders({ count: sampleCount, seed: 65, specials: {} }), 234_567, 821_134).map(
    // By order, not by product order: a buyer's order is confirmed as a whole.
    (order): SheetOrder => ({
      ...order,
      specials: Number(order.orderId.slice(0, -1)) % 5 === 0 ? ['not-confirmed'] : [],
    }),
  );
  change(orders, places.unknownCourier, {
    courier: 'HANJIN',
    courierText: '한짐택배',
    trackingNumber: trackingNumberFor('HANJIN', 6_500_001),
  });
  change(orders, places.wrongDigit, {
    courier: 'CJGLS',
    courierText: 'CJ대한통운',
    trackingNumber: withWrongDigit(trackingNumberFor('CJGLS', 6_500_002)),
  });
  change(orders, places.cancelled, { specials: ['cancelled'] });
  change(orders, places.usedNumber, {
    courier: 'CJGLS',
    courierText: 'CJ대한통운',
    trackingNumber: usedNumber,
    specials: [],
  });
  return orders;
}

/** What becomes of the sample's special lines, for tests and for the demonstration's words. */
export function sampleLessons(): {
  unknownCourier: string;
  wrongDigit: string;
  refused: { productOrderId: string; code: string }[];
} {
  return {
    unknownCourier: idAt(places.unknownCourier),
    wrongDigit: idAt(places.wrongDigit),
    refused: [
      { productOrderId: idAt(places.cancelled), code: '104442' },
      { productOrderId: idAt(places.usedNumber), code: '104121' },
    ],
  };
}

/** Places in the list below whose product orders belong to the order of another place. */
const orderedWith: Readonly<Record<number, number>> = { 9: 8, 10: 8, 17: 16 };

/** Product orders that stand in the practice market but not in the sample sheet: one for each thing to try. */
export function sampleExtras(): SheetOrder[] {
  const specials: SheetOrder['specials'][] = [
    ['cancel-requested'],
    ['address-changed', 'not-confirmed'],
    ['gift-waiting'],
    ['direct-contracted'],
    ['foreign'],
    ['shipped'],
    ['delivered'],
    ['no-delivery'],
    // New this morning: one order of three product orders and two single ones, none confirmed.
    ['not-confirmed'],
    ['not-confirmed'],
    ['not-confirmed'],
    ['not-confirmed'],
    ['not-confirmed'],
    ['hope-date'],
    ['pick-up'],
    ['partly-cancelled'],
    // An add-on and, after it, its main product: one order.
    ['add-on'],
    [],
  ];
  const orders = numbered(makeSheetOrders({ count: specials.length, seed: 66, perOrder: [1] }), 910_000, 950_000);
  return orders.map((order, index): SheetOrder => {
    const own = specials[index] ?? [];
    if (own.includes('delivered')) {
      const delivered = { courier: 'CJGLS', courierText: 'CJ대한통운', trackingNumber: usedNumber } as const;
      return { ...order, ...delivered, specials: own, paidHoursBefore: 21 * 24 };
    }
    const first = orders[orderedWith[index] ?? index] ?? order;
    const together = { orderId: first.orderId, recipient: first.recipient, orderer: first.orderer };
    return { ...order, ...together, specials: own };
  });
}

/** The 66th, which a sale would show as held: the buyer asks to cancel. */
export function cancelRequestedSample(): SheetOrder {
  const order = sampleExtras().find((extra) => extra.specials.includes('cancel-requested'));
  if (order === undefined) throw new Error('the sample has no order under a cancel request');
  return order;
}

/** The same orders under ids of the sample's own day, which no seed of made orders reaches. */
function numbered(orders: SheetOrder[], productBase: number, orderBase: number): SheetOrder[] {
  const firstOf = orders.map((order) => order.orderId);
  return orders.map((order, index) => ({
    ...order,
    productOrderId: `${day}1${String(productBase + index * 7).padStart(6, '0')}1`,
    orderId: `${day}2${String(orderBase + firstOf.indexOf(order.orderId) * 3).padStart(6, '0')}1`,
  }));
}

/** A lone product order's row is replaced in place; places are chosen so that none belongs to a shared parcel. */
function change(orders: SheetOrder[], place: number, values: Partial<SheetOrder>): void {
  const order = orders[place];
  if (order !== undefined) orders[place] = { ...order, ...values };
}

function idAt(place: number): string {
  return sampleOrders()[place]?.productOrderId ?? '';
}
