import { expect, it } from 'vitest';
import { asUserGesture } from '../../../../../src-main/electron/presence/as-user-gesture';

it('acts after the page has been told of a press, and no later', async () => {
  const done: unknown[] = [];
  const page = {
    executeJavaScript: async (script: string, isGesture?: boolean) => void done.push([script, isGesture]),
  };
  await asUserGesture(
    page,
    () => done.push('act'),
    (problem) => done.push(problem),
  );
  expect(done).toEqual([['undefined', true], 'act']);
});

it('acts all the same where the page is gone, and reports it', async () => {
  const done: unknown[] = [];
  const page = { executeJavaScript: async () => Promise.reject(new Error('gone')) };
  await asUserGesture(
    page,
    () => done.push('act'),
    (problem) => done.push(problem),
  );
  expect(done).toEqual([new Error('gone'), 'act']);
});
