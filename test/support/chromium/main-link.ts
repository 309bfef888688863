/** The line of a story's main process to the process of the story. */
import type { Asked, OneWayMessage, Wanted, Wire } from './wire';

export const nothing = (): void => undefined;
const post = (message: Wire): void => {
  if (process.connected) process.send?.(message, undefined, undefined, nothing);
};
export const notify = (what: OneWayMessage): void => post({ way: 'notify', what });
let asked = 0;
const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
export const ask = (what: Asked): Promise<unknown> =>
  new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    post({ way: 'ask', id: asked, what });
  });

/** What a story asks for has to be of a kind that can be sent; anything else was not meant as an answer. */
function sendable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

function isWire(message: unknown): message is Wire {
  return typeof message === 'object' && message !== null && 'way' in message;
}

/** From here on the story is answered; with the story the app ends. */
export function answerStory(work: (what: Wanted) => Promise<unknown>): void {
  process.on('message', (message: unknown) => {
    if (!isWire(message)) return;
    if (message.way === 'answer') {
      const asker = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) asker?.resolve(message.value);
      else asker?.reject(new Error(String(message.value)));
    } else if (message.way === 'ask') {
      const { id } = message;
      // The types of both directions are one, so that this file and launch read the same message.
      void work(message.what as Wanted).then(
        (value) => post({ way: 'answer', id, ok: true, value: sendable(value) }),
        (problem: unknown) =>
          post({ way: 'answer', id, ok: false, value: problem instanceof Error ? problem.stack : String(problem) }),
      );
    }
  });
  process.on('disconnect', () => process.exit(0));
}
