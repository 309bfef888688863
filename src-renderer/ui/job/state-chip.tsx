import type { JobState } from '../../../src-preload/contract/job-states';
import type { LogState } from '../../../src-preload/contract/log-groups';
import { Icon } from '../icons';
import type { IconName } from '../icons';
import type { StateName } from '../shapes';
import { text } from '../../text';

/** Shape and tone of each state; the word stands next to them. */
const stateStyles: Record<JobState, { icon: IconName; tone: string }> = {
  held: { icon: 'hand', tone: 'tone-warn' },
  rejected: { icon: 'octagon', tone: 'tone-bad' },
  queued: { icon: 'clock', tone: '' },
  sending: { icon: 'arrow', tone: 'tone-accent' },
  waiting: { icon: 'again', tone: 'tone-accent' },
  unknown: { icon: 'glass', tone: 'tone-accent' },
  succeeded: { icon: 'check', tone: 'tone-good' },
  cancelled: { icon: 'bar', tone: '' },
};

/** The shape of 16 px of each state of the log; its word stands next to it or is read out. */
export const stateShapes: Record<LogState, StateName> = {
  held: 'held',
  rejected: 'stop',
  queued: 'queue',
  sending: 'run',
  waiting: 'again',
  unknown: 'ask',
  succeeded: 'done',
  cancelled: 'none',
  'by-file': 'sheet',
};

/** What the seller takes to the market in a file: nothing is asked of anyone here. */
const inFile: { icon: IconName; tone: string } = { icon: 'arrow', tone: '' };

/** The state of a job: shape, tone and word; `word` only of one that is in the seller's file. */
export function StateChip({ state, word }: { state: JobState; word?: string | undefined }) {
  const { icon, tone } = word === undefined ? stateStyles[state] : inFile;
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      {word ?? text.log.states[state]}
    </span>
  );
}
