import { areOnePerson, findNamed, type Named } from './by-number';
import { isRival, mayBeOne } from './evidence';
import type { JoinBox, JoinLine, JoinOrder } from './facts';
import { findEdges, type Edge, type Edges } from './find-edges';
import type { JoinCandidate, JoinNote, JoinOutcome, JoinedBox } from './outcome';
import { boxesInSteps, inOrder, parcelsInSteps, type Parcel, type ParcelOrder } from './parcels';
import { compareGoods } from './products';
import { isForAll, namedBy, openEdges, settle, type Open } from './settle';

/** More nearest candidates than these are of no help. */
const nearestShown = 3;
const candidatesShown = 10;

interface Sheet {
  boxes: readonly JoinBox[];
  parcels: readonly Parcel[];
  edges: Edges;
  open: Open;
}

/**
 * Joins the lines of a courier's sheet with open product orders (resources/docs/sheets.md, "Joining"): by a number of the
 * market in any of the given cells, or suggested by name, phone and address. Ticked is only what two of these three prove,
 * with one candidate on each side; everything else is the seller's to decide.
 */
export function joinLines(lines: readonly JoinLine[], orders: readonly JoinOrder[]): JoinOutcome {
  const steps = joinInSteps(lines, orders);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of some milliseconds: it yields between them, for a thread that has other things to do. */
export function* joinInSteps(
  lines: readonly JoinLine[],
  orders: readonly JoinOrder[],
): Generator<void, JoinOutcome, undefined> {
  const boxes = yield* boxesInSteps(lines.toSorted((one, other) => one.row - other.row));
  yield;
  const parcels = yield* parcelsInSteps(orders);
  const named = findNamed(boxes, parcels);
  const taken = new Set(named.flatMap((one) => one.parcels.flatMap((each) => each.orders)));
  const isNamed = new Set(named.map(({ box }) => box));
  const open: Open = {
    boxes: new Set([...boxes.keys()].filter((at) => !isNamed.has(at))),
    orders: new Map(),
  };
  for (const [at, parcel] of parcels.entries()) {
    const left = parcel.orders.filter((each) => !taken.has(each) && each.order.hasNumber !== true);
    if (left.length > 0) open.orders.set(at, left);
  }
  const edges = yield* findEdges(boxes, parcels);
  const sheet = { boxes, parcels, edges, open };
  const found = settle(boxes, parcels, edges, open).map(({ edge, orders: own }): JoinedBox => ({
    rows: rowsOf(boxes[edge.box]),
    is: 'suggested',
    ticked: true,
    candidates: [candidateOf(sheet, edge, own, own)],
    notes: [],
  }));
  yield;
  const left = withContests([...open.boxes].map((box) => leftOver(sheet, box)));
  const ofParcel = new Map<number, number>();
  for (const { parcel } of named.flatMap((one) => one.parcels)) ofParcel.set(parcel, (ofParcel.get(parcel) ?? 0) + 1);
  const byNumber = named.map((one) => joinedOf(sheet, one, (parcel) => ofParcel.get(parcel) === 1));
  const all = [...byNumber, ...found, ...left].toSorted((one, other) => (one.rows[0] ?? 0) - (other.rows[0] ?? 0));
  return { boxes: all, withoutLine: withoutLine(parcels, all) };
}

const rowsOf = (box: JoinBox | undefined): number[] => box?.lines.map(({ row }) => row) ?? [];

function candidateOf(
  { boxes }: Sheet,
  edge: Pick<Edge, 'box' | 'evidence'>,
  orders: readonly ParcelOrder[],
  ticked: readonly ParcelOrder[],
): JoinCandidate {
  const goods = boxes[edge.box]?.goods;
  const likenesses = goods === undefined ? [] : orders.map((each) => compareGoods(goods, each.product, each.option));
  return {
    orders: orders.map((each) => ({ productOrderId: each.order.productOrderId, ticked: ticked.includes(each) })),
    evidence: edge.evidence,
    goods: (['same', 'near', 'different'] as const).find((each) => likenesses.includes(each)) ?? 'unknown',
  };
}

/** A box that names its orders; what lies in the same parcel and has no line of its own is offered, too. */
function joinedOf(sheet: Sheet, named: Named, isOnly: (parcel: number) => boolean): JoinedBox {
  const { boxes, parcels, open, edges } = sheet;
  const box = boxes[named.box];
  const notes: JoinNote[] = [];
  if (box?.isContradicted === true) notes.push('two-recipients');
  if (named.isContested) notes.push('two-numbers');
  if (named.disagrees) notes.push('number-disagrees');
  const candidates = named.parcels
    .toSorted((one, other) => inOrder(firstId(one.orders), firstId(other.orders)))
    .map(({ parcel, orders, evidence }): JoinCandidate => {
      const rest = named.isContested ? [] : (open.orders.get(parcel) ?? []);
      const isWanted = (edges.ofParcel[parcel] ?? []).some(
        (edge) => open.boxes.has(edge.box) && mayBeOne(edge.evidence),
      );
      const saysOthers = namedBy(box, orders).length > 0 && box?.goods.more === undefined;
      const takesRest = parcels[parcel]?.isOneBundle === true && isOnly(parcel) && !isWanted && !saysOthers;
      const shown = [...orders, ...rest].toSorted((one, other) => inOrder(firstId([one]), firstId([other])));
      const ticked = takesRest ? shown : orders;
      return { ...candidateOf(sheet, { box: named.box, evidence }, shown, ticked), by: named.by };
    });
  const rows = rowsOf(box);
  if (!areOnePerson(parcels, named)) {
    return { rows, is: 'asked', ticked: false, candidates, notes: [...notes, 'two-orders-named'] };
  }
  const [first] = candidates;
  const joint: JoinCandidate[] =
    first === undefined ? [] : [{ ...first, orders: candidates.flatMap((each) => each.orders) }];
  if (named.isContested) return { rows, is: 'asked', ticked: false, candidates: joint, notes };
  return { rows, is: 'joined', ticked: notes.length === 0, candidates: joint, notes };
}

const firstId = (orders: readonly ParcelOrder[]): string => orders[0]?.order.productOrderId ?? '';

/** A box that nothing is certain of. */
function leftOver(sheet: Sheet, at: number): JoinedBox {
  const { boxes, edges, open } = sheet;
  const box = boxes[at];
  const notes: JoinNote[] = [];
  if (box?.isContradicted === true) notes.push('two-recipients');
  if ((box?.numbers.length ?? 0) > 0) notes.push('number-not-open');
  const rows = rowsOf(box);
  const known = openEdges(edges, open, at);
  const [first] = known;
  if (first === undefined) return { rows, is: 'alone', ticked: false, candidates: [], notes };
  const rivals = known.filter((edge) => edge !== first && isRival(first.evidence, edge.evidence));
  const isWorthIt = first.strength !== 'faint' || isOnlyNameAndGoods(sheet, first, known);
  if (!isWorthIt) {
    const nearest = known.slice(0, nearestShown).map((edge) => whole(sheet, edge));
    return { rows, is: 'alone', ticked: false, candidates: nearest, notes };
  }
  if (rivals.length > 0) {
    const candidates = [first, ...rivals].slice(0, candidatesShown).map((edge) => whole(sheet, edge));
    return { rows, is: 'asked', ticked: false, candidates, notes };
  }
  const orders = open.orders.get(first.parcel) ?? [];
  if (isForAll(box, sheet.parcels[first.parcel], orders)) {
    return { rows, is: 'suggested', ticked: false, candidates: [whole(sheet, first)], notes };
  }
  return { rows, is: 'asked', ticked: false, candidates: choicesWithin(sheet, first, orders), notes };
}

/** One name on each side, and the product: enough to be shown, never to be ticked. */
function isOnlyNameAndGoods(sheet: Sheet, first: Edge, known: readonly Edge[]): boolean {
  if (first.evidence.name !== 'same' || !mayBeOne(first.evidence)) return false;
  const others = known.filter((edge) => edge !== first && edge.evidence.name === 'same');
  return others.length === 0 && namedBy(sheet.boxes[first.box], sheet.open.orders.get(first.parcel) ?? []).length > 0;
}

function whole(sheet: Sheet, edge: Edge): JoinCandidate {
  const orders = sheet.open.orders.get(edge.parcel) ?? [];
  return candidateOf(sheet, edge, orders, orders);
}

/** One line and several orders of one person that nothing puts into one box: those it names, all of them, or each. */
function choicesWithin(sheet: Sheet, edge: Edge, orders: readonly ParcelOrder[]): JoinCandidate[] {
  const named = namedBy(sheet.boxes[edge.box], orders);
  const all = candidateOf(sheet, edge, orders, orders);
  if (named.length > 0) return [candidateOf(sheet, edge, named, named), all];
  return [all, ...orders.map((order) => candidateOf(sheet, edge, [order], [order]))].slice(0, candidatesShown);
}

/** Two boxes that are suggested for one product order: a product order has one number, so both are asked. */
function withContests(left: readonly JoinedBox[]): JoinedBox[] {
  const wanted = new Map<string, number>();
  const idsOf = ({ candidates: [first] }: JoinedBox): string[] =>
    first?.orders.map((each) => each.productOrderId) ?? [];
  for (const box of left) {
    if (box.is === 'alone') continue;
    for (const id of idsOf(box)) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  }
  return left.map((box) =>
    box.is !== 'alone' && idsOf(box).some((id) => (wanted.get(id) ?? 0) > 1)
      ? { ...box, is: 'asked', notes: [...box.notes, 'two-numbers'] }
      : box,
  );
}

function withoutLine(parcels: readonly Parcel[], boxes: readonly JoinedBox[]): string[] {
  const found = new Set<string>();
  for (const { is, candidates } of boxes) {
    if (is !== 'joined' && is !== 'suggested') continue;
    for (const each of candidates[0]?.orders ?? []) if (each.ticked) found.add(each.productOrderId);
  }
  const left: string[] = [];
  for (const { orders } of parcels)
    for (const { order } of orders)
      if (order.hasNumber !== true && !found.has(order.productOrderId)) left.push(order.productOrderId);
  return left.sort(inOrder);
}
