import type { StoreFailure } from '../../markets/market';
import type { CallScope } from '../health/health-events';
import { updateHealth } from '../health/update-health';
import type { Engine, StoreEngineState } from './store-engine-state';

/**
 * A call, a reading or a token call failed for a reason that concerns the whole store. Its jobs are settled elsewhere.
 * @param given `bucket`: the rate limiter's, of a call that took a slot
 */
export async function handleStoreFailure(
  engine: Engine,
  engineState: StoreEngineState,
  failure: StoreFailure,
  given: { bucket: string | undefined; scope: CallScope },
): Promise<void> {
  const { bucket, scope } = given;
  const isPaced = bucket !== undefined;
  if (failure.kind === 'rate' && isPaced) engine.rateLimiter.refused(bucket, failure.retryAfterMs);
  await updateHealth(engine, engineState, { type: 'store-failed', scope, failure, isPaced });
}
