import type { LogItem } from '../../../src-preload/contract/calls/log';
import { clickOf } from '../../../src-preload/contract/codes';
import type { Job } from '../../../src-preload/contract/job';
import { text } from '../../text';

/** A job of a list, and its place in its box. */
export type JobItem = Extract<LogItem, { is: 'job' }>;

const words = text.log;
const { short } = words;

/** Letters of Korean that the column of phrases has room for in the narrowest window (styles/log-rows.css). */
export const longestPhrase = 16;

/**
 * The short phrase of a row: what differs from row to row. What the head of its group says already is not said again, and
 * a sentence that would be cut gives way to a shorter one. `title` is the heading of its sentence (wordsFor).
 */
export function phraseOf({ job, inBox }: JobItem, title: string): string {
  const { state, code = '', holdReason } = job;
  if (state === 'held' && holdReason !== undefined) {
    if (code === `parcel-${holdReason}`) return short.heldWithBox;
    if (code === 'refund-decided') return short.beingRefunded;
    return short.holds[holdReason] ?? fitting(title, job);
  }
  if (state === 'rejected' && clickOf(job.kind, code) === 'confirm-then-dispatch') {
    return short.refused['confirm-then-dispatch'];
  }
  if (state === 'unknown' && code !== 'not-found') return short.asked;
  if (state === 'succeeded') {
    const note = words.doneNotes[code];
    if (note !== undefined) return note;
    if (code.startsWith('already-')) return words.foundDone;
    if (job.kind === 'dispatch') return inBox?.at === 'first' ? short.inOneBox(inBox.mates) : '';
    return job.kind === 'stock' ? fitting(title, job) : text.send.operations[job.kind];
  }
  return fitting(title, job);
}

function fitting(title: string, job: Job): string {
  return title.length <= longestPhrase ? title : shorter(job);
}

function shorter({ kind, state, code = '', finding }: Job): string {
  switch (state) {
    case 'held':
      return finding?.hopeDeliveryYmd === undefined
        ? words.waitsForChoice
        : words.specialHolds.hopeDateShort(finding.hopeDeliveryYmd);
    case 'rejected':
      return short.refused[clickOf(kind, code)];
    case 'queued':
      return code === 'not-found' || code === 'parcel-left-out' ? short.askedAgain : short.kept;
    case 'sending':
      return short.sending;
    case 'waiting':
      return short.waiting;
    case 'unknown':
      return short.lookYourself;
    case 'succeeded':
      return words.states.succeeded;
    case 'cancelled':
      return short.settledByHand;
  }
}
