import { useNow } from '../../ui/clock';
import { LineIcon, StateShape } from '../../ui/shapes';
import { onePress } from '../../ui/one-press';
import { chosenStatus, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { actOfGroup, shapeOfGroup, titleOfGroup } from './group-acts';
import type { GroupItem } from './log-pages';
import { usePicked } from './log-picked';
import { foldGroup, useLog } from './log-state';

const words = text.log.view;

/** The head of a group: its cause, how many, and the one act for all of them. */
export function LogGroupHead({ item }: { item: GroupItem }) {
  const { group } = item;
  const isFolded = useLog((state) => state.folded.includes(group.key));
  const isFirst = useLog((state) => {
    const top = state.rows.at(0);
    return top?.is === 'group' && top.group.key === group.key;
  });
  const isPicking = usePicked((state) => state.jobs.size > 0);
  // During a pause the one filled button is in the band above.
  const rests = useAppState((state) => chosenStatus(state)?.connection !== 'online');
  const act = actOfGroup(group);
  const [first] = group.first;
  const now = useNow(group.key === 'unknown' && first?.dueAt !== undefined);
  return (
    <div className={isFolded ? 'log-group folded' : 'log-group'} data-testid="log-group" data-group={group.key}>
      <button
        type="button"
        className="log-fold"
        aria-expanded={!isFolded}
        aria-label={words.fold(titleOfGroup(group))}
        onClick={() => foldGroup(group.key)}
      >
        <LineIcon name={isFolded ? 'right' : 'down'} />
      </button>
      <StateShape name={shapeOfGroup(group)} />
      <h2 className="one-line">{titleOfGroup(group)}</h2>
      <span className="log-group-count">{countWords(item, isFolded, now)}</span>
      {act === undefined ? null : (
        <button
          type="button"
          className={isFirst && !isPicking && !rests ? 'button small primary' : 'button small'}
          data-testid="group-act"
          onClick={onePress(() => void act.run())}
        >
          {act.label}
        </button>
      )}
    </div>
  );
}

function countWords({ group }: GroupItem, isFolded: boolean, now: number): string {
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
