import type { JobState } from '../../../src-preload/contract/job-states';
import { Icon } from '../icons';
import type { IconName } from '../icons';
import { text } from '../../text';

/** Shape and tone of each state; the word stands next to them. */
export const stateStyles: Record<JobState, { icon: IconName; tone: string }> = {
  held: { icon: 'hand', tone: 'tone-warn' },
  rejected: { icon: 'octagon', tone: 'tone-bad' },
  queued: { icon: 'clock', tone: '' },
  sending: { icon: 'arrow', tone: 'tone-accent' },
  waiting: { icon: 'again', tone: 'tone-accent' },
  unknown: { icon: 'glass', tone: 'tone-accent' },
  succeeded: { icon: 'check', tone: 'tone-good' },
  cancelled: { icon: 'bar', tone: '' },
};

/** What the seller takes to the market in a file: nothing is asked of anyone here. */
export const inFile: { icon: IconName; tone: string } = { icon: 'arrow', tone: '' };

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
