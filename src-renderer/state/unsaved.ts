/** Each says whether it holds something of the seller's that is written down nowhere. */
const checks = new Set<() => boolean>();

/**
 * A place that holds what the seller typed or decided until he saves it registers here: it is asked before the app starts
 * again. Answers the function that takes it off again.
 */
export function registerUnsaved(isUnsaved: () => boolean): () => void {
  checks.add(isUnsaved);
  return () => void checks.delete(isUnsaved);
}

/** Whether one of them holds something that a new start would lose. */
export function isSomethingUnsaved(): boolean {
  return [...checks].some((isUnsaved) => isUnsaved());
}
