import type { HandedInFile } from './handed-in';

/**
 * Files that the system opens with this app: arguments of a start (Windows, Linux) and `open-file` (macOS, which tells
 * of the file that started the app before there is any window).
 */
export interface HandOver {
  /** Hands files to the window, or keeps their paths until it listens. */
  take(paths: readonly string[]): Promise<void>;
  /** The page listens: what came earlier goes to it. */
  listens(): Promise<void>;
  /** The page goes, or is loaded again: what comes from now on is kept for the next one. */
  leaves(): void;
}

/** @param read of which the window gets names and bytes; does not fail */
export function createHandOver(
  read: (paths: readonly string[]) => Promise<HandedInFile[]>,
  send: (files: HandedInFile[]) => void,
): HandOver {
  const early: string[] = [];
  let isListening = false;
  const deliver = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return;
    const files = await read(paths);
    if (files.length > 0) send(files);
  };
  return {
    async take(paths) {
      if (isListening) await deliver(paths);
      else early.push(...paths);
    },
    async listens() {
      isListening = true;
      await deliver(early.splice(0));
    },
    leaves() {
      isListening = false;
    },
  };
}
