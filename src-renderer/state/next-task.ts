/**
 * Resolves in a task of its own. What was just shown is drawn at the end of the task that showed it: work that follows and
 * that the seller does not wait for is put behind that, so that no single task is long. By a message and not by a timer,
 * which a covered window may get a second late.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
