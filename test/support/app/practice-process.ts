import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const built = join(import.meta.dirname, '../../../out/main/practice-process.js');
const greeting = z.looseObject({ url: z.url(), pid: z.int() });

export interface PracticeProcess {
  url: string;
  stop(): Promise<void>;
}

/** Starts the built practice market as a process of its own, under plain Node, on a ledger that goes with it. */
export async function startPracticeProcess(args: readonly string[] = []): Promise<PracticeProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-market-'));
  const child = spawn(process.execPath, [built, '--ledger', join(folder, 'ledger.jsonl'), '--port', '0', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first]: unknown[] = await once(lines, 'line');
  const { url } = greeting.parse(JSON.parse(String(first)));
  return {
    url,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
