import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPractice } from '../../../src-main/practice/start-practice';

it('stops although somebody still waits for a request that never comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-stop-'));
  const options = { port: 0, seed: 'empty' as const, controlToken: 'test' };
  const practice = await startPractice({ ledgerFile: join(folder, 'ledger.jsonl'), options });
  const headers = { 'x-practice-control': 'test' };
  const ask = (name: string, given: object) =>
    fetch(`${practice.url}/__control/${name}`, { method: 'POST', headers, body: JSON.stringify(given) });
  const waiting = ask('arrived', { api: 'dispatch', nth: 7 }).then(
    () => 'answered',
    () => 'cut',
  );
  // Asked for after it and answered: the first one has come in.
  await ask('ledger', {});
  await practice.stop();
  expect(await waiting).toBe('cut');
  await rm(folder, { recursive: true, force: true });
});
