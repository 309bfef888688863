import { withoutTestAddress } from '../../src-preload/contract/store';
import type { CallRecord, Session, StoreFailure } from './market';

const failure: StoreFailure = { kind: 'secret', code: 'no-test-address' };

/**
 * The session of a store that was saved under a test address, in a run without one: nothing goes out, neither to the
 * market, of which the store knows nothing, nor to the address in its row, which whoever changes the file could set
 * (resources/docs/decisions/0008-test-address-of-a-store.md).
 */
export function createUnreachableSession(now: () => number): Session {
  const call = (): CallRecord => ({ startedAt: now(), endedAt: now() });
  return {
    ready: async () => ({ ok: false, failure }),
    send: async () => ({ outcome: { type: 'not-applied', failure }, call: call() }),
    read: async () => ({ outcome: { type: 'trouble', failure }, call: call() }),
    probe: async () => false,
    test: async () => withoutTestAddress,
    close: async () => undefined,
  };
}
