import { expect, it, onTestFinished } from 'vitest';
import { watchSlowTasks } from '../../../../src-main/diagnostics/slow-tasks';

it('what holds the thread for more than 100 ms is written, with how long it took', async () => {
  const slow = await new Promise<unknown>((resolve) => {
    const stop = watchSlowTasks({
      log: (event, fields) => {
        if (event === 'slow-task') resolve(fields);
      },
    });
    onTestFinished(stop);
    // The watch measures between its own timers: it has to have begun before the thread is held.
    setImmediate(() => setTimeout(holdThread, 50));
    // The watch alone keeps no program running.
    const alive = setInterval(() => undefined, 100);
    onTestFinished(() => clearInterval(alive));
  });
  expect(slow).toEqual({ ms: expect.any(Number) });
  expect(Object(slow).ms).toBeGreaterThan(100);
});

function holdThread(): void {
  const until = performance.now() + 250;
  while (performance.now() < until);
}
