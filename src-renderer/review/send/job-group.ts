import { clickOf } from '../../../src-preload/contract/codes';
import { groupingOf } from '../../../src-preload/contract/log-groups';
import { jobKinds } from '../../../src-preload/contract/job-states';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { koreanDayIndex, koreanMidnight } from '../../../src-preload/contract/korean-time';
import type { LogGroup, LogScope } from '../../../src-preload/contract/calls/log';
import type { JobId } from '../../../src-preload/contract/ids';
import type { Action } from '../../../src-preload/contract/actions';
import type { Job } from '../../../src-preload/contract/job';
import { canDo } from '../../../src-preload/contract/job-rules';
import { sendHereInstead } from './by-file';
import { announce } from '../../state/announcements';
import { call } from '../../state/ipc-client';
import { text } from '../../text';
import { openHold } from '../../ui/job/hold-state';
import { takeAction, takeActionOnAll } from '../../ui/job/job-actions';
import { restOf, wordsFor } from '../../ui/job/job-words';
import { stateShapes } from '../../ui/job/state-chip';
import type { StateName } from '../../ui/shapes';
import { useAppState } from '../../state/app-state';
import { shortDay } from '../../ui/clock';
import { courierName } from '../../ui/courier-picker';

const words = text.log.view;
/** Jobs one act can name (contract/actions.ts). */
const mostNamed = 1000;

export interface GroupAct {
  label: string;
  run(): Promise<void> | void;
}

/** Where a group is listed: among which jobs, and how one of them is shown whole. */
export interface GroupPlace {
  scope: LogScope;
  showJob(id: JobId): void;
}

/** The one act of a group; undefined of what goes by itself, and of what has ended. */
export function actOfGroup(group: LogGroup, place: GroupPlace): GroupAct | undefined {
  const { key, first } = group;
  const { storeId } = place.scope;
  const [job] = first;
  // Jobs of many causes have no act in common.
  if (groupingOf(key)) return undefined;
  const jobs = Math.min(group.jobs, mostNamed);
  const onAll = (label: string, action: 'retry' | 'reread' | 'exclude'): GroupAct => ({
    label,
    run: () => actOnGroup(key, action, place),
  });
  if (key === 'by-file') {
    return { label: text.byFile.insteadAll(group.jobs), run: () => sendHereInstead(storeId) };
  }
  if (key === 'waiting') return onAll(words.acts.retry(jobs), 'retry');
  if (job === undefined) return undefined;
  const oneByOne: GroupAct = { label: words.acts.oneByOne, run: () => place.showJob(job.id) };
  const confirmFirst: GroupAct = { label: text.log.confirmAll(jobs), run: () => confirmGroup(key, jobs, place) };
  if (key.startsWith('unknown')) return onAll(text.log.readNow, 'reread');
  if (key.startsWith('held:cancel-requested')) {
    const open = first.filter((each) => canDo('approve', each));
    const [any] = open;
    if (any === undefined) return oneByOne;
    return { label: words.acts.lookAtBox, run: () => openHold(open.find((each) => each.code !== parcelCode) ?? any) };
  }
  if (key === 'held:not-confirmed') return confirmFirst;
  if (job.state === 'held') return oneByOne;
  switch (clickOf(job.kind, job.code ?? '')) {
    case 'confirm-then-dispatch':
      return confirmFirst;
    case 'retry':
      return onAll(words.acts.retry(jobs), 'retry');
    case 'reread':
      return onAll(words.acts.reread(jobs), 'reread');
    case 'edit':
      return oneByOne;
    case 'none':
      return onAll(words.acts.exclude(jobs), 'exclude');
  }
}

const parcelCode = 'parcel-cancel-requested';

