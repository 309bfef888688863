import { clickOf } from './codes';
import type { HoldReason } from './job';
import { jobStates } from './job-states';
import { koreanDayIndex } from './korean-time';
import type { JobKind, JobState } from './job-states';
import { assertNever } from './result';

/** The periods the log can be looked at in; days are days in Korea, a week is today and the six days before it. */
export const logPeriods = ['today', 'yesterday', 'week', 'all'] as const;

/** What the log tells apart: the states, but what the seller takes to the market in a file stands apart from 보류. */
export const logStates = [...jobStates, 'by-file'] as const;
export type LogState = (typeof logStates)[number];

/** What the rows of the log stand together by: why they stand as they do, where they came from, when, or who carries them. */
export const logGroupings = ['reason', 'file', 'day', 'courier'] as const;
export type LogGrouping = (typeof logGroupings)[number];

/** The state of a job as the log tells it apart. */
export function logStateOf({ state, holdReason }: Pick<GroupFacts, 'state' | 'holdReason'>): LogState {
  return state === 'held' && holdReason === 'by-file' ? 'by-file' : state;
}

/** What decides in which group a job stands. `courier` and `tracking` are those of its box. */
export interface GroupFacts {
  state: JobState;
  kind: JobKind;
  code?: string | undefined;
  holdReason?: HoldReason | undefined;
  courier?: string | undefined;
  tracking?: string | undefined;
  target: string;
}

/** A group by its key; groups of a lower rank stand higher: worst first. */
export interface GroupPlace {
  key: string;
  rank: number;
}

/** Holds by what a wrong yes would do; the two others have a place of their own. */
const holdRanks: Readonly<Record<Exclude<HoldReason, 'cancel-requested' | 'by-file'>, number>> = {
  'address-changed': 0,
  'box-changed': 0,
  'several-product-orders': 1,
  'partly-cancelled': 2,
  conflict: 3,
  'hope-date': 4,
  'pick-up': 5,
  'not-read': 6,
  'not-confirmed': 7,
  restored: 8,
};
/** Of a hold whose reason was never written down: looked at before those. */
const unnamedRank = -1;
const clickRanks = ['confirm-then-dispatch', 'edit', 'retry', 'reread', 'none'] as const;

/**
 * The group of a job: each cause one group with one act, but each box with a cancel request by itself, since that is
 * decided box by box. Order: cancel requests, other holds, refusals (those the app can put right first), what waits for
 * the market's answer, what is under way, what went into a file, what has ended.
 */
export function groupOf(job: GroupFacts): GroupPlace {
  switch (job.state) {
    case 'held':
      if (job.holdReason === 'cancel-requested') return { key: `held:cancel-requested:${boxOf(job)}`, rank: 0 };
      if (job.holdReason === 'by-file') return { key: 'by-file', rank: 500 };
      return {
        key: `held:${job.holdReason ?? ''}`,
        rank: 100 + (job.holdReason === undefined ? unnamedRank : holdRanks[job.holdReason]),
      };
    case 'rejected': {
      const { code = '' } = job;
      return { key: `rejected:${job.kind}:${code}`, rank: 200 + clickRanks.indexOf(clickOf(job.kind, code)) };
    }
    case 'unknown':
      // No reading shows it: only the seller can look, waiting settles nothing.
      return job.code === 'not-found' ? { key: 'unknown:not-found', rank: 300 } : { key: 'unknown', rank: 301 };
    case 'queued':
    case 'sending':
      return { key: 'sending', rank: 400 };
    case 'waiting':
      return { key: 'waiting', rank: 401 };
    case 'succeeded':
      return { key: 'succeeded', rank: 600 };
    case 'cancelled':
      return { key: 'cancelled', rank: 700 };
    default:
      return assertNever(job.state);
  }
}

/** The group of a job where jobs stand together by something else than their cause: the newest group first. */
export function groupBy(
  grouping: Exclude<LogGrouping, 'reason'>,
  job: Pick<GroupFacts, 'kind' | 'courier'> & { listedAt: number; importId?: string | undefined },
): GroupPlace {
  return { key: `${grouping}:${partOf(grouping, job)}`, rank: 0 };
}

function partOf(
  grouping: Exclude<LogGrouping, 'reason'>,
  { kind, courier, listedAt, importId }: Parameters<typeof groupBy>[1],
): string {
  switch (grouping) {
    case 'file':
      return importId ?? `none:${kind}`;
    case 'day':
      return String(koreanDayIndex(listedAt));
    case 'courier':
      return courier ?? '';
    default:
      return assertNever(grouping);
  }
}

/** What a key of `groupBy` names; undefined for one of `groupOf`. */
export function groupingOf(key: string): { by: Exclude<LogGrouping, 'reason'>; part: string } | undefined {
  const [by, ...parts] = key.split(':');
  return by === 'file' || by === 'day' || by === 'courier' ? { by, part: parts.join(':') } : undefined;
}

/** The box of a job within its store: courier and number; a job without a number is a box by itself. */
export function boxOf({ courier, tracking, target }: Pick<GroupFacts, 'courier' | 'tracking' | 'target'>): string {
  return tracking === undefined ? `:${target}` : `${courier ?? ''}:${tracking}`;
}
