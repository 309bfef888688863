/** ms after which a frame is no longer waited for; a covered or minimised window draws none. */
const longestWaitMs = 100;

/**
 * Runs `action` once: after the next frame, or after 100 ms where no frame is drawn. For work that is only put off so
 * that no single frame is long; a seller may need its result, so it must never depend on the window being seen.
 * @returns a function that cancels it
 */
export function afterNextFrame(action: () => void): () => void {
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const run = (): void => {
    cancel();
    action();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, longestWaitMs);
  return cancel;
}
