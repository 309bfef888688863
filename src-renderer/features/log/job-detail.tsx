import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { Attempt, SellerDecision, Finding, Job } from '../../../src-preload/contract/job';
import { companyName } from '../../../src-preload/contract/markets/naver/companies';
import { readStockNote } from '../../../src-preload/contract/markets/brightmall/note';
import { stateWords } from '../../../src-preload/contract/text/ko/order-states';
import { showsShipment } from '../../../src-preload/contract/markets/naver/shipped';
import { centerPages } from '../../../src-preload/contract/market-facts';
import { call } from '../../state/ipc-client';
import { exactTime } from '../../ui/clock';
import { CopyButton } from '../../ui/copy-button';
import { Digits } from '../../ui/digits';
import { PageButton } from '../../ui/page-button';
import { text } from '../../text';
import { takeAction } from '../../ui/job/job-actions';
import { marketOf, shipmentOf } from '../../ui/job/job-words';
import { useLog } from './log-state';

const words = text.log.detail;
type EarlierJob = CallOutput<'log-job'>;

/** What became of a job, step by step: attempts, the seller's own decisions, the market's words, the number to ask with. */
export function JobDetail({ job }: { job: Job }) {
  const [earlierJob, setHistory] = useState<EarlierJob | 'failed' | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    async function read(): Promise<void> {
      const answer = await call('log-job', { jobId: job.id });
      if (!gone) setHistory(answer.ok ? answer.value : 'failed');
    }
    void read();
    const stop = useLog.subscribe((state, before) => (state.turn === before.turn ? undefined : void read()));
    return () => {
      gone = true;
      stop();
    };
  }, [job.id]);
  if (earlierJob === undefined) return <p className="detail">{words.loading}</p>;
  if (earlierJob === 'failed') return <p className="detail">{words.failed}</p>;
  const traceId = earlierJob.attempts.findLast((attempt) => attempt.traceId !== undefined)?.traceId;
  return (
    <div className="detail" data-testid="log-detail">
      <Facts job={job} traceId={traceId} />
      <DetailActions job={job} />
      <Attempts attempts={earlierJob.attempts} />
      {earlierJob.decisions.length > 0 ? <Decisions decisions={earlierJob.decisions} /> : null}
    </div>
  );
}

function Facts({ job, traceId }: { job: Job; traceId: string | undefined }) {
  const sent = shipmentOf(job.values);
  return (
    <dl className="facts">
      {job.orderId === undefined ? null : (
        <Fact name={text.log.columns.orderId}>
          <Digits value={job.orderId} />
        </Fact>
      )}
      {job.fileName === undefined ? null : (
        <Fact name={text.log.columns.file}>{text.log.fromFile(job.fileName, job.sheetRow ?? 0)}</Fact>
      )}
      <Fact name={job.state === 'succeeded' ? words.registeredValues : words.values}>
        {sent.by} {sent.number === undefined ? null : <Digits value={sent.number} />}
        {sent.more === undefined ? null : <span className="second">{sent.more}</span>}
      </Fact>
      {job.finding ? (
        <Fact name={isReadBefore(job) ? words.findingBefore : words.finding}>
          <FindingWords finding={job.finding} />
        </Fact>
      ) : null}
      {job.message === undefined ? null : <Fact name={words.words}>{marketWords(job)}</Fact>}
      {traceId === undefined ? null : (
        <Fact name={words.traceId}>
          <span className="trace">{traceId}</span> <CopyButton small value={traceId} label={words.copyTrace} />
        </Fact>
      )}
      <Raw job={job} />
    </dl>
  );
}

/** Done since it was read: what that reading showed is not what is registered now. */
function isReadBefore({ state, kind, finding, changedAt }: Job): boolean {
  if (state !== 'succeeded' || finding === undefined || finding.at >= changedAt) return false;
  return !(kind === 'dispatch' ? showsShipment(finding) : finding.placeOrderStatus === 'OK');
}

