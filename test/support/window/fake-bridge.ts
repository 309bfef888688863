import type { DeskBridge } from '../../../src-preload/contract/bridge';

/** The main process as the window sees it: each call answered by the test, at once or by a promise, and written down. */
export function createFakeBridge(answers: Record<string, (input: unknown) => unknown>) {
  const calls: { name: string; input: unknown }[] = [];
  const bridge = {
    async call(name: string, input: unknown) {
      calls.push({ name, input });
      const answer = answers[name];
      return answer === undefined
        ? { ok: false, failure: { code: 'internal', detail: `no answer for ${name}` } }
        : { ok: true, value: await answer(input) };
    },
    on: () => () => undefined,
  };
  Object.defineProperty(window, 'desk', {
    value: bridge satisfies Record<keyof Pick<DeskBridge, 'call' | 'on'>, unknown>,
    configurable: true,
  });
  return { calls };
}
