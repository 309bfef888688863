import { useEffect, useState } from 'react';
import type { LogFile } from '../../../src-preload/contract/calls/log';
import type { StoreId } from '../../../src-preload/contract/ids';
import { atMostEvery } from '../../state/at-most-every';
import { useAppState } from '../../state/app-state';
import { call, listen } from '../../state/ipc-client';
import { openLogOn } from '../../state/open-log';
import { text } from '../../text';
import { dayName, shortDay, timeOfDayOf } from '../../ui/clock';
import { restOf } from '../../ui/job/job-words';
import { StateShape } from '../../ui/shapes';
import type { StateName } from '../../ui/shapes';

const words = text.send.startOfDay;
const { view } = text.log;
const mostFiles = 3;
/** The eye follows no more than this while jobs change. */
const restMs = 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The last files of a store and what became of them; nothing before there is one. */
export function RecentFiles({ storeId }: { storeId: StoreId }) {
  const files = useRecentFiles(storeId);
  const isResting = useAppState((state) => restOf(state, storeId) !== undefined);
  if (files.length === 0) return null;
  return (
    <section className="recent" data-testid="recent-files">
      <div className="recent-head">
        <h2>{words.recent}</h2>
        <button type="button" className="button small plain link" onClick={() => openLogOn([])}>
          {text.send.seeLog}
        </button>
      </div>
      <ul>
        {files.map((file) => (
          <RecentFile key={file.id} {...{ file, isResting }} />
        ))}
      </ul>
    </section>
  );
}

function RecentFile({ file, isResting }: { file: LogFile; isResting: boolean }) {
  const { id, name = '', at, held, rejected } = file;
  const tasks = held + rejected;
  const { shape, word } = shapeOf(file, isResting);
  return (
    <li>
      <StateShape name={shape} label={word} />
      <span className="one-line" title={name}>
        {name}
      </span>
      <span className="soft">{words.dayAndTime(dayOf(at), timeOfDayOf(at))}</span>
      <span className="soft">
        {outcomeOf(file, isResting)}
        {tasks > 0 ? (
          <button type="button" className="inline-link" onClick={() => openLogOn(['held', 'rejected'], { fileId: id })}>
            {words.toDo(tasks)}
          </button>
        ) : null}
      </span>
    </li>
  );
}

function shapeOf({ jobs, done, held, rejected }: LogFile, isResting: boolean): { shape: StateName; word: string } {
  const { states } = text.log;
  if (rejected > 0) return { shape: 'stop', word: states.rejected };
  if (held > 0) return { shape: 'held', word: states.held };
  if (done === jobs) return { shape: 'done', word: states.succeeded };
  return isResting ? { shape: 'queue', word: states.queued } : { shape: 'run', word: states.sending };
}

function outcomeOf({ jobs, done, held, rejected }: LogFile, isResting: boolean): string {
  if (done === jobs) return words.allDone(jobs);
  if (done + held + rejected === jobs) return words.partDone(jobs, done);
  return isResting ? words.stored(jobs, done) : words.underWay(jobs, done);
}

function dayOf(at: number): string {
  const now = Date.now();
  if (dayName(at) === dayName(now)) return view.periods.today;
  return dayName(at) === dayName(now - dayMs) ? view.periods.yesterday : shortDay(at);
}

/** Read again as jobs change. */
function useRecentFiles(storeId: StoreId): readonly LogFile[] {
  const [read, setRead] = useState<{ storeId: StoreId; files: readonly LogFile[] } | undefined>(undefined);
  useEffect(() => {
    const life = { gone: false };
    const again = atMostEvery(restMs, async () => {
      const answer = await call('log-files', { storeId, period: 'week' });
      if (life.gone || !answer.ok) return undefined;
      const named = answer.value.files.filter(({ name }) => name !== undefined);
      setRead({ storeId, files: named.slice(0, mostFiles) });
      return undefined;
    });
    again();
    const stop = listen('jobs-changed', (changed) => (changed.storeId === storeId ? again() : undefined));
    return () => {
      life.gone = true;
      stop();
    };
  }, [storeId]);
  return read?.storeId === storeId ? read.files : [];
}
