import type { AppWithMarket } from './app-with-market';
import { inMain } from './in-main';

/**
 * Moves what a process says the time of day is; uses nothing but its arguments. Its functions are methods: tsx, under which
 * benches run, would wrap others in one that the process lacks.
 */
function steer(_electron: unknown, ms: number): void {
  const real: DateConstructor = Reflect.get(globalThis, 'realDate') ?? Date;
  Reflect.set(globalThis, 'realDate', real);
  const steered = new Proxy(real, {
    construct(target, given, kind): object {
      return Object(Reflect.construct(target, given.length === 0 ? [target.now() + ms] : given, kind));
    },
    get(target, key) {
      return key === 'now' ? () => target.now() + ms : Reflect.get(target, key);
    },
  });
  Reflect.set(globalThis, 'Date', steered);
}

/**
 * Sets the clocks of an app, of its window, also after it loads again, and of its market to a moment, from which they go on;
 * what measures durations, and what waits, is not touched.
 * @param at ms UTC
 */
export async function setClocks({ desk, market }: Pick<AppWithMarket, 'desk' | 'market'>, at: number): Promise<void> {
  const ms = at - Date.now();
  await market.act('set', { clockSkewMs: ms });
  await inMain(desk.app, steer, ms);
  const steered = `(${steer.toString()})(undefined, ${ms})`;
  await desk.page.addInitScript(steered);
  await desk.page.evaluate(steered);
}
