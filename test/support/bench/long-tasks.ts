import type { Page } from 'playwright';
import { z } from 'zod';

/** Longer than the 50 ms from which the browser calls a task long. */
const provenMs = 60;

/**
 * Notes the window's tasks of more than 50 ms from now on, for `longTasksOf`. Returns once it has been seen to: a task
 * that is long on purpose has been noted, and forgotten again. Without that, an observer that sees nothing would look
 * like a window without long tasks.
 */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        const seen: number[] = [];
        new PerformanceObserver((list) => {
          const isProven = Reflect.has(globalThis, 'benchTasks');
          if (isProven) seen.push(...list.getEntries().map(({ duration }) => duration));
          Reflect.set(globalThis, 'benchTasks', seen);
          resolve();
        }).observe({ entryTypes: ['longtask'] });
        setTimeout(() => {
          for (const end = performance.now() + ms; performance.now() < end;);
        });
      }),
    provenMs,
  );
}

/** The ms of each long task since then. */
export async function longTasksOf(page: Page): Promise<number[]> {
  return z.array(z.number()).parse(await page.evaluate(() => Reflect.get(globalThis, 'benchTasks')));
}
