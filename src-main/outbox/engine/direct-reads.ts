import type { StoreId } from '../../../src-preload/contract/ids';
import type {
  CallRecord,
  FeedOutcome,
  ReadOutcome,
  SendOutcome,
  Session,
  StoreFailure,
  TodayHourOutcome,
} from '../../markets/market';
import { callRow } from '../write/apply-answer';
import { mayCall } from '../health/may-call';
import { healthOf, recordResponse } from '../health/update-health';
import { sessionOf } from './session-of';
import { handleStoreFailure } from './store-failure';
import type { Engine, StoreEngineState } from './store-engine-state';
import type { Deference, DirectReadOutcome, DirectReads } from '../outbox-port';

/**
 * Reads the market without a job: for what the seller wants to see, for watched orders and for the order book. It shares
 * session, pace and store health with the engine and takes a slot only when there is one at once, so it never delays what
 * is to be sent. A change feed that does not answer is counted by itself: readings before sending do not rest for it.
 */
export function createDirectReads(
  engine: Engine,
  engineStateOf: (storeId: StoreId) => StoreEngineState | undefined,
): DirectReads {
  const { options, rateLimiter, transactions } = engine;
  const buckets = new Map<StoreId, string>();

  const ask = async <Outcome extends AnyOutcome>(
    storeId: StoreId,
    kind: 'lookup' | 'read' | 'changes' | 'today-hour',
    defers: Deference,
    run: (session: Session) => Promise<{ outcome: Outcome; call: CallRecord }>,
  ): Promise<DirectReadOutcome<Exclude<Outcome, { type: 'trouble' | 'not-applied' | 'no-answer' }>>> => {
    const engineState = engineStateOf(storeId);
    const store = await transactions.database.stores.get(storeId);
    if (engineState === undefined || store === undefined) return { is: 'resting' };
    const now = options.now();
    const asked = kind === 'changes' ? 'changes' : 'direct-read';
    const { may } = mayCall(healthOf(store, engineState.health), asked, now, true);
    if (may !== 'call' && may !== 'call-once') return { is: 'resting' };
    const bucket = options.market(store.market).bucketOf(store.accountId, kind);
    if (defers !== 'to-nothing' && (await transactions.database.jobs.hasDue(storeId, now))) {
      if (defers === 'to-jobs' || rateLimiter.roomOf(bucket) !== 'plenty') return { is: 'busy' };
    }
    const session = await sessionOf(engine, engineState);
    if (session === undefined || !options.isSystemOnline(storeId)) return { is: 'resting' };
    const ready = await session.ready();
    if (!ready.ok) return failStore(engineState, ready.failure, { bucket: undefined, scope: 'token', session });
    if (kind === 'lookup') buckets.set(storeId, bucket);
    if (!rateLimiter.take(bucket)) return { is: 'busy' };
    let ended: { outcome: Outcome; call: CallRecord };
    try {
      ended = await run(session);
    } catch (error) {
      rateLimiter.giveBack(bucket);
      throw error;
    }
    const { outcome, call } = ended;
    rateLimiter.answered(bucket, call);
    const id = options.newId();
    const asAnswer = <Answer>(answer: Answer) => ({ is: 'answered' as const, answer, call: { id, record: call } });
    await transactions.database.calls.put(callRow(id, { storeId }, kind, call, { jobs: 0, decided: false }));
    // Apart from the orders: that it fails says nothing about what is to be sent.
    if (kind === 'today-hour')
      return isTrouble(outcome) || !isAnswer(outcome) ? { is: 'no-answer' } : asAnswer(outcome);
    const scope = kind === 'changes' ? 'changes' : 'read';
    if (isTrouble(outcome)) {
      const failure = scope === 'changes' ? ofFeed(outcome.failure) : outcome.failure;
      await failStore(engineState, failure, { bucket, scope, session });
      return { is: 'no-answer' };
    }
    if (!isAnswer(outcome)) return { is: 'no-answer' };
    await recordResponse(engine, engineState, scope);
    return asAnswer(outcome);
  };

  const failStore = async (
    engineState: StoreEngineState,
    failure: StoreFailure,
    given: { bucket: string | undefined; scope: 'token' | 'read' | 'changes'; session: Session },
  ): Promise<{ is: 'resting' }> => {
    await handleStoreFailure(engine, engineState, failure, given);
    options.onChange({ storeId: engineState.storeId, jobs: [], added: false });
    return { is: 'resting' };
  };

  return {
    rateOf(storeId) {
      const bucket = buckets.get(storeId);
      return bucket === undefined ? undefined : rateLimiter.rateOf(bucket);
    },
    async lookUpOrder(storeId, orderId) {
      const job = { target: orderId, values: { kind: 'lookup' as const, lookup: {} } };
      const reading = await ask(storeId, 'lookup', 'to-jobs', (session) => session.send('lookup', [job]));
      if (reading.is !== 'answered') return reading;
      const verdict = reading.answer.type === 'answered' ? reading.answer.verdicts.get(orderId) : undefined;
      if (verdict === undefined) return { is: 'no-answer' };
      if (verdict.yes) return { ...reading, answer: verdict.productOrderIds ?? [] };
      return { ...reading, answer: { code: verdict.code, message: verdict.message } };
    },
    async readProductOrders(storeId, productOrderIds, defers) {
      return ask<ReadOutcome>(storeId, 'read', defers, (session) => session.read(productOrderIds));
    },
    async readChanges(storeId, position) {
      let hasFeed = true;
      // Its bucket is its own, so it takes nothing from what is to be sent.
      const answer = await ask<FeedOutcome>(storeId, 'changes', 'to-nothing', (session) => {
        hasFeed = session.readChanges !== undefined;
        return session.readChanges?.(position) ?? noFeed(options.now());
      });
      return hasFeed ? answer : undefined;
    },
    async readTodayHour(storeId) {
      let hasHour = true;
      const answer = await ask<TodayHourOutcome>(storeId, 'today-hour', 'to-nothing', (session) => {
        hasHour = session.readTodayHour !== undefined;
        return session.readTodayHour?.() ?? noHour(options.now());
      });
      return hasHour ? answer : undefined;
    },
    async slotAt(storeId, kind) {
      const store = await transactions.database.stores.get(storeId);
      if (store === undefined) return options.now();
      return rateLimiter.nextAt(options.market(store.market).bucketOf(store.accountId, kind));
    },
  };
}

