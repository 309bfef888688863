import { koreanDay } from '../../src-preload/contract/korean-time';
import type { UnreadRecord } from '../../src-preload/contract/unread';
import { text } from '../text';
import { Icon } from './icons';

const words = text.unread;

/** 읽지 못한 기록: each with what it means and what to do; nothing without one. */
export function UnreadList({ records }: { records: readonly UnreadRecord[] }) {
  if (records.length === 0) return null;
  return (
    <section className="unread-records" aria-label={words.title} data-testid="unread-records">
      <h2>
        <Icon name="triangle" />
        {words.count(records.length)}
      </h2>
      <p>{words.body}</p>
      <ul>
        {records.map(({ source, key, name, at }) => (
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
