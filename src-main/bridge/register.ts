import { callNames } from '../../src-preload/contract/names';
import type { CallName } from '../../src-preload/contract/names';
import { failure } from '../../src-preload/contract/result';

/** The part of Electron's ipcMain this file needs; a test hands in its own. */
export interface Ipc<Event> {
  handle(channel: string, listener: (event: Event, input: unknown) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

interface Options<Event> {
  ipc: Ipc<Event>;
  isOurs(event: Event): boolean;
  /** Comes with the schemas, which are loaded next to the window: names alone are enough to listen. */
  answerer: Promise<(name: CallName, input: unknown) => Promise<unknown>>;
}

/** Registers every call of the contract; answers the function that takes all of them back. */
export function registerCalls<Event>({ ipc, isOurs, answerer }: Options<Event>): () => void {
  for (const name of callNames) {
    ipc.handle(`call:${name}`, async (event, input) =>
      isOurs(event) ? (await answerer)(name, input) : failure('not-our-window'),
    );
  }
  return () => {
    for (const name of callNames) ipc.removeHandler(`call:${name}`);
  };
}
