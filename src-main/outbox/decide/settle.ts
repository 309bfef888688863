import { assertNever } from '../../../src-preload/contract/result';
import type { TransitionCause } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import type { CodeClass, Market, SendOutcome, Verdict } from '../../markets/market';
import { backOffMs } from './back-off';
import type { Patch } from './patch';

/** What is to happen to a job: the cause of its move, and what is written with it. */
export interface AnswerVerdict {
  cause: TransitionCause;
  patch: Patch;
}

export interface SettleContext {
  market: Pick<Market, 'classOf' | 'reads'>;
  /** When the call ended, ms UTC. */
  endedAt: number;
  random: number;
  /** How many jobs the call carried. */
  size: number;
  /** Refused alone, as a second one with no success between: the store pauses and the job stays. */
  isBug: boolean;
}

/** The market may still be applying what it did not answer to: the first reading comes this much later. */
export const firstReadingAfterMs = 10_000;

/**
 * What the answer to a call means for one of its jobs (resources/docs/domain.md, "What an answer means"). Pure.
 * Unknown is the rule for a write, and certainty the exception: only what the closed list of "not applied" names.
 */
export function settleJob(job: JobRow, outcome: SendOutcome, context: SettleContext): AnswerVerdict {
  switch (outcome.type) {
    case 'answered': {
      const verdict = outcome.verdicts.get(job.target);
      if (verdict === undefined) return uncertain(context, 'in-neither-list', undefined);
      return verdict.yes ? accepted(verdict) : refused(job, verdict, context);
    }
    case 'no-answer':
      return uncertain(context, outcome.code ?? 'no-answer', outcome.message);
    case 'not-applied': {
      const { kind, code, message } = outcome.failure;
      const patch: Patch = { code: code ?? kind, message };
      // 429: the pacer has noted the wait; the job is due with it and costs no failure.
      if (kind === 'rate') return notApplied({ ...patch, wait: 'back-off', dueAt: context.endedAt + 1000 });
      return notApplied({ ...patch, wait: 'store' });
    }
    case 'refused-whole':
      return refusedWhole(outcome, context);
    default:
      return assertNever(outcome);
  }
}

function accepted(verdict: Extract<Verdict, { yes: true }>): AnswerVerdict {
  const message = verdict.note ?? verdict.productOrderIds?.join(', ');
  return { cause: 'answered-yes', patch: { message, failures: 0, answerCode: undefined, answerMessage: undefined } };
}

function refused(job: JobRow, verdict: Extract<Verdict, { yes: false }>, context: SettleContext): AnswerVerdict {
  const { code, message } = verdict;
  if (verdict.again === true) return notApplied({ code, message, wait: 'back-off', dueAt: context.endedAt });
  const codeClass: CodeClass = context.market.classOf(job.kind, code);
  switch (codeClass) {
    case 'rejected':
    case 'bug':
      return { cause: 'answered-no', patch: { code, message } };
    case 'unknown':
      // Without readings there is nothing to wait for: the market's own words stand.
      if (!context.market.reads.includes(job.kind)) return { cause: 'answered-no', patch: { code, message } };
      return {
        cause: 'no-certain-answer',
        patch: { ...uncertain(context, code, message).patch, answerCode: code, answerMessage: message },
      };
    case 'transient':
    case 'auth': {
      const failures = job.failures + 1;
      const dueAt = context.endedAt + backOffMs(failures, context.random);
      return notApplied({ code, message, failures, wait: 'back-off', dueAt });
    }
    case 'limited':
      return notApplied({ code, message, wait: 'back-off', dueAt: context.endedAt + backOffMs(1, context.random) });
    default:
      return assertNever(codeClass);
  }
}

function refusedWhole(outcome: { code: string; message: string }, context: SettleContext): AnswerVerdict {
  const { code, message } = outcome;
  if (context.size > 1) {
    // Half as many the next time, until the bad line stands alone; the others lose nothing but the wait.
    const batchCap = Math.ceil(context.size / 2);
    return notApplied({ code, message, batchCap, wait: 'back-off', dueAt: context.endedAt });
  }
  if (context.isBug) return notApplied({ code, message, wait: 'store' });
  return { cause: 'answered-no', patch: { code: code === '' ? 'refused-alone' : code, message } };
}

function uncertain(context: SettleContext, code: string, message: string | undefined): AnswerVerdict {
  return { cause: 'no-certain-answer', patch: { code, message, dueAt: context.endedAt + firstReadingAfterMs } };
}

function notApplied(patch: Patch): AnswerVerdict {
  return { cause: 'certainly-not-applied', patch };
}
