import type { Tables } from '../../database/tables';
import { readBackAfterMs } from '../write/read-back';
import type { StoreEngineState } from './store-engine-state';

/** When what is done is read: a minute after the last of its batch has settled, and not for ever later. */
export function readBackAt(
  jobs: Tables['jobs'],
  engineState: Pick<StoreEngineState, 'storeId' | 'settledAt'>,
  fullReading: number,
): number | undefined {
  const plan = jobs.readBackAt(engineState.storeId, fullReading);
  if (plan === undefined || engineState.settledAt === undefined) return plan?.at;
  return Math.max(plan.at, Math.min(plan.latest, engineState.settledAt + readBackAfterMs));
}
