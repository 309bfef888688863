import { onTestFinished } from 'vitest';
import { holdPort } from './ports';

/** A loopback port on which nothing listens while the test runs. */
export async function refusingPort(): Promise<number> {
  const held = await holdPort();
  onTestFinished(() => held.letGo());
  return held.port;
}
