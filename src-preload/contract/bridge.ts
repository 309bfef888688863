import type { CallFailure, CallInput, CallOutput } from './calls';
import type { EventPayload } from './events';
import type { CallName, CallWithFile, EventName } from './names';
import type { Result } from './result';

/** What the window hands over: for some calls a File, whose path the preload sends. */
export type WindowInput<Name extends CallName> = Name extends CallWithFile ? File : CallInput<Name>;

/** The shape of `window.desk`: preload.ts builds it from names.ts, the window is typed by it. */
export interface DeskBridge {
  call<Name extends CallName>(
    name: Name,
    input: WindowInput<Name>,
  ): Promise<Result<CallOutput<Name>, CallFailure<Name>>>;
  /** Answers the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
}
