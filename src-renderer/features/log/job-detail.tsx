import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { Attempt, Decision, Finding, Job } from '../../../src-preload/contract/job';
import { companyName } from '../../../src-preload/contract/markets/naver/companies';
import { call } from '../../desk';
import { exactTime } from '../../parts/clock';
import { CopyButton } from '../../parts/copy-button';
import { Digits } from '../../parts/digits';
import { text } from '../../text';
import { act } from './job-acts';
import { shipmentOf } from './job-words';
import { useLog } from './log-state';

const words = text.log.detail;
type History = CallOutput<'log-job'>;

/** What became of a job, step by step: attempts, the seller's own decisions, the market's words, the number to ask with. */
export function JobDetail({ job }: { job: Job }) {
  const [history, setHistory] = useState<History | 'failed' | undefined>(undefined);
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
  if (history === undefined) return <p className="detail">{words.loading}</p>;
  if (history === 'failed') return <p className="detail">{words.failed}</p>;
  const traceId = history.attempts.findLast((attempt) => attempt.traceId !== undefined)?.traceId;
  return (
    <div className="detail" data-testid="log-detail">
      <Facts job={job} traceId={traceId} />
      <DetailActs job={job} />
      <Attempts attempts={history.attempts} />
      {history.decisions.length > 0 ? <Decisions decisions={history.decisions} /> : null}
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
      <Fact name={words.values}>
        {sent.by} {sent.number === undefined ? null : <Digits value={sent.number} />}
      </Fact>
      {job.finding ? (
        <Fact name={words.finding}>
          <FindingWords finding={job.finding} />
        </Fact>
      ) : null}
      {job.message === undefined ? null : <Fact name={words.words}>{job.message}</Fact>}
      {job.code === undefined ? null : <Fact name={words.code}>{job.code}</Fact>}
      {traceId === undefined ? null : (
        <Fact name={words.traceId}>
          <span className="trace">{traceId}</span> <CopyButton small value={traceId} label={words.copyTrace} />
        </Fact>
      )}
    </dl>
  );
}

function DetailActs({ job }: { job: Job }) {
  return (
    <div className="row-acts">
      <CopyButton small value={job.target} label={text.log.copyNumber} />
      <button
        type="button"
        className="button small"
        onClick={() =>
          void call('support-open', { page: job.kind === 'stock' ? 'brightmall-center' : 'smartstore-center' })
        }
      >
        {job.kind === 'stock' ? text.settings.openCenter.brightmall : text.log.openCenter}
      </button>
      {job.state === 'succeeded' ? (
        <button
          type="button"
          className="button small"
          data-testid="reread-button"
          onClick={() => void act({ action: 'reread', jobs: [job.id] })}
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
  const status = [finding.productOrderStatus, finding.placeOrderStatus, finding.claimStatus]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      {company === undefined ? null : (companyName(company) ?? company)}{' '}
      {number === undefined ? null : <Digits value={number} />} {status} ({exactTime(finding.at)})
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
            <li key={`${attempt.callId}-${attempt.at}`}>
              <time dateTime={new Date(attempt.at).toISOString()}>{exactTime(attempt.at)}</time>
              <span>{attempt.purpose === 'send' ? words.send : words.read}</span>
              <span>{attempt.outcome === undefined ? '' : text.log.states[attempt.outcome]}</span>
              <span className="faint">
                {[
                  attempt.httpStatus === undefined ? undefined : `${words.http} ${attempt.httpStatus}`,
                  attempt.code,
                  attempt.traceId,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="grow">{attempt.message}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Decisions({ decisions }: { decisions: readonly Decision[] }) {
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
