import { useEffect, useState } from 'react';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import type { UnreadRecord } from '../../../src-preload/contract/unread';
import { chosenStatus, useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { text } from '../../text';
import { Icon } from '../../ui/icons';
import { useLog } from './log-state';

const words = text.unread;

/** 읽지 못한 기록: what lies in the file and this version cannot read, with what it means and what to do; nothing without one. */
export function UnreadRecords() {
  const chosen = useAppState((state) => state.chosen);
  const stores = useAppState((state) => state.stores);
  const all = useUnreadRecords();
  // What belongs to a store that is not there is shown under every one.
  const shown = all.filter(
    ({ storeId }) => storeId === undefined || storeId === chosen || stores.every(({ id }) => id !== storeId),
  );
  if (shown.length === 0) return null;
  return (
    <section className="unread-records" aria-label={words.title} data-testid="unread-records">
      <h2>
        <Icon name="triangle" />
        {words.count(shown.length)}
      </h2>
      <p>{words.body}</p>
      <ul>
        {shown.map(({ source, key, name, at }) => (
          <li key={`${source} ${key}`} data-testid="unread-record" data-source={source}>
            <b>{words.sources[source]}</b>
            {name === undefined ? null : <span className="digits">{name}</span>}
            {at === undefined ? null : <span className="hint">{words.madeOn(koreanDay(at))}</span>}
            <span>{words.advice[source]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
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
