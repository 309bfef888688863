import type { PersonFacts } from './facts';
import { tailOf } from './phones';

/** Something that so many have tells none apart: candidates are not looked for by it, and nothing found is ticked. */
const commonFrom = 200;

/** Indexed in some milliseconds. */
const indexedAStep = 2_000;

/** Where parcels, or lines, with something in common are found. Positions in the list it was made of. */
export interface FactIndex {
  /** Those that share a name, a number, the end of one or a house; `isWide`: something was too common to be looked by. */
  near(facts: PersonFacts): { found: number[]; isWide: boolean };
  isWide(facts: PersonFacts): boolean;
}

function keysOf({ name, phones, place }: PersonFacts): string[] {
  const keys: string[] = [];
  if (name.folded !== '' && !name.covered) keys.push(`n ${name.folded}`);
  for (const phone of phones) {
    if (phone.is === 'whole') keys.push(`p ${phone.digits}`);
    const tail = tailOf(phone);
    // The end alone is looked by where the name's beginning agrees: ends repeat from ten thousand people on.
    if (tail !== undefined) keys.push(`t ${tail} ${name.folded.slice(0, 1)}`);
    if (phone.is === 'safe') keys.push(`s ${phone.digits}`);
  }
  if (place.is !== 'none' && place.is !== 'covered' && place.house !== '') {
    keys.push(`h ${place.house} ${place.block} ${place.flat}`, `b ${place.house} ${name.folded.slice(0, 1)}`);
  }
  return keys;
}

/** Indexes parcels, or lines, by what they say. */
export function* indexInSteps(all: readonly PersonFacts[]): Generator<void, FactIndex, undefined> {
  const lists = new Map<string, number[]>();
  for (const [at, facts] of all.entries()) {
    if (at % indexedAStep === 0) yield;
    for (const key of keysOf(facts)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [at]);
      else list.push(at);
    }
  }
  return {
    isWide: (facts) => keysOf(facts).some((key) => (lists.get(key)?.length ?? 0) > commonFrom),
    near(facts) {
      const found = new Set<number>();
      let isWide = false;
      for (const key of keysOf(facts)) {
        const list = lists.get(key);
        if (list === undefined) continue;
        if (list.length > commonFrom) isWide = true;
        else for (const at of list) found.add(at);
      }
      return { found: [...found], isWide };
    },
  };
}
