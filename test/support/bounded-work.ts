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
