import type { Session, StoreFailure } from '../../markets/market';
import type { CallScope } from '../health/health-events';
import { updateHealth } from '../health/update-health';
import type { Engine, StoreEngineState } from './store-engine-state';

/** What other secrets, or another address of this computer given to the market, may have mended. */
const mayBeFixed: ReadonlySet<StoreFailure['kind']> = new Set(['secret', 'permission', 'ip']);

/**
 * A call, a reading or a token call failed for a reason that concerns the whole store. Its jobs are settled elsewhere.
 * @param given `bucket`: the rate limiter's, of a call that took a slot; `session`: that of the call. What a session was
 * refused that was closed meanwhile says nothing of the secrets that took its place.
 */
export async function handleStoreFailure(
  engine: Engine,
  engineState: StoreEngineState,
  failure: StoreFailure,
  given: { bucket: string | undefined; scope: CallScope; session?: Session },
): Promise<void> {
  const { bucket, scope, session } = given;
  if (session !== undefined && session !== engineState.session && mayBeFixed.has(failure.kind)) return;
  const isPaced = bucket !== undefined;
  if (failure.kind === 'rate' && isPaced) engine.rateLimiter.refused(bucket, failure.retryAfterMs);
  await updateHealth(engine, engineState, { type: 'store-failed', scope, failure, isPaced });
}
