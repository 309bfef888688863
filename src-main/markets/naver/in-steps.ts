/** The answer of work that lets others take their turn at each `yield`, and says nothing there. */
export type Steps<Value> = Generator<void, Value, undefined>;

/** Entries of a market's answer that are checked in one step: some ms the first time, when no code is compiled yet. */
const itemsInStep = 25;

/** All of it at once. */
export function toEnd<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** One step in a turn of the event loop: an answer of 300 entries would hold the main thread for longer than a frame. */
export async function byTurns<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What each item becomes, none or several of them, with a `yield` before each step: what made the items was one. */
export function* flatMapInSteps<Item, Value>(
  items: readonly Item[],
  toValues: (item: Item) => readonly Value[],
): Steps<Value[]> {
  const values: Value[] = [];
  for (const [n, item] of items.entries()) {
    if (n % itemsInStep === 0) yield;
    values.push(...toValues(item));
  }
  return values;
}
