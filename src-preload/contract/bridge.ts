import type { CallFailure, CallInput, CallOutput } from './calls';
import type { EventPayload } from './events';
import type { CallName, EventName } from './names';
import type { Result } from './result';

/** The shape of `window.desk`: preload.ts builds it from names.ts, the window is typed by it. */
export interface DeskBridge {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>, CallFailure<Name>>>;
  /** Answers the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** The path of a file the seller dropped never reaches the window; only its bytes do. */
}
