import { assertNever } from '../../../src-preload/contract/result';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { StoreTrouble } from '../../markets/market';
import { growingPauseMs, longestPauseMs } from '../decide/back-off';
import { noSilence, openCircuit, silentCall } from './circuit';
import type { Engine, Line, SilenceOf } from '../engine/store-engine-state';
import { silenceOf } from '../engine/store-engine-state';
import { move } from '../write/transition';
import type { Journal } from '../write/job-transaction';
import { disprove, isProofOld, prove } from './connection-proof';
import { consequenceOf } from './troubles';

const restUnderOtherPauseMs = 5 * 60_000;

/** What a trouble of the store does to its line. The jobs of the call are settled elsewhere. */
export async function meetTrouble(
  engine: Engine,
  line: Line,
  trouble: StoreTrouble,
  given: { bucket: string | undefined; what: SilenceOf },
): Promise<void> {
  const now = engine.options.now();
  const consequence = consequenceOf(trouble, now);
  switch (consequence.do) {
    case 'open-circuit':
      line.circuit = openCircuit(line.circuit, consequence.by, now, trouble);
      return;
    case 'slow-down':
      if (given.bucket !== undefined) engine.pacer.refused(given.bucket, consequence.waitMs);
      else line.readyHoldUntil = now + Math.min(longestPauseMs, Math.max(1000, consequence.waitMs ?? 0));
      return;
    case 'pause':
      await engine.desk.change(({ tables }) => {
        // A quota is not a refusal: the market knows the store, and has had enough of it for now.
        if (consequence.pause.cause !== 'quota') {
          disprove(tables.settings, line.storeId);
          line.provenAt = undefined;
        }
        const old = tables.stores.get(line.storeId)?.pause;
        // The seller's own pause is the stronger one; readings rest meanwhile. Looking first stands behind and is kept.
        if (old?.cause === 'seller') {
          line.readyHoldUntil = now + restUnderOtherPauseMs;
          return;
        }
        // The same cause keeps its beginning.
        const since = old?.cause === consequence.pause.cause ? old.since : consequence.pause.since;
        tables.stores.setPause(line.storeId, { ...consequence.pause, since });
      });
      return;
    case 'count-silence': {
      const silence = silentCall(silenceOf(line, given.what), now);
      line.silences.set(given.what, silence);
      const restUntil = now + growingPauseMs(Math.max(0, silence.streak - 1));
      if (given.what === 'ready') line.readyHoldUntil = restUntil;
      else line.readHoldUntil = restUntil;
      return;
    }
    default:
      assertNever(consequence);
  }
}

/** The market spoke: what was silent no longer is. */
export async function heard(engine: Engine, line: Line, what: SilenceOf): Promise<void> {
  // A token alone proves nothing: it is given to an address that no call is allowed from, too.
  if (what !== 'ready') await noteProof(engine, line);
  const silence = silenceOf(line, what);
  if (silence.streak === 0) return;
  line.silences.set(what, noSilence);
  if (what === 'read') line.readHoldUntil = 0;
  if (silence.since === undefined || what === 'read' || what === 'ready') return;
  const kind = what;
  await engine.desk.change((journal) => releaseRounds(journal, line, kind));
}

async function noteProof(engine: Engine, line: Line): Promise<void> {
  const now = engine.options.now();
  if (!isProofOld(line.provenAt, now)) return;
  line.provenAt = now;
  await engine.desk.change(({ tables, at }) => prove(tables.settings, line.storeId, at));
  engine.options.onChange({ storeId: line.storeId, jobs: [], added: false });
}

/** Jobs whose rounds were spent in the open circuit of this kind are due. */
function releaseRounds(journal: Journal, line: Line, kind: JobKind): void {
  for (const job of journal.tables.jobs.waitingOn(line.storeId, 'back-off', 1000)) {
    if (job.kind === kind && job.inCircuit) move(journal, job, 'due', { dueAt: journal.at });
  }
}
