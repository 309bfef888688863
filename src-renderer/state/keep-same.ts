/**
 * What came over the bridge is new each time, also where it says the same. Keeps the value there was for what says the
 * same, so that nothing that reads it is drawn again: the items of a list one by one, and the list where all are kept.
 * Values are as the bridge hands them over: plain data.
 */
export function keepSameItems<Item>(before: Item[], now: readonly Item[]): Item[] {
  const kept = now.map((item, at) => {
    const past = before[at];
    return past !== undefined && JSON.stringify(past) === JSON.stringify(item) ? past : item;
  });
  const isSame = kept.length === before.length && kept.every((item, at) => item === before[at]);
  return isSame ? before : kept;
}
