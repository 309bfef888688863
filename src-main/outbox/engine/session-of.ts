import type { Session } from '../../markets/market';
import type { Engine, StoreEngineState } from './store-engine-state';

/**
 * The session of a store, opened where there is none; undefined: the store has no secrets. One that was closed while it
 * was being opened, because the secrets changed, is opened once more with the new ones.
 */
export async function sessionOf({ options }: Engine, engineState: StoreEngineState): Promise<Session | undefined> {
  for (;;) {
    if (engineState.session !== undefined) return engineState.session;
    const { sessionsClosed } = engineState;
    const opened = await options.openSession(engineState.storeId);
    if (sessionsClosed === engineState.sessionsClosed && engineState.session === undefined) {
      engineState.session = opened;
      return opened;
    }
    await opened?.close();
  }
}
