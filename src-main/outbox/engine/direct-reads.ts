import type { StoreId } from '../../../src-preload/contract/ids';
import type { CallRecord, ReadOutcome, SendOutcome, Session, StoreTrouble } from '../../markets/market';
import { callRow } from '../write/apply-answer';
import { heard, meetTrouble } from '../health/store-failure';
import type { Engine, Line } from './store-engine-state';
import type { Looked, Looks } from '../outbox-port';

/**
 * Looks at the market without a job: for what the seller wants to see and for watched orders. It shares session, pace
 * and troubles with the engine and takes a slot only when there is one at once, so it never delays what is to be sent.
 */
export function createLooks(engine: Engine, lineOf: (storeId: StoreId) => Line | undefined): Looks {
  const { options, pacer, desk } = engine;
  const buckets = new Map<StoreId, string>();

  const ask = async <Outcome extends SendOutcome | ReadOutcome>(
    storeId: StoreId,
    kind: 'lookup' | 'read',
    polite: boolean,
    run: (session: Session) => Promise<{ outcome: Outcome; call: CallRecord }>,
  ): Promise<Looked<Exclude<Outcome, { type: 'trouble' | 'not-applied' | 'no-answer' }>>> => {
    const line = lineOf(storeId);
    const store = await desk.database.stores.get(storeId);
    if (line === undefined || store === undefined) return { is: 'resting' };
    const now = options.now();
    if (store.pause !== undefined || line.circuit.is === 'open') return { is: 'resting' };
    if (now < line.readyHoldUntil || now < line.readHoldUntil) return { is: 'resting' };
    if (polite && (await desk.database.jobs.hasDue(storeId, now))) return { is: 'busy' };
    line.session ??= await options.openSession(storeId);
    const { session } = line;
    if (session === undefined || !options.isSystemOnline(storeId)) return { is: 'resting' };
    const ready = await session.ready();
    if (!ready.ok) return meet(line, ready.trouble, undefined, 'ready');
    const bucket = options.market(store.market).bucketOf(store.accountId, kind);
    if (kind === 'lookup') buckets.set(storeId, bucket);
    if (!pacer.take(bucket)) return { is: 'busy' };
    let asked: { outcome: Outcome; call: CallRecord };
    try {
      asked = await run(session);
    } catch (error) {
      pacer.giveBack(bucket);
      throw error;
    }
    const { outcome, call } = asked;
    pacer.answered(bucket, call);
    await desk.database.calls.put(callRow(options.newId(), { storeId }, kind, call, { jobs: 0, decided: false }));
    if (isTrouble(outcome)) {
      await meet(line, outcome.trouble, bucket, 'read');
      return { is: 'no-answer' };
    }
    if (!isAnswer(outcome)) return { is: 'no-answer' };
    await heard(engine, line, 'read');
    return { is: 'answered', answer: outcome };
  };

  const meet = async (
    line: Line,
    trouble: StoreTrouble,
    bucket: string | undefined,
    what: 'ready' | 'read',
  ): Promise<{ is: 'resting' }> => {
    await meetTrouble(engine, line, trouble, { bucket, what });
    options.onChange({ storeId: line.storeId, jobs: [], added: false });
    return { is: 'resting' };
  };

  return {
    rateOf(storeId) {
      const bucket = buckets.get(storeId);
      return bucket === undefined ? undefined : pacer.rateOf(bucket);
    },
    async lookUp(storeId, orderId) {
      const job = { target: orderId, values: { kind: 'lookup' as const, lookup: {} } };
      const looked = await ask(storeId, 'lookup', true, (session) => session.send('lookup', [job]));
      if (looked.is !== 'answered') return looked;
      const verdict = looked.answer.type === 'answered' ? looked.answer.verdicts.get(orderId) : undefined;
      if (verdict === undefined) return { is: 'no-answer' };
      if (verdict.yes) return { is: 'answered', answer: verdict.productOrderIds ?? [] };
      return { is: 'answered', answer: { code: verdict.code, message: verdict.message } };
    },
    async readStates(storeId, productOrderIds, polite) {
      return ask<ReadOutcome>(storeId, 'read', polite, (session) => session.read(productOrderIds));
    },
  };
}

type Told = SendOutcome | ReadOutcome;

function isTrouble<Outcome extends Told>(
  outcome: Outcome,
): outcome is Extract<Outcome, { type: 'trouble' | 'not-applied' }> {
  return outcome.type === 'trouble' || outcome.type === 'not-applied';
}

function isAnswer<Outcome extends Told>(
  outcome: Outcome,
): outcome is Exclude<Outcome, { type: 'trouble' | 'not-applied' | 'no-answer' }> {
  return outcome.type === 'answered' || outcome.type === 'refused-whole';
}
