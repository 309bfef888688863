import type { LogGroup } from '../../../src-preload/contract/calls/log';
import { groupingOf } from '../../../src-preload/contract/log-groups';
import { restOf } from '../../ui/job/job-words';
import { useNow } from '../../ui/clock';
import { LineIcon, StateShape } from '../../ui/shapes';
import { onePress } from '../../ui/one-press';
import { chosenStatus, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { actOfGroup, shapeOfJobs, titleOfJobs } from '../../review/send/job-group';
import { scopeOf } from './log-pages';
import type { GroupItem } from './log-pages';
import { usePicked } from './log-picked';
import { foldGroup, openJob, useLog } from './log-state';

const words = text.log.view;

/** The head of a group: its cause, how many, and the one act for all of them. */
export function LogGroupHead({ item }: { item: GroupItem }) {
  const { key } = item.group;
  const group = item.now?.group ?? item.group;
  const isFolded = useLog((state) => state.folded.includes(key));
  const isFirst = useLog((state) => {
    const top = state.rows.at(0);
    return top?.is === 'group' && top.group.key === key;
  });
  const isPicking = usePicked((state) => state.jobs.size > 0);
  // During a pause the one filled button is in the band above.
  const isOnline = useAppState((state) => chosenStatus(state)?.connection === 'online');
  const storeId = useLog((state) => state.storeId);
  const isResting = useAppState((state) => storeId !== undefined && restOf(state, storeId) !== undefined);
  const isMixed = item.now?.isMixed === true;
  const title = titleOfJobs(group, { isMixed, isResting });
  // Jobs of many states have no shape in common.
  const shape = groupingOf(key) ? undefined : shapeOfJobs(group, { isResting });
  const shown = useLog((state) => state.shown);
  const act =
    item.now?.isOver === true || storeId === undefined
      ? undefined
      : actOfGroup(group, { scope: scopeOf(storeId, shown), showJob: openJob });
  const [first] = group.first;
  const now = useNow(group.key === 'unknown' && first?.dueAt !== undefined);
  return (
    <div className={isFolded ? 'log-group folded' : 'log-group'} data-testid="log-group" data-group={key}>
      <button
        type="button"
        className="log-fold"
        aria-expanded={!isFolded}
        aria-label={words.fold(title)}
        onClick={() => foldGroup(key)}
      >
        <LineIcon name={isFolded ? 'right' : 'down'} />
      </button>
      {isMixed || shape === undefined ? null : <StateShape name={shape} />}
      <h2 className="one-line">{title}</h2>
      <span className="log-group-count">{isMixed ? words.justChanged : countWords(group, isFolded, now)}</span>
      {act === undefined ? null : (
        <button
          type="button"
          className={isFirst && !isPicking && isOnline ? 'button small primary' : 'button small'}
          data-testid="group-act"
          onClick={onePress(() => void act.run())}
        >
          {act.label}
        </button>
      )}
    </div>
  );
}

function countWords(group: LogGroup, isFolded: boolean, now: number): string {
  const { jobs, boxes, first } = group;
  const [one] = first;
  if (group.key.startsWith('held:cancel-requested')) return words.boxAndJobs(boxes ?? 1, jobs);
  const left = group.key === 'unknown' && one?.dueAt !== undefined ? one.dueAt - now : 0;
  if (left > 0) return `${words.jobs(jobs)} · ${words.askedAgain(left)}`;
  const names = first.flatMap(({ recipient }) => recipient ?? []);
  if (isFolded && names.length > 0)
    return `${words.jobs(jobs)} · ${words.people(names.join(', '), (boxes ?? jobs) - names.length)}`;
  return boxes === undefined || boxes === jobs ? words.jobs(jobs) : words.jobsAndBoxes(jobs, boxes);
}
