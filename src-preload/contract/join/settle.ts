import { isRival } from './evidence';
import type { Edge, Edges } from './find-edges';
import type { JoinBox } from './facts';
import type { Parcel, ParcelOrder } from './parcels';
import { compareGoods } from './products';

/** What is still to be settled; positions as in the edges. */
export interface Open {
  boxes: Set<number>;
  /** Of each parcel the orders that no box has and that have no number. */
  orders: Map<number, readonly ParcelOrder[]>;
}

/** A box whose orders are certain. */
export interface Settled {
  edge: Edge;
  orders: readonly ParcelOrder[];
}

/** The orders that a box names by their product. */
export function namedBy(box: JoinBox | undefined, orders: readonly ParcelOrder[]): ParcelOrder[] {
  if (box === undefined) return [];
  return orders.filter(({ product, option }) => compareGoods(box.goods, product, option) === 'same');
}

/**
 * Whether one line stands for all these orders of a parcel: the market ships them together, or the line names each, or it
 * says how many more there are (무지 노트 외 1건).
 */
export function isForAll(
  box: JoinBox | undefined,
  parcel: Parcel | undefined,
  orders: readonly ParcelOrder[],
): boolean {
  if (box === undefined || parcel === undefined) return false;
  const isWhole = orders.length === parcel.orders.length;
  if (isWhole && (parcel.isOneBundle || box.goods.more === orders.length - 1)) return true;
  return namedBy(box, orders).length === orders.length;
}

/**
 * Settles what is certain, round by round: a box and a parcel that prove each other (evidence.ts) and have no other who
 * may be meant, on either side. What was settled stands in the way of the others no more. Settled boxes and their
 * orders are taken out of `open`. Neither the order of the lines nor that of the orders changes the result.
 */
export function settle(boxes: readonly JoinBox[], parcels: readonly Parcel[], edges: Edges, open: Open): Settled[] {
  const settled: Settled[] = [];
  for (;;) {
    const round = [...onePair(boxes, parcels, edges, open)];
    const found = round.length > 0 ? round : severalBoxes(boxes, edges, open);
    if (found.length === 0) return settled;
    for (const one of found) {
      settled.push(one);
      open.boxes.delete(one.edge.box);
      // All that is open of a parcel is settled at once.
      open.orders.delete(one.edge.parcel);
    }
  }
}

/** Those of a box that are still open, the likeliest first. */
export function openEdges(edges: Edges, open: Open, box: number): Edge[] {
  return (edges.ofBox[box] ?? []).filter(({ parcel }) => open.orders.has(parcel));
}

function provenAlone(boxes: readonly JoinBox[], edges: Edges, open: Open, box: number): Edge | undefined {
  const it = boxes[box];
  // A number that is not open says that it is somebody else's, or was sent.
  if (it === undefined || it.isContradicted || it.numbers.length > 0 || edges.wideBoxes.has(box)) return undefined;
  let first: Edge | undefined;
  for (const edge of edges.ofBox[box] ?? []) {
    if (!open.orders.has(edge.parcel)) continue;
    if (first !== undefined) {
      if (isRival(first.evidence, edge.evidence)) return undefined;
      continue;
    }
    if (edge.strength !== 'proven' || edges.wideParcels.has(edge.parcel)) return undefined;
    first = edge;
  }
  return first;
}

function isRivalAt(open: Open, edge: Edge, other: Edge): boolean {
  return other !== edge && open.boxes.has(other.box) && isRival(edge.evidence, other.evidence);
}

function* onePair(
  boxes: readonly JoinBox[],
  parcels: readonly Parcel[],
  edges: Edges,
  open: Open,
): Generator<Settled, void, undefined> {
  for (const box of open.boxes) {
    const edge = provenAlone(boxes, edges, open, box);
    if (edge === undefined || edges.ofParcel[edge.parcel]?.some((other) => isRivalAt(open, edge, other))) continue;
    const orders = open.orders.get(edge.parcel) ?? [];
    if (isForAll(boxes[box], parcels[edge.parcel], orders)) yield { edge, orders };
  }
}

/** Several boxes for one parcel: each is settled where the products they name tell them apart. */
function severalBoxes(boxes: readonly JoinBox[], edges: Edges, open: Open): readonly Settled[] {
  const byParcel = new Map<number, Edge[]>();
  for (const box of open.boxes) {
    const edge = provenAlone(boxes, edges, open, box);
    if (edge !== undefined) byParcel.set(edge.parcel, [...(byParcel.get(edge.parcel) ?? []), edge]);
  }
  const found: Settled[] = [];
  for (const [parcel, group] of byParcel) {
    const [first] = group;
    if (first === undefined) continue;
    const all = edges.ofParcel[parcel] ?? [];
    if (all.some((other) => isRivalAt(open, first, other) && !group.includes(other))) continue;
    found.push(...sharesOf(boxes, group, open.orders.get(parcel) ?? []));
  }
  return found;
}

function isExact(box: JoinBox | undefined, count: number): boolean {
  return box !== undefined && (box.goods.more === undefined || box.goods.more === count - 1);
}

/** More boxes of one person than this are asked. */
const mostToPair = 6;

/** Who of several boxes has which orders; nothing where the products leave it open, or an order in no box. */
function sharesOf(boxes: readonly JoinBox[], group: readonly Edge[], orders: readonly ParcelOrder[]): Settled[] {
  const shares = group.map((edge) => ({ edge, orders: namedBy(boxes[edge.box], orders) }));
  if (!shares.every(({ edge, orders: own }) => own.length > 0 && isExact(boxes[edge.box], own.length))) return [];
  const named = shares.flatMap((share) => share.orders);
  // One that no box names may be in any of them.
  if (new Set(named).size === named.length && named.length === orders.length) return shares;
  if (group.length !== orders.length || group.length > mostToPair) return [];
  const [only, ...more] = pairings(shares.map((share) => share.orders));
  if (only === undefined || more.length > 0) return [];
  return shares.flatMap(({ edge }, at) => {
    const order = only[at];
    return order === undefined ? [] : [{ edge, orders: [order] }];
  });
}

/** The ways, two at most, to give each box one of the orders it names, and no order twice. */
function pairings(choices: readonly (readonly ParcelOrder[])[], taken: readonly ParcelOrder[] = []): ParcelOrder[][] {
  const own = choices[taken.length];
  if (own === undefined) return [[...taken]];
  const found: ParcelOrder[][] = [];
  for (const order of own) {
    if (taken.includes(order)) continue;
    found.push(...pairings(choices, [...taken, order]));
    if (found.length > 1) break;
  }
  return found;
}
