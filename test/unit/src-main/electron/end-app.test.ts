import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEnding } from '../../../../src-main/electron/end-app';

const done: string[] = [];
const ending = () =>
  createEnding({
    finish(exit) {
      done.push('finish');
      exit();
    },
    tookTooLong: () => void done.push('too long'),
    exit: () => void done.push('exit'),
    report: () => void done.push('report'),
  });

beforeEach(() => {
  done.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('ends the desk first, and an installer may begin only after it', async () => {
  const app = ending();
  let stopped: () => void = () => undefined;
  app.stopsWith(() => new Promise((resolve) => (stopped = resolve)));
  expect(app.isDue()).toBe(true);
  app.run();
  expect(app.isDue()).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(done).toEqual([]);
  stopped();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(['finish', 'exit']);
});

it('starts no installer over a desk that does not end', async () => {
  const app = ending();
  app.stopsWith(() => new Promise(() => undefined));
  app.run();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(done).toEqual(['too long', 'exit']);
});

it('ends the app where there is no desk, and where it fails to end', async () => {
  ending().run();
  await vi.advanceTimersByTimeAsync(0);
  const app = ending();
  app.stopsWith(() => Promise.reject(new Error('disk')));
  app.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['finish', 'exit', 'report', 'finish', 'exit']);
});

it('ends once: a second wish to end cuts nothing that is under way', async () => {
  const app = ending();
  let stopped: () => void = () => undefined;
  app.stopsWith(() => new Promise((resolve) => (stopped = resolve)));
  app.run();
  app.run();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual([]);
  stopped();
  await vi.advanceTimersByTimeAsync(60_000);
  app.run();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(['finish', 'exit']);
});
