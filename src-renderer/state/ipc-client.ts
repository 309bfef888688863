import type { DeskBridge, WindowInput } from '../../src-preload/contract/bridge';
import type { CallFailure, CallOutput } from '../../src-preload/contract/calls';
import type { EventPayload } from '../../src-preload/contract/events';
import type { CallName, EventName } from '../../src-preload/contract/names';
import type { Result } from '../../src-preload/contract/result';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/**
 * Asks the main process. A bridge that breaks (the main process is gone) is answered as `internal`, so that callers have
 * one kind of failure to think of.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: WindowInput<Name>,
): Promise<Result<CallOutput<Name>, CallFailure<Name>>> {
  try {
    return await window.desk.call(name, input);
  } catch (problem) {
    return { ok: false, failure: { code: 'internal', detail: String(problem) } };
  }
}

/** Listens to the main process; answers the function that stops it. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.desk.on(name, listener);
}
