import type { DeskBridge } from '../../../src-preload/contract/bridge';

/** An answer that is a failure. */
export class Refusal {
  constructor(readonly code: string) {}
}

/** The main process as the window sees it: each call answered by the test, at once or by a promise, and written down. */
export function createFakeBridge(answers: Record<string, (input: unknown) => unknown>) {
  const calls: { name: string; input: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const bridge = {
    async call(name: string, input: unknown) {
      calls.push({ name, input });
      const answer = answers[name];
      if (answer === undefined) return { ok: false, failure: { code: 'internal', detail: `no answer for ${name}` } };
      const value = await answer(input);
      return value instanceof Refusal ? { ok: false, failure: { code: value.code, detail: '' } } : { ok: true, value };
    },
    on(name: string, listener: (payload: unknown) => void) {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => void all.delete(listener);
    },
  };
  Object.defineProperty(window, 'desk', {
    value: bridge satisfies Record<keyof Pick<DeskBridge, 'call' | 'on'>, unknown>,
    configurable: true,
  });
  return {
    calls,
    /** An event of the main process. */
    send(name: string, payload: unknown): void {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
  };
}