type AnyOutcome = SendOutcome | ReadOutcome | FeedOutcome | TodayHourOutcome;

/** Stands for a call that this market does not have: nothing was sent. */
async function noFeed(at: number): Promise<{ outcome: FeedOutcome; call: CallRecord }> {
  return { outcome: { type: 'refused-whole', code: 'no-feed', message: '' }, call: { startedAt: at, endedAt: at } };
}

async function noHour(at: number): Promise<{ outcome: TodayHourOutcome; call: CallRecord }> {
  return { outcome: { type: 'unavailable' }, call: { startedAt: at, endedAt: at } };
}

/** A feed that is gone, or whose path alone a page answers, stops nothing that is sent: it alone was not answered. */
function ofFeed({ fault: _ofThisPath, ...failure }: StoreFailure): StoreFailure {
  return failure.kind === 'no-path' ? { ...failure, kind: 'market' } : failure;
}

function isTrouble<Outcome extends AnyOutcome>(
  outcome: Outcome,
): outcome is Extract<Outcome, { type: 'trouble' | 'not-applied' }> {
  return outcome.type === 'trouble' || outcome.type === 'not-applied';
}

function isAnswer<Outcome extends AnyOutcome>(
  outcome: Outcome,
): outcome is Exclude<Outcome, { type: 'trouble' | 'not-applied' | 'no-answer' }> {
  return outcome.type === 'answered' || outcome.type === 'refused-whole' || outcome.type === 'unavailable';
}
