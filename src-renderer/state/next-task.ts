/**
 * Resolves in a task of its own. What was just shown is drawn at the end of the task that showed it: work that follows and
 * that the seller does not wait for is put behind that, so that no single task is long.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
