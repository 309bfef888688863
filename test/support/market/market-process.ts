import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../..');
const controlToken = 'bench';

export interface MarketProcess {
  url: string;
  pid: number;
  /** An act of the control by its name, e.g. `act('inject', {rules: [...]})`; the names stand in control-by-name.ts. */
  act(name: string, given?: object): Promise<unknown>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * The practice market as a real process under plain Node, from its source (`entry` may name the built one).
 * `args` as practice-process.ts has them, without --control-token.
 */
export async function startMarketProcess(
  args: readonly string[],
  entry: string = join(root, 'src-main/practice/practice-process.ts'),
): Promise<MarketProcess> {
  const loader = entry.endsWith('.ts')
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
  const child = spawn(process.execPath, [...loader, entry, ...args, '--control-token', controlToken], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const started = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void gone.then(([code]) => reject(new Error(`the practice market ended at start with ${code}`)));
  });
  const { url, pid } = readStart(await started);
  return {
    url,
    pid,
    async act(name, given = {}) {
      const answer = await fetch(`${url}/__control/${name}`, {
        method: 'POST',
        headers: { 'x-practice-control': controlToken },
        body: JSON.stringify(given),
      });
      const body: unknown = await answer.json();
      if (!answer.ok || typeof body !== 'object' || body === null || !('value' in body)) {
        throw new Error(`${name}: ${JSON.stringify(body)}`);
      }
      return body.value;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function readStart(line: string): { url: string; pid: number } {
  const started: unknown = JSON.parse(line);
  if (typeof started === 'object' && started !== null && 'url' in started && 'pid' in started) {
    return { url: String(started.url), pid: Number(started.pid) };
  }
  throw new Error(`no start line: ${line}`);
}