/** 발주 확인 before 발송 처리. Where the group is all there is, it is the answer of a store that asks, and is kept. */
async function confirmGroup(key: string, jobs: number, place: GroupPlace): Promise<void> {
  const { storeId } = place.scope;
  const counts = await call('log-counts-all', { storeId });
  if (counts.ok && counts.value['confirm-then-dispatch'] === jobs) {
    return takeActionOnAll(storeId, 'confirm-then-dispatch');
  }
  return actOnGroup(key, 'confirm-then-dispatch', place);
}

/** Does it to the jobs of a group as it is listed now, 1,000 at once. */
async function actOnGroup(
  key: string,
  action: Extract<Action['action'], 'retry' | 'reread' | 'exclude' | 'confirm-then-dispatch'>,
  { scope }: GroupPlace,
): Promise<void> {
  const answer = await call('log-ids', { scope, group: key });
  if (!answer.ok) return announce(text.shell.callFailed);
  if (answer.value.ids.length > 0) await takeAction({ action, jobs: answer.value.ids });
}

/**
 * What a group is, in a sentence without its full stop; `isMixed` where its rows are not what it is any more, `isResting`
 * where its store sends nothing for now.
 */
export function titleOfJobs({ key, first }: LogGroup, { isMixed = false, isResting = false } = {}): string {
  const [job] = first;
  if (isResting && areQueued({ key, first })) return words.groups.stored;
  if (isMixed && job?.holdReason === 'cancel-requested') return words.groups.box(whoOf(job));
  const grouping = groupingOf(key);
  const whole = grouping ? titleOfGrouping(grouping, job) : titleOf(key, job);
  return whole.endsWith('.') ? whole.slice(0, -1) : whole;
}

function whoOf({ recipient, target }: Job): string {
  return recipient ?? `…${target.slice(-4)}`;
}

/** A file, a day or a courier by its name. */
function titleOfGrouping({ by, part }: NonNullable<ReturnType<typeof groupingOf>>, job: Job | undefined): string {
  if (by === 'file') return job?.fileName ?? words.without(text.send.operations[job?.kind ?? kindOf(part)]);
  if (by === 'courier') return part === '' ? words.withoutCourier : courierName(part);
  const day = Number(part);
  return day === koreanDayIndex(Date.now()) ? words.periods.today : shortDay(koreanMidnight(day));
}

function kindOf(part: string): JobKind {
  const kind = part.replace(/^none:/u, '');
  return jobKinds.find((each) => each === kind) ?? 'dispatch';
}

function titleOf(key: string, job: Job | undefined): string {
  const [part = ''] = key.split(':');
  switch (part) {
    case 'sending':
      return words.groups.sending;
    case 'waiting':
      return text.log.states.waiting;
    case 'by-file':
      return text.byFile.state;
    case 'succeeded':
      return text.log.states.succeeded;
    case 'cancelled':
      return text.log.states.cancelled;
  }
  if (job === undefined) return '';
  if (key === 'unknown') return words.groups.unknown;
  if (job.state === 'held' && job.holdReason !== undefined) {
    return job.holdReason === 'cancel-requested'
      ? words.groups.cancelRequested(whoOf(job))
      : text.log.holds[job.holdReason].title;
  }
  const rest = restOf(useAppState.getState(), job.storeId);
  return wordsFor(job, Date.now(), rest).title;
}

/** Whether its jobs only wait: none of those in the page is in a call. */
function areQueued({ key, first }: Pick<LogGroup, 'key' | 'first'>): boolean {
  return key === 'sending' && first.every(({ state }) => state === 'queued');
}

/** The shape of the state its jobs are in. */
export function shapeOfJobs({ key, first }: LogGroup, { isResting = false } = {}): StateName {
  const [part] = key.split(':');
  if (isResting && areQueued({ key, first })) return stateShapes.queued;
  switch (part) {
    case 'held':
    case 'rejected':
    case 'unknown':
    case 'waiting':
    case 'by-file':
    case 'succeeded':
    case 'cancelled':
      return stateShapes[part];
    default:
      return stateShapes.sending;
  }
}
