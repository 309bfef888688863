import type { Action } from '../../../src-preload/contract/actions';
import type { StoreId } from '../../../src-preload/contract/ids';
import { clickOf, isPutBackCode } from '../../../src-preload/contract/codes';
import type { HoldReason, Job } from '../../../src-preload/contract/job';
import { assertNever } from '../../../src-preload/contract/result';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { takeBackOf } from '../../state/take-back';
import { text } from '../../text';

export const jobActions = [
  'confirm-then-dispatch',
  'approve',
  'decline',
  'take-all',
  'retry',
  'edit',
  'reread',
  'settled-by-hand',
  'exclude',
  'put-back',
] as const;
export type JobAction = (typeof jobActions)[number];

/** What a seller can do about a job in its state; the first is the likeliest. */
export function actionsFor(job: Pick<Job, 'state' | 'code' | 'kind' | 'holdReason' | 'dueAt'>): JobAction[] {
  const edit: JobAction[] = job.kind === 'dispatch' || job.kind === 'stock' ? ['edit'] : [];
  switch (job.state) {
    case 'queued':
      return [...edit, 'exclude'];
    case 'waiting':
      return [...(isBehindAnother(job) ? [] : (['retry'] as const)), ...edit, 'exclude'];
    case 'unknown':
      return job.code === 'not-found' ? [...reading(job), 'settled-by-hand'] : reading(job);
    case 'held':
      // In a file already: looking whether it arrived is what comes next, taking it back is the exception.
      if (job.holdReason === 'by-file') return [...reading(job), 'approve', 'decline'];
      if (job.holdReason === 'several-product-orders') return ['approve', 'decline', 'take-all'];
      return [
        'decline',
        'approve',
        ...(job.holdReason !== undefined && mendable.includes(job.holdReason) ? edit : []),
        ...(job.holdReason === 'not-read' ? reading(job) : []),
      ];
    case 'rejected':
      return actionsForRejected(job, edit);
    case 'cancelled':
      return isPutBackCode(job.code) ? ['put-back'] : [];
    case 'succeeded':
      return job.code !== undefined && differing.includes(job.code) ? reading(job) : [];
    case 'sending':
      return [];
    default:
      return assertNever(job.state);
  }
}

/**
 * It goes on once another job has ended (a confirm, an answer in flight, the main product of its order), and not by a
 * click: every other wait has a time or a code of its trouble.
 */
function isBehindAnother({ code, dueAt }: Pick<Job, 'code' | 'dueAt'>): boolean {
  return code === 'after-main-product' || (code === undefined && dueAt === undefined);
}

/** Codes of what differs at the market from what was sent: it is put right there, then read again. */
export const differing: readonly string[] = ['conflict', 'not-registered', 'wrong-number'];

/** Holds whose cause another number or method takes away. */
const mendable: readonly HoldReason[] = ['address-changed', 'conflict', 'pick-up'];

/** Only what the market can be read for (src-main/outbox/actions/job-actions.ts, reread). */
function reading({ kind }: Pick<Job, 'kind'>): JobAction[] {
  return kind === 'dispatch' || kind === 'confirm' ? ['reread'] : [];
}

/**
 * The click the code calls for comes first. A seller may have put things right at the market meanwhile, so sending as
 * it is stands beside it always; only a shipment registered already, and an order that was closed,
 * cannot be changed by it.
 */
function actionsForRejected(job: Pick<Job, 'code' | 'kind'>, edit: JobAction[]): JobAction[] {
  const click = clickOf(job.kind, job.code ?? '');
  const byHand: JobAction[] = job.code === 'no-certain-answer' || job.code === 'conflict' ? ['settled-by-hand'] : [];
  const isOver = job.code === 'conflict' || job.code === 'closed' || job.code === 'logistics-ships';
  const asItIs: JobAction[] = isOver ? [] : ['retry'];
  const rest: JobAction[] = [...byHand, 'exclude'];
  switch (click) {
    case 'retry':
      return ['retry', ...edit, ...reading(job), ...rest];
    case 'edit':
      return [...edit, 'retry', ...reading(job), ...rest];
    case 'confirm-then-dispatch':
      return job.kind === 'dispatch' ? ['confirm-then-dispatch', 'retry', ...edit, ...rest] : ['retry', ...rest];
    case 'reread':
      return [...reading(job), ...asItIs, ...rest];
    case 'none':
      // Nothing here mends it: what is left is to take it off the list, to look once more, or to have mended it at the market.
      return [...rest, ...reading(job), ...asItIs];
    default:
      return assertNever(click);
  }
}

/**
 * Does it to everything of the store that it can change, and says to how many. 발주 확인 before 발송 처리 is by this also
 * the answer of a store that asks (resources/docs/domain.md, "Confirmed first").
 */
export async function takeActionOnAll(storeId: StoreId, action: 'retry' | 'confirm-then-dispatch'): Promise<void> {
  const answer = await call('log-act-all', { storeId, action });
  if (!answer.ok) return announce(text.shell.callFailed);
  const { changed, undo } = answer.value;
  return announce(text.log.decided[action](changed), undo === undefined ? undefined : takeBackOf(undo));
}

/** Does it, and says what came of it when that is not plain from the row. */
export async function takeAction(action: Action): Promise<boolean> {
  const answer = await call('log-act', action);
  if (!answer.ok) {
    announce(text.shell.callFailed);
    return false;
  }
  const { changed, refused, undo } = answer.value;
  const [first] = refused;
  const say = decidedWords(action);
  if (first) announce(text.log.refused[first.why], undo === undefined ? undefined : takeBackOf(undo));
  else if (undo !== undefined && say) announce(say(changed), takeBackOf(undo));
  return !first;
}

/** What to say of an act that can be taken back: what it does, in its own verb. */
function decidedWords(action: Action): ((jobs: number) => string) | undefined {
  const { decided } = text.log;
  switch (action.action) {
    case 'settled-by-hand':
      return action.sent ? decided['settled-by-hand'] : decided.retry;
    case 'put-back':
    case 'reread':
    case 'by-file':
      return undefined;
    default:
      return decided[action.action];
  }
}
