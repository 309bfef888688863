import { compareFacts, strengthOf, weightOf, type Evidence, type Strength } from './evidence';
import type { JoinBox } from './facts';
import { shareInSteps } from './shared-facts';
import type { Parcel } from './parcels';

/** A box and a parcel that have something in common. */
export interface Edge {
  box: number;
  parcel: number;
  evidence: Evidence;
  strength: Strength;
  weight: number;
}

export interface Edges {
  /** The likeliest first. */
  ofBox: readonly (readonly Edge[])[];
  ofParcel: readonly (readonly Edge[])[];
  /** Something of the box, or of the parcel, is too common for all that have it to be compared: nothing of it is ticked. */
  wideBoxes: ReadonlySet<number>;
  wideParcels: ReadonlySet<number>;
}

const boxesAStep = 200;

/** Compares each box with the parcels that share something with it. Yields now and then, so that others get their turn. */
export function* findEdges(boxes: readonly JoinBox[], parcels: readonly Parcel[]): Generator<void, Edges, undefined> {
  const shared = yield* shareInSteps(
    boxes.map(({ facts }) => facts),
    parcels.map(({ facts }) => facts),
  );
  const ofBox: Edge[][] = [];
  const ofParcel: Edge[][] = parcels.map(() => []);
  const wideBoxes = new Set<number>();
  for (const [at, box] of boxes.entries()) {
    if (at % boxesAStep === 0) yield;
    const { found, isWide } = shared.near(at);
    if (isWide) wideBoxes.add(at);
    const edges: Edge[] = [];
    for (const parcel of found) {
      const other = parcels[parcel];
      if (other === undefined) continue;
      const evidence = compareFacts(box.facts, other.facts);
      const strength = strengthOf(evidence);
      if (strength === 'none') continue;
      const edge = { box: at, parcel, evidence, strength, weight: weightOf(evidence) };
      edges.push(edge);
      ofParcel[parcel]?.push(edge);
    }
    // Parcels stand in one order, however the orders came.
    edges.sort((one, next) => next.weight - one.weight || one.parcel - next.parcel);
    ofBox.push(edges);
  }
  return { ofBox, ofParcel, wideBoxes, wideParcels: shared.wideParcels };
}
