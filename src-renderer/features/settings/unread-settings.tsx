import { useEffect, useState } from 'react';
import type { UnreadRecord, UnreadSource } from '../../../src-preload/contract/unread';
import { useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { UnreadList } from '../../ui/unread-list';

/** What is set on this screen. */
const sources: readonly UnreadSource[] = ['store', 'setting'];

/** The stores and settings that this version cannot read: without them the screen would only show that they are gone. */
export function UnreadSettings() {
  const [records, setRecords] = useState<readonly UnreadRecord[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await call('log-unread', {});
      if (isCurrent && answer.ok) setRecords(answer.value.records.filter(({ source }) => sources.includes(source)));
    };
    void ask();
    // What is chosen again can be read again.
    const stop = useAppState.subscribe((now, before) => {
      if (now.settings !== before.settings || now.stores !== before.stores) void ask();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);
  return <UnreadList records={records} />;
}
