import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';

/** As large as the screen of the session (resources/setup/display.mjs). */
const screen = '1600x1000x24';

/**
 * Gives the apps of this process an invisible screen of their own, so that the stories of two workers neither cover each
 * other's windows nor share a clipboard. Only within the session that the set-up starts; elsewhere the screen there is
 * stays. Answers the function that ends it.
 */
export async function useOwnDisplay(): Promise<() => Promise<void>> {
  if (process.env['BALSONG_SESSION'] !== '1' || process.platform !== 'linux') return async () => undefined;
  const before = process.env['DISPLAY'];
  // It picks a free number by itself and writes it to the third descriptor once it listens.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const number = await Promise.race([
    firstLine(server.stdio[3]),
    ended.then(([code]) => Promise.reject(new Error(`Xvfb ended with ${String(code)} before it listened`))),
  ]);
  process.env['DISPLAY'] = `:${number}`;
  return async () => {
    if (before === undefined) delete process.env['DISPLAY'];
    else process.env['DISPLAY'] = before;
    server.kill();
    await ended;
  };
}

async function firstLine(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error('the descriptor of the display is no pipe');
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}
