import type { Job } from '../../../src-preload/contract/job';
import { clickOf } from '../../../src-preload/contract/codes';
import { isIn } from '../../../src-preload/contract/job-states';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { useNow } from '../../ui/clock';
import { restOf, wordsFor } from '../../ui/job/job-words';
import type { JobItem } from './log-pages';

const words = text.log;

/** The short phrase of a row; the whole sentence is read out, and seen on hover and in the opened row. */
export function LogNote({ item }: { item: JobItem }) {
  const { job } = item;
  const now = useNow(job.dueAt !== undefined && isIn('timed', job.state));
  const rest = useAppState((state) => restOf(state.statuses, job.storeId));
  const { title, body = '' } = wordsFor(job, now, rest);
  const short = shortPhrase(item, title);
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

/** What differs from row to row; what a group's head says already is not said again where a shorter word does. */
function shortPhrase({ job, inBox }: JobItem, title: string): string {
  const { state, code = '', holdReason } = job;
  if (state === 'held') {
    if (holdReason !== undefined && code === `parcel-${holdReason}`) return words.short.heldWithBox;
    return holdReason === undefined ? title : (words.short.holds[holdReason] ?? title);
  }
  if (state === 'rejected' && clickOf(job.kind, code) === 'confirm-then-dispatch') {
    return words.short.holds['not-confirmed'] ?? title;
  }
  if (state === 'unknown') return code === 'not-found' ? title : words.short.asked;
  if (state === 'succeeded') {
    const note = words.doneNotes[code];
    if (note !== undefined) return note;
    if (code.startsWith('already-')) return words.foundDone;
    if (job.kind === 'stock') return title;
    if (job.kind !== 'dispatch') return text.send.operations[job.kind];
    return inBox?.at === 'first' ? words.short.inOneBox(inBox.mates) : '';
  }
  return title;
}
