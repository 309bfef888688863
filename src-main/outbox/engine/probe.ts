import type { JobRow } from '../../database/rows';
import type { StoreTrouble } from '../../markets/market';
import { closed, probeAtOnce, probeFailed } from '../health/circuit';
import { meetTrouble } from '../health/store-failure';
import type { Step } from './store-engine-state';
import { prove, troubleOfTest } from '../health/connection-proof';

/**
 * Asks whether the market can be reached again: a bare TCP connect after an outage, one API read after a block and at the
 * end of a pause for an IP or a quota. Success closes the circuit or ends the pause, and everything that waited for it
 * is due with the next step.
 */
export function probe(step: Step): void {
  const { engine, line, session, store } = step;
  line.probing = true;
  step.launch(async () => {
    try {
      if (line.circuit.is === 'open' && line.circuit.by === 'offline') {
        const reached = await session.probe();
        line.circuit = reached ? closed : probeFailed(line.circuit, engine.options.now());
        return;
      }
      const trouble = await askOnce(step);
      const now = engine.options.now();
      if (trouble === undefined) {
        line.circuit = closed;
        await engine.desk.change(({ tables, at }) => {
          prove(tables.settings, store.id, at);
          const pause = tables.stores.get(store.id)?.pause;
          if (pause !== undefined && pause.cause === store.pause?.cause && pause.cause !== 'look-first') {
            tables.stores.setPause(store.id, undefined);
          }
        });
        return;
      }
      const wasOpen = line.circuit.is === 'open';
      if (trouble.kind === 'market' || trouble.kind === 'rate') {
        // Still nothing to be learnt about what it waits for: ask again later.
        if (wasOpen) line.circuit = probeFailed(line.circuit, now);
        else line.readyHoldUntil = now + 60_000;
        return;
      }
      const isSame = wasOpen && (trouble.kind === 'blocked' || trouble.kind === 'no-path' || trouble.kind === 'clock');
      if (isSame) line.circuit = probeFailed(line.circuit, now, trouble.retryAfterMs);
      else if (wasOpen && trouble.kind !== 'offline') line.circuit = closed;
      if (!isSame) await meetTrouble(engine, line, trouble, { bucket: undefined, what: 'ready' });
    } finally {
      line.probing = false;
      if (line.probeAgain) await probeAnew(step);
    }
  });
}

/** The line changed meanwhile: what was found is of the line before, and the next step asks once more. */
async function probeAnew({ engine, line }: Step): Promise<void> {
  line.probeAgain = false;
  line.readyHoldUntil = 0;
  line.circuit = probeAtOnce(line.circuit, engine.options.now());
  await engine.desk.change(({ tables, at }) => {
    const pause = tables.stores.get(line.storeId)?.pause;
    if (pause?.cause === 'ip') tables.stores.setPause(line.storeId, { ...pause, until: at });
  });
}

/** One read of a target that matters, or the store's test where the market has no readings. */
async function askOnce(step: Step): Promise<StoreTrouble | undefined> {
  const { engine, market, session, store } = step;
  const ready = await session.ready();
  if (!ready.ok) return ready.trouble;
  const waiting: JobRow | undefined = await engine.desk.database.jobs.firstUnsettled(store.id);
  if (waiting === undefined || !market.reads.includes(waiting.kind)) {
    return troubleOfTest(await session.test());
  }
  const bucket = market.bucketOf(store.accountId, 'read');
  // A probe goes out whatever the bucket says: at most one a pause.
  engine.pacer.take(bucket);
  const { outcome, call } = await session.read([waiting.target]);
  engine.pacer.answered(bucket, call);
  if (outcome.type === 'trouble' && outcome.trouble.kind === 'rate') engine.pacer.refused(bucket);
  return outcome.type === 'trouble' ? outcome.trouble : undefined;
}
