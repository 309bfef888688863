import type { JobState } from '../../../src-preload/contract/job-states';
import { Mark } from '../icons';
import type { IconName } from '../icons';
import { text } from '../../text';

/** Shape and tone of each state; the word stands beside them. */
export const stateLooks: Record<JobState, { mark: IconName; tone: string }> = {
  held: { mark: 'hand', tone: 'tone-warn' },
  rejected: { mark: 'octagon', tone: 'tone-bad' },
  queued: { mark: 'clock', tone: '' },
  sending: { mark: 'arrow', tone: 'tone-accent' },
  waiting: { mark: 'again', tone: 'tone-accent' },
  unknown: { mark: 'glass', tone: 'tone-accent' },
  succeeded: { mark: 'check', tone: 'tone-good' },
  cancelled: { mark: 'bar', tone: '' },
};

/** What the seller takes to the market in a file: nothing is asked of anyone here. */
export const inFile: { mark: IconName; tone: string } = { mark: 'arrow', tone: '' };

/** The state of a job: shape, tone and word; `word` only of one that is in the seller's file. */
export function StateChip({ state, word }: { state: JobState; word?: string | undefined }) {
  const { mark, tone } = word === undefined ? stateLooks[state] : inFile;
  return (
    <span className={`chip ${tone}`}>
      <Mark name={mark} />
      {word ?? text.log.states[state]}
    </span>
  );
}
