import { foldText } from '../fold-text';
import { compareFacts, mayBeOne } from './evidence';
import {
  boxOf,
  foldTracking,
  personFacts,
  type JoinBox,
  type JoinLine,
  type JoinOrder,
  type PersonFacts,
} from './facts';

/** A product order with what a line may call it. */
export interface ParcelOrder {
  order: JoinOrder;
  product: string;
  option: string;
}

/** Product orders that go to one recipient at one address. */
export interface Parcel {
  facts: PersonFacts;
  /** In order of their numbers. */
  orders: readonly ParcelOrder[];
  /** The market has them in one parcel (묶음배송), or one order has them all. */
  isOneBundle: boolean;
}

/** Compares texts by their code units: the same order on every machine. */
export function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Lines or orders that are read in some milliseconds. */
const readAStep = 500;

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

interface Known {
  order: JoinOrder;
  facts: PersonFacts;
}

const areAllOne = (group: readonly Known[]): boolean =>
  group.every(({ facts }, at) => group.slice(at + 1).every((other) => mayBeOne(compareFacts(facts, other.facts))));

/** A group this large is no parcel; its orders are compared one by one. */
const mostInParcel = 60;

/**
 * Puts product orders into parcels: those of one package of the market, and those with one whole name at one whole
 * address, where nothing they say contradicts. What is contradicted stays apart.
 */
export function* parcelsInSteps(orders: readonly JoinOrder[]): Generator<void, Parcel[], undefined> {
  const all: Known[] = [];
  for (const [at, order] of orders.entries()) {
    if (at % readAStep === 0) yield;
    all.push({ order, facts: personFacts(order) });
  }
  all.sort((one, other) => inOrder(one.order.productOrderId, other.order.productOrderId));
  yield;
  const leader = new Map<Known, Known>();
  const leaderOf = (known: Known): Known => {
    let top = known;
    for (let next = leader.get(top); next !== undefined; next = leader.get(top)) top = next;
    return top;
  };
  const unite = (groups: Map<string, Known[]>): void => {
    for (const group of groups.values()) {
      if (group.length < 2 || group.length > mostInParcel || !areAllOne(group)) continue;
      const [first] = group;
      if (first === undefined) continue;
      for (const each of group) {
        const [one, other] = [leaderOf(first), leaderOf(each)];
        if (one !== other) leader.set(other, one);
      }
    }
  };
  unite(groupBy(all, ({ order }) => order.packageNumber));
  yield;
  unite(groupBy(all, ({ facts }) => recipientKey(facts)));
  yield;
  const parcels: Parcel[] = [];
  for (const group of groupBy(all, leaderOf).values()) {
    if (parcels.length % readAStep === 0) yield;
    if (group.length < 2 || areAllOne(group)) parcels.push(parcelOf(group));
    else for (const each of group) parcels.push(parcelOf([each]));
  }
  return parcels;
}

/** One person at one door; undefined where name or address is not said in whole. */
function recipientKey({ name, place }: PersonFacts): string | undefined {
  const isPlace = place.is === 'road' || place.is === 'lot';
  if (!isPlace || name.folded.length < 2 || name.covered) return undefined;
  return [name.folded, place.house, place.block, place.flat].join('\n');
}

function parcelOf(group: readonly Known[]): Parcel {
  const sorted = group.toSorted((one, other) => inOrder(one.order.productOrderId, other.order.productOrderId));
  const isShared = (key: 'packageNumber' | 'orderId'): boolean => {
    const value = sorted[0]?.order[key];
    return value !== undefined && sorted.every(({ order }) => order[key] === value);
  };
  const facts =
    sorted.length === 1
      ? sorted[0]?.facts
      : boxOf(
          sorted.map(({ order }) => ({ ...order, row: 0, product: undefined })),
          false,
        ).facts;
  return {
    facts: facts ?? personFacts({}),
    orders: sorted.map(({ order }) => ({
      order,
      product: foldText(order.product ?? ''),
      option: foldText(order.option ?? ''),
    })),
    isOneBundle: sorted.length === 1 || isShared('packageNumber') || isShared('orderId'),
  };
}

/** Puts lines with one tracking number together; where they are for different people, each stays by itself and says so. */
export function* boxesInSteps(lines: readonly JoinLine[]): Generator<void, JoinBox[], undefined> {
  const boxes: JoinBox[] = [];
  const byTracking = groupBy(lines, ({ trackingNumber }) => foldTracking(trackingNumber));
  for (const [tracking, group] of byTracking) {
    if (boxes.length % readAStep === 0) yield;
    if (tracking === '' || group.length === 1) {
      for (const line of group) boxes.push(boxOf([line], false));
      continue;
    }
    const facts = group.map(personFacts);
    const isOne =
      group.length <= mostInParcel &&
      facts.every((one, at) => facts.slice(at + 1).every((other) => mayBeOne(compareFacts(one, other))));
    if (isOne) boxes.push(boxOf(group, false));
    else for (const line of group) boxes.push(boxOf([line], true));
  }
  return boxes;
}
