import type { Attempt, Job, SellerDecision } from '../../../src-preload/contract/job';
import { exactTime, secondsOfDay } from '../../ui/clock';
import { text } from '../../text';

const words = text.log.detail;
/** What the seller decided, in words; what a newer version kept has none here. */
const causeWords: Readonly<Record<string, string>> = text.log.causes;

type Step = { at: number; attempt: Attempt } | { at: number; decision: SellerDecision } | { at: number };

interface Props {
  job: Job;
  attempts: readonly Attempt[];
  decisions: readonly SellerDecision[];
}

/** What happened to a job, newest first: calls, what the seller decided, and how it came into the queue. */
export function JobHistory({ job, attempts, decisions }: Props) {
  const steps: Step[] = [
    ...attempts.map((attempt) => ({ at: attempt.at, attempt })),
    ...decisions.map((decision) => ({ at: decision.at, decision })),
  ].toSorted((one, other) => other.at - one.at);
  return (
    <section aria-label={words.history}>
      <h3 className="hidden-words">{words.history}</h3>
      <ol className="history">
        {steps.map((step, index) =>
          'attempt' in step ? (
            <AttemptStep key={index} attempt={step.attempt} />
          ) : 'decision' in step ? (
            <li key={index}>
              <Time at={step.at} />
              <b>{words.decision}</b>
              <span>{causeWords[step.decision.cause] ?? step.decision.cause}</span>
            </li>
          ) : null,
        )}
        <li>
          <Time at={job.createdAt} />
          <b>{words.queue}</b>
          <span>
            {job.fileName === undefined ? words.queuedHere : words.queuedFrom(job.fileName, job.sheetRow ?? 0)}
          </span>
        </li>
      </ol>
    </section>
  );
}

function Time({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {secondsOfDay(at)}
    </time>
  );
}

/** One call: when, what for, what came of it; codes and the number for the support desk behind 자세히. */
function AttemptStep({ attempt }: { attempt: Attempt }) {
  const { at, purpose, outcome, httpStatus, code, message, traceId, answerPruned } = attempt;
  const raw = [
    httpStatus === undefined ? undefined : `${words.http} ${httpStatus}`,
    code,
    message,
    traceId === undefined ? undefined : `${words.traceId} ${traceId}`,
  ].filter(Boolean);
  return (
    <li data-testid="log-attempt">
      <Time at={at} />
      <b>{purpose === 'send' ? words.send : words.read}</b>
      <span>
        {outcome === undefined ? words.noOutcome : text.log.states[outcome]}
        {raw.length === 0 && answerPruned !== true ? null : (
          <details>
            <summary>{text.shell.more}</summary>
            <span className="trace">{raw.join(' · ')}</span>
            {answerPruned === true ? <p data-testid="answer-pruned">{words.answerPruned}</p> : null}
          </details>
        )}
      </span>
    </li>
  );
}
