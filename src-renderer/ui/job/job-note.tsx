import type { Job } from '../../../src-preload/contract/job';
import { isIn } from '../../../src-preload/contract/job-states';
import { useAppState } from '../../state/app-state';
import { useNow } from '../clock';
import { restOf, wordsFor } from './job-words';
import { phraseOf } from './row-phrase';
import type { JobItem } from './row-phrase';

/** The short phrase of a row; the whole sentence is read out, and seen on hover and in the opened row. */
export function JobNote({ item }: { item: JobItem }) {
  const { job } = item;
  const now = useNow(job.dueAt !== undefined && isIn('timed', job.state));
  const rest = useAppState((state) => restOf(state, job.storeId));
  const { title, body = '' } = wordsFor(job, now, rest);
  const short = phraseOf(item, title);
  return (
    <span className={`log-note ${toneOf(job)}`} title={`${title} ${body}`.trim()}>
      {short}
      <span className="hidden-words">{` ${short === title ? body : `${title} ${body}`}`}</span>
    </span>
  );
}

function toneOf(job: Job): string {
  if (job.state === 'rejected') return 'stop';
  const isOther = job.code?.startsWith('parcel-') ?? false;
  return job.state === 'held' && job.holdReason !== 'by-file' && !isOther ? 'look' : '';
}
