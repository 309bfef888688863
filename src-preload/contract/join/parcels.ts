import { foldText } from '../fold-text';
import { areOne } from './evidence';
import {
  boxOf,
  foldTracking,
  mergeFacts,
  personFacts,
  type JoinBox,
  type JoinLine,
  type JoinOrder,
  type PersonFacts,
} from './facts';
import { readPhones } from './phones';

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
  /** One of the same parcel that stands for it; itself where absent. */
  leader?: Known;
}

const areAllOne = (group: readonly Known[]): boolean => areOne(group.map(({ facts }) => facts));

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
  const unite = (groups: Map<string, Known[]>): void => {
    for (const group of groups.values()) {
      if (group.length < 2 || group.length > mostInParcel || !areAllOne(group)) continue;
      const [first] = group;
      if (first === undefined) continue;
      for (const each of group) {
        const [one, other] = [leaderOf(first), leaderOf(each)];
        if (one !== other) other.leader = one;
      }
    }
  };
  unite(groupBy(all, ({ order }) => order.packageNumber));
  yield;
  unite(groupBy(all, ({ facts }) => recipientKey(facts)));
  yield;
  const fold = foldOnce();
  const parcels: Parcel[] = [];
  for (const group of groupBy(all, leaderOf).values()) {
    if (parcels.length % readAStep === 0) yield;
    if (group.length < 2 || areAllOne(group)) parcels.push(parcelOf(group, fold));
    else for (const each of group) parcels.push(parcelOf([each], fold));
  }
  return parcels;
}

function leaderOf(known: Known): Known {
  let top = known;
  while (top.leader !== undefined) top = top.leader;
  return top;
}

/** One person at one door; undefined where name or address is not said in whole. */
function recipientKey({ name, place }: PersonFacts): string | undefined {
  const isPlace = place.is === 'road' || place.is === 'lot';
  if (!isPlace || name.folded.length < 2 || name.covered) return undefined;
  return `${name.folded}\n${place.house}\n${place.block}\n${place.flat}`;
}

/** Folds texts that come again and again: a store has few products. */
function foldOnce(): (text: string | undefined) => string {
  const known = new Map<string, string>();
  return (text = '') => {
    let folded = known.get(text);
    if (folded === undefined) known.set(text, (folded = foldText(text)));
    return folded;
  };
}

function parcelOf(group: readonly Known[], fold: (text: string | undefined) => string): Parcel {
  const [first] = group;
  const isShared = (key: 'packageNumber' | 'orderId'): boolean => {
    const value = first?.order[key];
    return value !== undefined && group.every(({ order }) => order[key] === value);
  };
  return {
    facts: mergeFacts(
      group.map(({ facts }) => facts),
      () => readPhones(group.flatMap(({ order }) => order.phones ?? [])),
    ),
    orders: group.map(({ order }) => ({ order, product: fold(order.product), option: fold(order.option) })),
    isOneBundle: group.length === 1 || isShared('packageNumber') || isShared('orderId'),
  };
}

/** Puts lines with one tracking number together; where they are for different people, each stays by itself and says so. */
export function* boxesInSteps(lines: readonly JoinLine[]): Generator<void, JoinBox[], undefined> {
  const boxes: JoinBox[] = [];
  const byTracking = groupBy(lines, ({ trackingNumber }) => foldTracking(trackingNumber));
  for (const [tracking, group] of byTracking) {
    if (boxes.length % readAStep === 0) yield;
    const facts = group.map(personFacts);
    const isOne = group.length === 1 || (tracking !== '' && group.length <= mostInParcel && areOne(facts));
    if (isOne) boxes.push(boxOf(group, facts, false));
    else for (const [at, line] of group.entries()) boxes.push(boxOf([line], facts.slice(at, at + 1), tracking !== ''));
  }
  return boxes;
}
