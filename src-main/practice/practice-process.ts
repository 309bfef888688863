import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPractice } from './start-practice';
import { readSwitches } from './switches';

/**
 * The practice market as a process of its own: `practice-process.js --ledger FILE [--port 0] [--rate 10 --burst 20]
 * [--client-id ID --client-secret SALT] [--seed 7 --orders 3000] [--empty] [--control-token WORD] [--switches JSON]`.
 * Prints one line of JSON, {"url", "pid"}, when it answers. Ends at SIGTERM, SIGINT, or when a stdin that is a
 * pipe closes: a parent that dies takes it along.
 */
const { values } = parseArgs({
  options: {
    ledger: { type: 'string' },
    port: { type: 'string', default: '0' },
    rate: { type: 'string' },
    burst: { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    seed: { type: 'string', default: '1' },
    orders: { type: 'string', default: '0' },
    empty: { type: 'boolean', default: false },
    'control-token': { type: 'string' },
    switches: { type: 'string', default: '{}' },
  },
});

if (values.ledger === undefined) throw new Error('--ledger FILE is needed');
const clientId = values['client-id'];
const clientSecret = values['client-secret'];
const controlToken = values['control-token'];
const practice = await startPractice({
  ledgerFile: values.ledger,
  options: {
    port: Number(values.port),
    seed: values.empty ? 'empty' : 'sample',
    make: { count: Number(values.orders), seed: Number(values.seed) },
    switches: {
      ...readSwitches(JSON.parse(values.switches)),
      ...(values.rate === undefined ? {} : { rate: Number(values.rate) }),
      ...(values.burst === undefined ? {} : { burst: Number(values.burst) }),
    },
    ...(clientId === undefined || clientSecret === undefined ? {} : { credentials: { clientId, clientSecret } }),
    ...(controlToken === undefined ? {} : { controlToken }),
  },
});

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await practice.stop();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// Only a pipe tells of a parent's end; /dev/null would end it at once.
const input = fstatSync(0);
if (input.isFIFO() || input.isSocket()) {
  process.stdin.on('close', () => void stop());
  process.stdin.resume();
}

process.stdout.write(`${JSON.stringify({ url: practice.url, pid: process.pid })}\n`);
