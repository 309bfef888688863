/**
 * The main process without Electron, as a process that can be killed: `core-process.ts DATA_DIR NAVER_URL ORDERS.json`.
 * Sends all orders of the file at every start (what is there already changes nothing), tells its parent in lines of
 * JSON what it knows, and ends when its stdin closes.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SheetOrder } from '../../../src-main/practice/sheet-order';
import { fileKeychain } from './keychains';
import { runCore } from './run-core';

const [dataDir = '', naverUrl = '', ordersFile = ''] = process.argv.slice(2);
const plan = z
  .object({
    credentials: z.object({ clientId: z.string(), clientSecret: z.string() }),
    orders: z.array(z.custom<SheetOrder>()),
    /** Presents that no one accepts. */
    gifts: z.int().nonnegative(),
  })
  .parse(JSON.parse(await readFile(ordersFile, 'utf8')));

const tell = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);
process.stdin.on('close', () => process.exit(0));
process.stdin.resume();

const running = await runCore({
  dataDir,
  naverUrl,
  credentials: plan.credentials,
  loadKeychain: fileKeychain(`${dataDir}.keys`),
});
tell({ is: 'started' });
await running.send(plan.orders);
tell({ is: 'added' });
await running.until(
  ({ counts }) =>
    counts.queued + counts.sending + counts.unknown === 0 &&
    counts.waiting <= plan.gifts &&
    counts.succeeded + counts.rejected + counts.held > 0,
);
const log = await running.log();
tell({
  is: 'settled',
  problems: running.problems,
  jobs: log.map(({ target, state, code, values }) => ({ target, state, code, values })),
});
