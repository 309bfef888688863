import type { JobRow } from '../../database/rows';
import type { StoreFailure } from '../../markets/market';
import { closed, probeAtOnce, probeFailed } from '../health/circuit';
import { handleStoreFailure } from '../health/store-failure';
import type { Step } from './store-engine-state';
import { prove, troubleOfTest } from '../health/connection-proof';

/**
 * Asks whether the market can be reached again: a bare TCP connect after an outage, one API read after a block and at the
 * end of a pause for an IP or a quota. Success closes the circuit or ends the pause, and everything that waited for it
 * is due with the next step.
 */
export function probe(step: Step): void {
  const { engine, engineState, session, store } = step;
  engineState.probing = true;
  step.launch(async () => {
    try {
      if (engineState.circuit.is === 'open' && engineState.circuit.by === 'offline') {
        const reached = await session.probe();
        engineState.circuit = reached ? closed : probeFailed(engineState.circuit, engine.options.now());
        return;
      }
      const trouble = await askOnce(step);
      const now = engine.options.now();
      if (trouble === undefined) {
        engineState.circuit = closed;
        await engine.transactions.run(({ tables, at }) => {
          prove(tables.settings, store.id, at);
          const pause = tables.stores.get(store.id)?.pause;
          if (pause !== undefined && pause.cause === store.pause?.cause && pause.cause !== 'look-first') {
            tables.stores.setPause(store.id, undefined);
          }
        });
        return;
      }
      const wasOpen = engineState.circuit.is === 'open';
      if (trouble.kind === 'market' || trouble.kind === 'rate') {
        // Still nothing to be learnt about what it waits for: ask again later.
        if (wasOpen) engineState.circuit = probeFailed(engineState.circuit, now);
        else engineState.readyHoldUntil = now + 60_000;
        return;
      }
      const isSame = wasOpen && (trouble.kind === 'blocked' || trouble.kind === 'no-path' || trouble.kind === 'clock');
      if (isSame) engineState.circuit = probeFailed(engineState.circuit, now, trouble.retryAfterMs);
      else if (wasOpen && trouble.kind !== 'offline') engineState.circuit = closed;
      if (!isSame) await handleStoreFailure(engine, engineState, trouble, { bucket: undefined, what: 'ready' });
    } finally {
      engineState.probing = false;
      if (engineState.probeAgain) await probeAnew(step);
    }
  });
}

/** The line changed meanwhile: what was found is of the line before, and the next step asks once more. */
async function probeAnew({ engine, engineState }: Step): Promise<void> {
  engineState.probeAgain = false;
  engineState.readyHoldUntil = 0;
  engineState.circuit = probeAtOnce(engineState.circuit, engine.options.now());
  await engine.transactions.run(({ tables, at }) => {
    const pause = tables.stores.get(engineState.storeId)?.pause;
    if (pause?.cause === 'ip') tables.stores.setPause(engineState.storeId, { ...pause, until: at });
  });
}

/** One read of a target that matters, or the store's test where the market has no readings. */
async function askOnce(step: Step): Promise<StoreFailure | undefined> {
  const { engine, market, session, store } = step;
  const ready = await session.ready();
  if (!ready.ok) return ready.trouble;
  const waiting: JobRow | undefined = await engine.transactions.database.jobs.firstUnsettled(store.id);
  if (waiting === undefined || !market.reads.includes(waiting.kind)) {
    return troubleOfTest(await session.test());
  }
  const bucket = market.bucketOf(store.accountId, 'read');
  // A probe goes out whatever the bucket says: at most one a pause.
  engine.rateLimiter.take(bucket);
  const { outcome, call } = await session.read([waiting.target]);
  engine.rateLimiter.answered(bucket, call);
  if (outcome.type === 'trouble' && outcome.trouble.kind === 'rate') engine.rateLimiter.refused(bucket);
  return outcome.type === 'trouble' ? outcome.trouble : undefined;
}