/** What the market said of it; a success of BrightMall is kept in its own words, and said here in ours. */
function marketWords(job: Job): string {
  if (job.values.kind !== 'stock' || job.state !== 'succeeded') return job.message ?? '';
  return text.stock.result(readStockNote(job.message), job.values.stock.price !== undefined);
}

/** The states of a reading as the market wrote them. */
function rawStates({ productOrderStatus, placeOrderStatus, claimStatus }: Finding): string {
  return [productOrderStatus, placeOrderStatus, claimStatus].filter(Boolean).join(' · ');
}

/** Codes and states as the market writes them: only for its support desk. */
function Raw({ job }: { job: Job }) {
  const states = job.finding === undefined ? '' : rawStates(job.finding);
  const note = job.kind === 'stock' && job.state === 'succeeded' ? job.message : undefined;
  const raw = [job.code, states, note].filter(Boolean).join(' · ');
  if (raw === '') return null;
  return (
    <Fact name={words.code}>
      <details>
        <summary>{text.shell.more}</summary>
        <span className="trace">{raw}</span>
      </details>
    </Fact>
  );
}

function DetailActions({ job }: { job: Job }) {
  return (
    <div className="row-acts">
      <CopyButton small value={job.target} label={text.log.copyNumber} />
      <PageButton small page={centerPages[marketOf(job)]} label={text.log.openCenters[marketOf(job)]} />
      {job.state === 'succeeded' && (job.kind === 'dispatch' || job.kind === 'confirm') ? (
        <button
          type="button"
          className="button small"
          data-testid="reread-button"
          onClick={() => void takeAction({ action: 'reread', jobs: [job.id] })}
        >
          {text.log.readAgain}
        </button>
      ) : null}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FindingWords({ finding }: { finding: Finding }) {
  const { deliveryCompanyCode: company, trackingNumber: number } = finding;
  return (
    <>
      {company === undefined ? null : (companyName(company) ?? company)}{' '}
      {number === undefined ? null : <Digits value={number} />} {stateWords(finding)} ({exactTime(finding.at)})
    </>
  );
}

function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <section>
      <h3>{words.attempts}</h3>
      {attempts.length === 0 ? (
        <p>{words.noAttempts}</p>
      ) : (
        <ol className="attempts">
          {attempts.map((attempt) => (
            <AttemptLine key={`${attempt.callId}-${attempt.at}`} attempt={attempt} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** One call: when, what for, what came of it, and its number for the market's support desk. */
function AttemptLine({ attempt }: { attempt: Attempt }) {
  const { at, purpose, outcome, httpStatus, code, message, traceId, answerPruned } = attempt;
  const raw = [httpStatus === undefined ? undefined : `${words.http} ${httpStatus}`, code, message].filter(Boolean);
  return (
    <li data-testid="log-attempt">
      <time dateTime={new Date(at).toISOString()}>{exactTime(at)}</time>
      <span>{purpose === 'send' ? words.send : words.read}</span>
      <span>{outcome === undefined ? '' : text.log.states[outcome]}</span>
      {traceId === undefined ? null : (
        <span className="attempt-trace">
          {words.traceId} <span className="trace">{traceId}</span> <CopyButton small value={traceId} />
        </span>
      )}
      {raw.length === 0 && answerPruned !== true ? null : (
        <details className="grow">
          <summary>{text.shell.more}</summary>
          <span className="trace">{raw.join(' · ')}</span>
          {answerPruned === true ? <p data-testid="answer-pruned">{words.answerPruned}</p> : null}
        </details>
      )}
    </li>
  );
}

function Decisions({ decisions }: { decisions: readonly SellerDecision[] }) {
  return (
    <section>
      <h3>{words.decisions}</h3>
      <ol className="attempts">
        {decisions.map((decision) => (
          <li key={`${decision.cause}-${decision.at}`}>
            <time dateTime={new Date(decision.at).toISOString()}>{exactTime(decision.at)}</time>
            <span className="grow">{text.log.causes[decision.cause] ?? decision.cause}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
