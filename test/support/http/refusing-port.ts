import { onTestFinished } from 'vitest';
import { holdPort } from './ports';

/** A loopback port on which nobody listens as long as the test runs. */
export async function refusingPort(): Promise<number> {
  const held = await holdPort();
  onTestFinished(() => held.letGo());
  return held.port;
}
