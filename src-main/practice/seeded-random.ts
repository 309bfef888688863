/** Numbers in [0, 1) that are the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An integer from 0 to `below` - 1. */
export function pickIndex(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

/** One of the list; throws for an empty one. */
export function pickOne<Item>(random: () => number, list: readonly Item[]): Item {
  const item = list[pickIndex(random, list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
