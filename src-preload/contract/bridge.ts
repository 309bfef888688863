import type { CallFailure, CallInput, CallOutput } from './calls';
import type { EventPayload } from './events';
import type { KeptFileId } from './ids';
import type { CallName, EventName } from './names';
import type { Result } from './result';

/** The shape of `window.desk`: preload.ts builds it from names.ts, the window is typed by it. */
export interface DeskBridge {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>, CallFailure<Name>>>;
  /** Answers the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /**
   * Has a file that was dropped or picked kept, to be read again when it changes; answers its id, or undefined for a
   * file that is none of the disk. Its path goes from the preload to the main process and never reaches the page.
   */
  keepFile(file: File): Promise<KeptFileId | undefined>;
}
