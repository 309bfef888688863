import { afterEach, beforeEach, expect } from 'vitest';

/** Ten times what the longest of these tests needs, and far less than work that grows with the square of its input. */
const mostSeconds = 30;

/**
 * Called once by a file whose tests must end soon: none may use more of the processor than that. Time on the wall would
 * say how busy the machine is, too.
 */
export function boundWorkOfFile(): void {
  let before: NodeJS.CpuUsage;
  beforeEach(() => {
    before = process.cpuUsage();
  });
  afterEach(() => {
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000, 'seconds of the processor').toBeLessThan(mostSeconds);
  });
}

async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Does `work` and fails where it used more of the processor than `times` as much as `honest`, which is done in the same
 * process for comparison: a slow machine is slow at both.
 */
export async function expectCheap(
  work: () => Promise<unknown>,
  times: number,
  honest: () => Promise<unknown>,
): Promise<void> {
  const most = times * (await processorMs(honest));
  expect(await processorMs(work), 'ms of the processor').toBeLessThan(most);
}
