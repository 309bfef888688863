import type { PersonFacts } from './facts';
import { tailOf } from './phones';

/** Something that so many have tells none apart: candidates are not looked for by it, and nothing found is ticked. */
const commonFrom = 200;

/** Read in some milliseconds. */
const readAStep = 1_000;

/** Who shares something that a box says. */
interface Shared {
  boxes: number;
  /** Positions of the parcels. */
  parcels: number[];
}

/** Which boxes and parcels have something in common: a name, a number, the end of one, a house. Positions in both lists. */
export interface SharedFacts {
  /** Parcels to compare with a box, each once; `isWide`: something was too common to be looked by. */
  near(box: number): { found: number[]; isWide: boolean };
  /** Something of the parcel is said by too many boxes. */
  wideParcels: ReadonlySet<number>;
}

/** Maps of their own for each kind: a key that is a text of the facts is hashed once, and nothing is put together. */
interface Kinds {
  names: Map<string, Shared>;
  phones: Map<string, Shared>;
  /** The end alone is looked by where the name's beginning agrees: ends repeat from ten thousand people on. */
  tails: Map<number, Shared>;
  houses: Map<string, { doors: Map<string, Shared>; initials: Map<number, Shared> }>;
}

/** The first letter of a name, to tell apart those that share the rest; 0 where there is none. */
const initialOf = ({ name }: PersonFacts): number => name.folded.codePointAt(0) ?? 0;
/** More than any letter. */
const letters = 0x11_00_00;

function doorOf({ block, flat }: PersonFacts['place']): string {
  return block === '' ? flat : `${flat}\n${block}`;
}

/** What one of the boxes says; each kind once. */
function keep(kinds: Kinds, facts: PersonFacts): Shared[] {
  const own: Shared[] = [];
  const add = <Key>(map: Map<Key, Shared>, key: Key): void => {
    let one = map.get(key);
    if (one === undefined) map.set(key, (one = { boxes: 0, parcels: [] }));
    one.boxes += 1;
    own.push(one);
  };
  const { name, phones, place } = facts;
  if (name.folded !== '' && !name.covered) add(kinds.names, name.folded);
  for (const phone of phones) {
    if (phone.is === 'whole' || phone.is === 'safe') add(kinds.phones, phone.digits);
    const tail = tailOf(phone);
    if (tail !== undefined) add(kinds.tails, Number(tail) * letters + initialOf(facts));
  }
  if (isHouse(place)) {
    let house = kinds.houses.get(place.house);
    if (house === undefined) kinds.houses.set(place.house, (house = { doors: new Map(), initials: new Map() }));
    add(house.doors, doorOf(place));
    add(house.initials, initialOf(facts));
  }
  return own;
}

/** Calls for all that a parcel has in common with some box. */
function find(kinds: Kinds, facts: PersonFacts, take: (shared: Shared | undefined) => void): void {
  const { name, phones, place } = facts;
  if (name.folded !== '' && !name.covered) take(kinds.names.get(name.folded));
  for (const phone of phones) {
    if (phone.is === 'whole' || phone.is === 'safe') take(kinds.phones.get(phone.digits));
    const tail = tailOf(phone);
    if (tail !== undefined) take(kinds.tails.get(Number(tail) * letters + initialOf(facts)));
  }
  if (!isHouse(place)) return;
  const house = kinds.houses.get(place.house);
  if (house === undefined) return;
  take(house.doors.get(doorOf(place)));
  take(house.initials.get(initialOf(facts)));
}

function isHouse({ is, house }: PersonFacts['place']): boolean {
  return is !== 'none' && is !== 'covered' && house !== '';
}

/** Finds what boxes and parcels share. Only what a box says is kept: the book has many more orders than the sheet has lines. */
export function* shareInSteps(
  boxes: readonly PersonFacts[],
  parcels: readonly PersonFacts[],
): Generator<void, SharedFacts, undefined> {
  const kinds: Kinds = { names: new Map(), phones: new Map(), tails: new Map(), houses: new Map() };
  const ofBox: Shared[][] = [];
  for (const [at, facts] of boxes.entries()) {
    if (at % readAStep === 0) yield;
    ofBox.push(keep(kinds, facts));
  }
  const wideParcels = new Set<number>();
  for (const [at, facts] of parcels.entries()) {
    if (at % readAStep === 0) yield;
    find(kinds, facts, (one) => {
      if (one === undefined) return;
      one.parcels.push(at);
      if (one.boxes > commonFrom) wideParcels.add(at);
    });
  }
  /** For which box a parcel was found last. */
  const foundFor = new Int32Array(parcels.length).fill(-1);
  return {
    wideParcels,
    near(box) {
      const found: number[] = [];
      let isWide = false;
      for (const one of ofBox[box] ?? []) {
        if (one.parcels.length > commonFrom) isWide = true;
        else
          for (const at of one.parcels) {
            if (foundFor[at] === box) continue;
            foundFor[at] = box;
            found.push(at);
          }
      }
      return { found, isWide };
    },
  };
}
