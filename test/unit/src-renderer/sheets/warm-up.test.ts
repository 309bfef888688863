import { expect, it, vi } from 'vitest';
import { warmUp } from '../../../../src-renderer/sheets/warm-up';

const tools = { decodeCp949: String, digest: () => Promise.resolve('0'.repeat(64)) };

it('the sheet a reader warms up with is read and understood as a real one is', async () => {
  expect(await warmUp(tools, () => true)).toBe(true);
});

it('the warm-up ends as soon as a file is waiting', async () => {
  const digest = vi.fn(tools.digest);
  await warmUp({ ...tools, digest }, () => digest.mock.calls.length < 1);
  expect(digest).toHaveBeenCalledOnce();
});
