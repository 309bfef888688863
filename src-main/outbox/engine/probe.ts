import type { JobRow } from '../../database/rows';
import type { StoreFailure } from '../../markets/market';
import { troubleOfTest } from '../health/connection-proof';
import type { ProbeOutcome } from '../health/health-events';
import { updateHealth } from '../health/update-health';
import type { Step } from './store-engine-state';

/**
 * Asks whether the market can be reached again: a connection without a call after an outage, one API read after a block and at the
 * end of a pause for an IP or a quota. What it finds is an event of the store's health; everything that waited for it is
 * due with the next step.
 */
export async function startProbe(step: Step, by: 'connect' | 'read'): Promise<void> {
  const { engine, engineState, store } = step;
  const pause = store.pause?.cause;
  await updateHealth(engine, engineState, { type: 'probe-started' });
  step.launch(async () => {
    let outcome: ProbeOutcome = { is: 'failed', failure: { kind: 'market', code: 'client-error' } };
    try {
      outcome = by === 'connect' ? await connect(step) : await askOnce(step);
    } finally {
      await updateHealth(engine, engineState, { type: 'probe-ended', outcome, pause });
    }
  });
}

async function connect({ session }: Step): Promise<ProbeOutcome> {
  const reached = await session.probe();
  if (reached === true) return { is: 'reached' };
  return { is: 'unreachable', ...(reached === false ? {} : { fault: reached }) };
}

/** One read of a target that matters, or the store's test where the market has no readings. */
async function askOnce(step: Step): Promise<ProbeOutcome> {
  const { engine, market, session, store } = step;
  const ready = await session.ready();
  if (!ready.ok) return probed(ready.failure);
  const waiting: JobRow | undefined = await engine.transactions.database.jobs.firstUnsettled(store.id);
  if (waiting === undefined || !market.reads.includes(waiting.kind)) {
    return probed(troubleOfTest(await session.test()));
  }
  const bucket = market.bucketOf(store.accountId, 'read');
  // A probe goes out whatever the bucket says: at most one a pause.
  engine.rateLimiter.take(bucket);
  const { outcome, call } = await session.read([waiting.target]);
  engine.rateLimiter.answered(bucket, call);
  if (outcome.type === 'trouble' && outcome.failure.kind === 'rate') engine.rateLimiter.refused(bucket);
  return probed(outcome.type === 'trouble' ? outcome.failure : undefined);
}

function probed(failure: StoreFailure | undefined): ProbeOutcome {
  return failure === undefined ? { is: 'answered' } : { is: 'failed', failure };
}
