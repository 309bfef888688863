import { useEffect, useState } from 'react';
import type { CallOutput } from '../../src-preload/contract/calls';
import type { StoreId } from '../../src-preload/contract/ids';
import { call, listen } from './ipc-client';
import { atMostEvery } from './at-most-every';

type CountsAll = CallOutput<'log-counts-all'>;

const nothing: CountsAll = { retry: 0, 'confirm-then-dispatch': 0, 'by-file': 0, 'here-instead': 0 };
const restMs = 500;

/** How many jobs each act on all of a store would change, as the main process counts them; again when jobs change. */
export function useCountsAll(storeId: StoreId | undefined): CountsAll {
  const [counts, setCounts] = useState<{ of: StoreId | undefined; is: CountsAll }>({ of: undefined, is: nothing });
  useEffect(() => {
    if (storeId === undefined) return undefined;
    let gone = false;
    const count = atMostEvery(restMs, async () => {
      const answer = gone ? undefined : await call('log-counts-all', { storeId });
      if (answer?.ok === true && !gone) setCounts({ of: storeId, is: answer.value });
      return undefined;
    });
    count();
    const stop = listen('jobs-changed', (change) => (change.storeId === storeId ? count() : undefined));
    return () => {
      gone = true;
      stop();
    };
  }, [storeId]);
  // Of another store they would be untrue until its own have come.
  return counts.of === storeId ? counts.is : nothing;
}
