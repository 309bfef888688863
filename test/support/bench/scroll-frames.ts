import type { Page } from 'playwright';
import { z } from 'zod';
import { rounded } from './report';

/** px a frame, as a wheel that is turned fast. */
const pxPerFrame = 120;
/** The times from one frame to the next are those of a screen of 60 Hz; longer than two of them is a frame that was missed. */
const smoothMs = 33.4;
/** The runner of benches marks functions with their names by a helper that a page does not have. */
const withNames = 'globalThis.__name = (named) => named';
const timesSchema = z.array(z.number());

export interface FrameFigures {
  frames: number;
  /** Share of frames that came in time. */
  smoothShare: number;
  p95Ms: number;
  longestMs: number;
  /** What a frame cost the page on average: its script, working out styles, and laying out. */
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
}

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const costs = { scriptMs: 'ScriptDuration', styleMs: 'RecalcStyleDuration', layoutMs: 'LayoutDuration' } as const;

/** Counts what the page's main thread spends from now on, in ms, by the browser's own figures. */
async function countCosts(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async (): Promise<Map<string, number>> => {
    const { metrics } = metricsSchema.parse(await session.send('Performance.getMetrics'));
    return new Map(metrics.map(({ name, value }) => [name, 1000 * value]));
  };
  const before = await read();
  return async (): Promise<(cost: keyof typeof costs) => number> => {
    const after = await read();
    await session.detach();
    return (cost) => (after.get(costs[cost]) ?? Number.NaN) - (before.get(costs[cost]) ?? Number.NaN);
  };
}

/** Scrolls an element down, and up again from its end, 120 px each frame; answers how long the frames took. */
export async function scrollFrames(page: Page, selector: string, frames: number): Promise<FrameFigures> {
  await page.evaluate(withNames);
  const endCount = await countCosts(page);
  const times = timesSchema.parse(
    await page.evaluate(
      ({ place, count, px }) =>
        new Promise<number[]>((resolve, reject) => {
          const rows = document.querySelector(place);
          if (!rows) return reject(new Error(`nothing to scroll: ${place}`));
          const taken: number[] = [];
          let step = px;
          let last: number | undefined;
          function next(now: number): void {
            if (!rows) return;
            if (last !== undefined) taken.push(now - last);
            last = now;
            if (taken.length >= count) return resolve(taken);
            if (rows.scrollTop + rows.clientHeight >= rows.scrollHeight - 1) step = -px;
            if (rows.scrollTop <= 0) step = px;
            rows.scrollTop += step;
            requestAnimationFrame(next);
          }
          requestAnimationFrame(next);
        }),
      { place: selector, count: frames, px: pxPerFrame },
    ),
  );
  const spent = await endCount();
  const perFrame = (cost: keyof typeof costs): number => rounded(spent(cost) / times.length);
  const sorted = times.toSorted((one, other) => one - other);
  return {
    frames: times.length,
    smoothShare: rounded(times.filter((ms) => ms <= smoothMs).length / times.length),
    p95Ms: rounded(sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN),
    longestMs: rounded(sorted.at(-1) ?? Number.NaN),
    scriptMs: perFrame('scriptMs'),
    styleMs: perFrame('styleMs'),
    layoutMs: perFrame('layoutMs'),
  };
}

/**
 * From an event in the page (a click, a key) until `isThere` holds and has been drawn: the second frame after it comes
 * when the first is on the screen. The event's own time is its beginning, so that what waits in the queue counts.
 */
export async function timeUntilDrawn(
  page: Page,
  event: 'click' | 'input',
  act: () => Promise<void>,
  isThere: string,
): Promise<number> {
  await page.evaluate(withNames);
  await page.evaluate(
    ({ name, selector }) => {
      const taken = new Promise<number>((resolve) => {
        addEventListener(
          name,
          ({ timeStamp }) => {
            function look(): void {
              const found = document.querySelector(selector);
              if (!found?.checkVisibility()) return void requestAnimationFrame(look);
              requestAnimationFrame(() => resolve(performance.now() - timeStamp));
            }
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
      Reflect.set(globalThis, 'benchDrawn', taken);
    },
    { name: event, selector: isThere },
  );
  await act();
  return z.number().parse(await page.evaluate(() => Reflect.get(globalThis, 'benchDrawn')));
}
