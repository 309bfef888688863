export const jobKinds = ['dispatch', 'confirm', 'stock', 'lookup', 'delay', 'refund'] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStates = [
  'queued',
  'sending',
  'waiting',
  'unknown',
  'held',
  'rejected',
  'succeeded',
  'cancelled',
] as const;
export type JobState = (typeof jobStates)[number];

/** Counts by state where there is no job. */
export const noCounts: Readonly<Record<JobState, number>> = {
  queued: 0,
  sending: 0,
  waiting: 0,
  unknown: 0,
  held: 0,
  rejected: 0,
  succeeded: 0,
  cancelled: 0,
};

/** Why a `waiting` job waits, and so what makes it due before its time. */
export const waits = ['back-off', 'store', 'step-before', 'in-flight'] as const;
export type Wait = (typeof waits)[number];

const underWay = ['queued', 'sending', 'waiting', 'unknown'] as const;
const open = ['queued', 'waiting', 'held'] as const;

/** Sets of states that have a name; whoever means one of them takes it from here: the SQL, main and the window. */
export const jobStateGroups = {
  /** Moved on by the app or the market without the seller. */
  underWay,
  /** Nothing of it has left: new values may take its place, and it can be left out. */
  open,
  /** Everything the outbox has: under way, or held for the seller. */
  unsettled: [...underWay, 'held'],
  /** Nothing more happens by itself. */
  settled: ['succeeded', 'rejected', 'cancelled'],
  /** Of the open ones: those that go out by themselves. */
  toSend: ['queued', 'waiting'],
  /** May have left, and the market's answer is not known. */
  inFlight: ['sending', 'unknown'],
  /** Under way, and due at a time of its own; what is in a call has none. */
  timed: ['queued', 'waiting', 'unknown'],
  /** 할 일: the seller has something to decide or to put right. */
  tasks: ['held', 'rejected'],
  /** 끝난 일: settled, and nothing is left to do about it. */
  ended: ['succeeded', 'cancelled'],
} as const satisfies Record<string, readonly JobState[]>;
export type JobStateGroup = keyof typeof jobStateGroups;

/** Whether a state belongs to a group; a job that is not there belongs to none. */
export function isIn(group: JobStateGroup, state: JobState | undefined): boolean {
  const states: readonly (JobState | undefined)[] = jobStateGroups[group];
  return states.includes(state);
}

/** How many jobs of these counts are in a group. */
export function countIn(group: JobStateGroup, counts: Readonly<Record<JobState, number>>): number {
  return jobStateGroups[group].reduce((sum, state) => sum + counts[state], 0);
}

/**
 * Every way a job may change its state; what is not listed cannot happen (resources/docs/domain.md, "States and
 * transitions"). The names say what happened, not what is wanted.
 */
export const transitions = {
  queued: {
    'taken-into-call': 'sending',
    'found-done': 'succeeded',
    'found-other': 'rejected',
    'refused-by-reading': 'rejected',
    'found-refused': 'rejected',
    'found-harm': 'held',
    /** It cannot be sent yet, and will be able to without the seller's doing. */
    'found-too-early': 'waiting',
    'put-behind': 'waiting',
    'put-in-file': 'held',
    excluded: 'cancelled',
    edited: 'queued',
    'taken-back-to-queued': 'queued',
    'taken-back-to-waiting': 'waiting',
    'taken-back-to-held': 'held',
    'taken-back-to-rejected': 'rejected',
    'taken-back-to-cancelled': 'cancelled',
  },
  sending: {
    'answered-yes': 'succeeded',
    'answered-no': 'rejected',
    'certainly-not-applied': 'waiting',
    'no-certain-answer': 'unknown',
    'process-ended': 'unknown',
  },
  waiting: {
    due: 'queued',
    'step-before-done': 'queued',
    'step-before-failed': 'rejected',
    'found-harm': 'held',
    'put-in-file': 'held',
    excluded: 'cancelled',
    edited: 'queued',
    'taken-back-to-queued': 'queued',
    'taken-back-to-waiting': 'waiting',
    'taken-back-to-unknown': 'unknown',
    'taken-back-to-held': 'held',
    'taken-back-to-rejected': 'rejected',
  },
  unknown: {
    'found-done': 'succeeded',
    'found-other': 'rejected',
    'found-refused': 'rejected',
    'rounds-used-up': 'rejected',
    'found-harm': 'held',
    'found-not-applied': 'waiting',
    'settled-by-hand': 'cancelled',
    'not-sent-by-hand': 'waiting',
  },
  held: {
    'found-closed': 'cancelled',
    'found-open': 'queued',
    approved: 'queued',
    declined: 'cancelled',
    edited: 'queued',
    'found-done': 'succeeded',
    /** Of what the seller took to the market in a file, and of an order in which nothing is open any more. */
    'found-other': 'rejected',
    'taken-back-to-queued': 'queued',
    'taken-back-to-waiting': 'waiting',
  },
  rejected: {
    retried: 'queued',
    edited: 'queued',
    'put-behind': 'waiting',
    'found-done': 'succeeded',
    'settled-by-hand': 'cancelled',
    excluded: 'cancelled',
    'taken-back-to-waiting': 'waiting',
  },
  succeeded: {},
  /** Only by the seller's hand: a decision taken back at once, or an order that is wanted after all. */
  cancelled: {
    'put-back': 'queued',
    'taken-back-to-queued': 'queued',
    'taken-back-to-waiting': 'waiting',
    'taken-back-to-unknown': 'unknown',
    'taken-back-to-held': 'held',
    'taken-back-to-rejected': 'rejected',
  },
} as const satisfies Record<JobState, Record<string, JobState>>;

/** What the seller decides about a job and its history keeps; all but the yes to a refund are causes of a transition. */
export type DecisionCause =
  | Extract<
      TransitionCause,
      | 'approved'
      | 'declined'
      | 'excluded'
      | 'edited'
      | 'retried'
      | 'settled-by-hand'
      | 'not-sent-by-hand'
      | 'put-behind'
      | 'put-back'
      | 'put-in-file'
      | `taken-back-to-${string}`
    >
  | 'refund';

export type TransitionCause = { [State in JobState]: keyof (typeof transitions)[State] }[JobState];

/** The state that follows when `cause` happens to a job in `state`; undefined where that cannot happen. */
export function nextState(state: JobState, cause: TransitionCause): JobState | undefined {
  const row: Partial<Record<TransitionCause, JobState>> = transitions[state];
  return row[cause];
}
