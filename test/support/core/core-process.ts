/**
 * The main process without Electron, as a process that can be killed: `core-process.ts DATA_DIR NAVER_URL ORDERS.json`.
 * Sends all orders of the file at every start (what is there already changes nothing), delays some and pays others back
 * once they are held for their cancel requests, tells its parent in lines of JSON what it knows, and ends when its stdin
 * closes.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SheetOrder } from '../../../src-main/practice/sheet-order';
import { dayMs } from '../../../src-preload/contract/korean-time';
import { delayLine, endOfDay } from '../outbox/delay-line';
import { fileKeychain } from './keychains';
import { runCore } from './run-core';

const [dataDir = '', naverUrl = '', ordersFile = ''] = process.argv.slice(2);
const plan = z
  .object({
    credentials: z.object({ clientId: z.string(), clientSecret: z.string() }),
    orders: z.array(z.custom<SheetOrder>()),
    /** Presents that no one accepts. */
    gifts: z.int().nonnegative(),
    delayIds: z.array(z.string()),
    refundIds: z.array(z.string()),
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
const { core, storeId } = running;
const until = endOfDay(Date.now() + 5 * dayMs);
// In the next days the same delay again is no second one.
const delays = plan.delayIds.map((id) => delayLine(id, { until }));
if (delays.length > 0) await core.outbox.add({ storeId, undoMs: 0, replace: false, jobs: delays });
tell({ is: 'added' });
const restsNow = () =>
  running.until(
    ({ counts }) =>
      counts.queued + counts.sending + counts.unknown === 0 &&
      counts.waiting <= plan.gifts &&
      counts.succeeded + counts.rejected + counts.held > 0,
  );
await restsNow();
// One box at a time, as the seller decides; what a lost answer left open is held again and agreed to once more.
const toRefund = new Set(plan.refundIds);
for (;;) {
  const held = (await running.log()).find(
    ({ state, code, target }) => state === 'held' && code === 'cancel-requested' && toRefund.has(target),
  );
  if (held === undefined) break;
  await core.outbox.act({ action: 'refund', jobs: [held.id], others: 'send' });
  await restsNow();
}
const log = await running.log();
tell({
  is: 'settled',
  problems: running.problems,
  jobs: log.map(({ target, state, code, values }) => ({ target, state, code, values })),
});
