import { useEffect, useState } from 'react';
import type { UnreadRecord } from '../../../src-preload/contract/unread';
import { chosenStatus, useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { UnreadList } from '../../ui/unread-list';
import { useLog } from './log-state';

/** What lies in the file and this version cannot read, of the chosen store and of none. */
export function UnreadRecords() {
  const chosen = useAppState((state) => state.chosen);
  const stores = useAppState((state) => state.stores);
  const all = useUnreadRecords();
  // What belongs to a store that is not there is shown under every one.
  const shown = all.filter(
    ({ storeId }) => storeId === undefined || storeId === chosen || stores.every(({ id }) => id !== storeId),
  );
  return <UnreadList records={shown} />;
}

/** Asked again when their number changes and when a page was read: reading is what finds them. One question at a time. */
function useUnreadRecords(): readonly UnreadRecord[] {
  const count = useAppState((state) => chosenStatus(state)?.unread);
  const rows = useLog((state) => state.rows);
  const [records, setRecords] = useState<readonly UnreadRecord[]>([]);
  useEffect(() => {
    // No store, no log.
    if (count === undefined) return undefined;
    let isCurrent = true;
    let isAsking = false;
    const ask = async (): Promise<void> => {
      if (isAsking) return;
      isAsking = true;
      const answer = await call('log-unread', {});
      isAsking = false;
      if (isCurrent && answer.ok) setRecords(answer.value.records);
    };
    void ask();
    const stop = rows.subscribe(() => void ask());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [count, rows]);
  return records;
}
