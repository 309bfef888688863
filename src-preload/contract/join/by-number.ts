import { areOne, compareFacts, type Evidence } from './evidence';
import type { JoinBox } from './facts';
import type { Parcel, ParcelOrder } from './parcels';
import { namedBy } from './settle';

/** What the numbers that stand in a box name. */
export interface Named {
  box: number;
  by: 'product-order' | 'order';
  /** Of each named parcel its orders; several where the numbers are of orders for different people. */
  parcels: { parcel: number; orders: readonly ParcelOrder[]; evidence: Evidence }[];
  /** Another box wants one of these orders. */
  isContested: boolean;
  /** The recipient of the order is somebody else. */
  disagrees: boolean;
}

interface Place {
  parcel: number;
  order: ParcelOrder;
}

/** Finds what boxes name by 상품주문번호, or else by 주문번호; boxes that name nothing open are left out. */
export function findNamed(boxes: readonly JoinBox[], parcels: readonly Parcel[]): Named[] {
  const said = new Set(boxes.flatMap(({ numbers, oddNumbers }) => [...numbers, ...oddNumbers]));
  if (said.size === 0) return [];
  const byProductOrder = new Map<string, Place>();
  const byOrder = new Map<string, Place[]>();
  for (const [parcel, { orders }] of parcels.entries()) {
    for (const order of orders) {
      const { productOrderId, orderId, hasNumber } = order.order;
      if (said.has(productOrderId)) byProductOrder.set(productOrderId, { parcel, order });
      if (orderId === undefined || hasNumber === true || !said.has(orderId)) continue;
      byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), { parcel, order }]);
    }
  }
  const named = boxes.flatMap((box, at): Named[] => {
    const numbers = [...box.numbers, ...box.oddNumbers];
    const direct = numbers.flatMap((number) => byProductOrder.get(number) ?? []);
    const ofOrders = numbers.flatMap((number) => byOrder.get(number) ?? []);
    const places = direct.length > 0 ? direct : ofOrders;
    if (places.length === 0) return [];
    const found = new Map<number, ParcelOrder[]>();
    for (const { parcel, order } of new Set(places)) found.set(parcel, [...(found.get(parcel) ?? []), order]);
    const own = [...found].map(([parcel, orders]) => ({
      parcel,
      orders,
      evidence: compareFacts(box.facts, parcels[parcel]?.facts ?? box.facts),
    }));
    const disagrees = own.every(({ evidence }) => speaksAgainst(evidence));
    return [
      { box: at, by: direct.length > 0 ? 'product-order' : 'order', parcels: own, isContested: false, disagrees },
    ];
  });
  return contested(tellApart(boxes, named));
}

/** Name and one more differ: a moved customer, or a present sent on, differ in one. */
function speaksAgainst({ name, phone, place }: Evidence): boolean {
  return name === 'different' && (phone === 'different' || place === 'different');
}

/** Several boxes with one 주문번호: each has the orders it names by their product, where that is plain. */
function tellApart(boxes: readonly JoinBox[], named: readonly Named[]): Named[] {
  const wanted = countWanted(named);
  return named.map((one) => {
    const all = one.parcels.flatMap(({ orders }) => orders);
    if (one.by !== 'order' || all.every((order) => wanted.get(order) === 1)) return one;
    const own = new Set(namedBy(boxes[one.box], all));
    if (own.size === 0) return one;
    const parcels = one.parcels
      .map((each) => ({ ...each, orders: each.orders.filter((order) => own.has(order)) }))
      .filter(({ orders }) => orders.length > 0);
    return { ...one, parcels };
  });
}

function contested(named: readonly Named[]): Named[] {
  const wanted = countWanted(named);
  return named.map((one) => ({
    ...one,
    isContested: one.parcels.some(({ orders }) => orders.some((order) => (wanted.get(order) ?? 0) > 1)),
  }));
}

function countWanted(named: readonly Named[]): Map<ParcelOrder, number> {
  const wanted = new Map<ParcelOrder, number>();
  for (const { parcels } of named) {
    for (const order of new Set(parcels.flatMap(({ orders }) => orders)))
      wanted.set(order, (wanted.get(order) ?? 0) + 1);
  }
  return wanted;
}

/** Whether parcels that one box names may be one person's. */
export function areOnePerson(parcels: readonly Parcel[], named: Named): boolean {
  return areOne(named.parcels.flatMap(({ parcel }) => parcels[parcel]?.facts ?? []));
}
