import type { Declared } from './inflate-part';

/** From the reader of a file to the thread that inflates for it; one part after the other. */
export type ToInflater =
  | { is: 'part'; declared: Declared }
  | { is: 'packed'; bytes: Uint8Array<ArrayBuffer> }
  | { is: 'packed-end' }
  /** A piece was looked at, and comes back to be filled again. */
  | { is: 'taken'; bytes: Uint8Array<ArrayBuffer> };

/** And back: pieces in order, then `done`; or `damaged` in the place of what is left. */
export type FromInflater =
  /** What was given is inflated: there is room for one step more. */
  | { is: 'room' }
  | { is: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { is: 'done' }
  | { is: 'damaged'; detail: string }
  | { is: 'broke'; what: string };

/** What both ends need of a port or a worker. */
export interface Port<Sent> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
