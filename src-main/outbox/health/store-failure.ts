import { assertNever } from '../../../src-preload/contract/result';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { StoreFailure } from '../../markets/market';
import { growingPauseMs, longestPauseMs } from '../decide/back-off';
import { noSilence, openCircuit, silentCall } from './circuit';
import type { Engine, StoreEngineState, CallScope } from '../engine/store-engine-state';
import { silenceOf } from '../engine/store-engine-state';
import { transition } from '../write/transition';
import type { Journal } from '../write/job-transaction';
import { disprove, isProofOld, prove } from './connection-proof';
import { consequenceOf } from './troubles';

const restUnderOtherPauseMs = 5 * 60_000;

/** What a trouble of the store does to its line. The jobs of the call are settled elsewhere. */
export async function handleStoreFailure(
  engine: Engine,
  engineState: StoreEngineState,
  trouble: StoreFailure,
  given: { bucket: string | undefined; what: CallScope },
): Promise<void> {
  const now = engine.options.now();
  const consequence = consequenceOf(trouble, now);
  switch (consequence.do) {
    case 'open-circuit':
      engineState.circuit = openCircuit(engineState.circuit, consequence.by, now, trouble);
      return;
    case 'slow-down':
      if (given.bucket !== undefined) engine.rateLimiter.refused(given.bucket, consequence.waitMs);
      else engineState.readyHoldUntil = now + Math.min(longestPauseMs, Math.max(1000, consequence.waitMs ?? 0));
      return;
    case 'pause':
      await engine.transactions.run(({ tables }) => {
        // A quota is not a refusal: the market knows the store, and has had enough of it for now.
        if (consequence.pause.cause !== 'quota') {
          disprove(tables.settings, engineState.storeId);
          engineState.provenAt = undefined;
        }
        const old = tables.stores.get(engineState.storeId)?.pause;
        // The seller's own pause is the stronger one; readings rest meanwhile. Looking first stands behind and is kept.
        if (old?.cause === 'seller') {
          engineState.readyHoldUntil = now + restUnderOtherPauseMs;
          return;
        }
        // The same cause keeps its beginning.
        const since = old?.cause === consequence.pause.cause ? old.since : consequence.pause.since;
        tables.stores.setPause(engineState.storeId, { ...consequence.pause, since });
      });
      return;
    case 'count-silence': {
      const silence = silentCall(silenceOf(engineState, given.what), now);
      engineState.silences.set(given.what, silence);
      const restUntil = now + growingPauseMs(Math.max(0, silence.streak - 1));
      if (given.what === 'ready') engineState.readyHoldUntil = restUntil;
      else engineState.readHoldUntil = restUntil;
      return;
    }
    default:
      assertNever(consequence);
  }
}

/** The market spoke: what was silent no longer is. */
export async function recordResponse(engine: Engine, engineState: StoreEngineState, what: CallScope): Promise<void> {
  // A token alone proves nothing: it is given to an address that no call is allowed from, too.
  if (what !== 'ready') await noteProof(engine, engineState);
  const silence = silenceOf(engineState, what);
  if (silence.streak === 0) return;
  engineState.silences.set(what, noSilence);
  if (what === 'read') engineState.readHoldUntil = 0;
  if (silence.since === undefined || what === 'read' || what === 'ready') return;
  const kind = what;
  await engine.transactions.run((journal) => releaseRounds(journal, engineState, kind));
}

async function noteProof(engine: Engine, engineState: StoreEngineState): Promise<void> {
  const now = engine.options.now();
  if (!isProofOld(engineState.provenAt, now)) return;
  engineState.provenAt = now;
  await engine.transactions.run(({ tables, at }) => prove(tables.settings, engineState.storeId, at));
  engine.options.onChange({ storeId: engineState.storeId, jobs: [], added: false });
}

/** Jobs whose rounds were spent in the open circuit of this kind are due. */
function releaseRounds(journal: Journal, engineState: StoreEngineState, kind: JobKind): void {
  for (const job of journal.tables.jobs.waitingOn(engineState.storeId, 'back-off', 1000)) {
    if (job.kind === kind && job.inCircuit) transition(journal, job, 'due', { dueAt: journal.at });
  }
}
