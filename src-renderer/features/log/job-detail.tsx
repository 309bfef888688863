import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { Finding, Job } from '../../../src-preload/contract/job';
import { canDo, offeredActions } from '../../../src-preload/contract/job-rules';
import { isIn } from '../../../src-preload/contract/job-states';
import { readStockNote } from '../../../src-preload/contract/markets/brightmall/note';
import { stateWords } from '../../../src-preload/contract/text/ko/order-states';
import { centerPages } from '../../../src-preload/contract/market-facts';
import { call } from '../../state/ipc-client';
import { marketOfStore, useAppState } from '../../state/app-state';
import { exactTime, useNow } from '../../ui/clock';
import { CopyButton } from '../../ui/copy-button';
import { Digits } from '../../ui/digits';
import { PageButton } from '../../ui/page-button';
import { StateShape } from '../../ui/shapes';
import { text } from '../../text';
import { takeAction } from '../../ui/job/job-actions';
import { JobButtons } from '../../ui/job/job-buttons';
import { restOf, rulesFor, shipmentOf, wordsFor } from '../../ui/job/job-words';
import { stateShapes } from '../../ui/job/state-chip';
import { JobHistory } from './job-history';
import { useLog } from './log-state';

const words = text.log.detail;
type Details = CallOutput<'log-job'>;

/** The opened row: what is so now, what happened step by step, and what can be done; the market's codes behind 자세히. */
export function JobDetail({ job }: { job: Job }) {
  const [details, setDetails] = useState<Details | 'failed' | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    async function read(): Promise<void> {
      const answer = await call('log-job', { jobId: job.id });
      if (!gone) setDetails(answer.ok ? answer.value : 'failed');
    }
    void read();
    const stop = useLog.subscribe((state, before) => (state.turn === before.turn ? undefined : void read()));
    return () => {
      gone = true;
      stop();
    };
  }, [job.id]);
  if (details === undefined) return <p className="detail">{words.loading}</p>;
  if (details === 'failed') return <p className="detail">{words.failed}</p>;
  const traceId = details.attempts.findLast((attempt) => attempt.traceId !== undefined)?.traceId;
  return (
    <div className="detail" data-testid="log-detail">
      <Now job={job} />
      <JobHistory job={job} attempts={details.attempts} decisions={details.decisions} />
      <DetailActions job={job} traceId={traceId} />
      <details className="detail-more">
        <summary>{text.shell.more}</summary>
        <Facts job={job} traceId={traceId} />
      </details>
    </div>
  );
}

/** The whole sentence. */
function Now({ job }: { job: Job }) {
  const now = useNow(job.dueAt !== undefined && isIn('timed', job.state));
  const rest = useAppState((state) => restOf(state, job.storeId));
  const { title, body } = wordsFor(job, now, rest);
  const isFiled = job.state === 'held' && job.holdReason === 'by-file';
  return (
    <div className="detail-now">
      <StateShape name={isFiled ? stateShapes['by-file'] : stateShapes[job.state]} />
      <p>
        <b>{title}</b>
        {body === undefined ? null : <span>{body}</span>}
      </p>
    </div>
  );
}

/** What can be done, as words; numbers and centres after the acts. */
function DetailActions({ job, traceId }: { job: Job; traceId: string | undefined }) {
  const canReadAgain = job.state === 'succeeded' && canDo('reread', job) && !offeredActions(job).includes('reread');
  return (
    <div className="detail-acts">
      <JobButtons job={job} />
      <CopyButton small value={job.target} label={text.log.copyNumber} />
      {canReadAgain ? (
        <button
          type="button"
          className="button small"
          data-testid="reread-button"
          onClick={() => void takeAction({ action: 'reread', jobs: [job.id] })}
        >
          {text.log.readAgain}
        </button>
      ) : null}
      <PageButton
        small
        page={centerPages[marketOfStore(job.storeId)]}
        label={text.log.openCenters[marketOfStore(job.storeId)]}
      />
      {traceId === undefined ? null : <CopyButton small value={traceId} label={words.copyTrace} />}
    </div>
  );
}

function Facts({ job, traceId }: { job: Job; traceId: string | undefined }) {
  const sent = shipmentOf(job);
  return (
    <dl className="detail-facts">
      <Fact name={text.log.columns.target}>
        <Digits value={job.target} />
      </Fact>
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
          <FindingWords job={job} finding={job.finding} />
        </Fact>
      ) : null}
      {job.message === undefined ? null : <Fact name={words.words}>{marketWords(job)}</Fact>}
      {traceId === undefined ? null : (
        <Fact name={words.traceId}>
          <span className="trace">{traceId}</span>
        </Fact>
      )}
      <Raw job={job} />
    </dl>
  );
}

/** Done since it was read: what that reading showed is not what is registered now. */
function isReadBefore(job: Job): boolean {
  const { state, kind, finding, changedAt } = job;
  if (state !== 'succeeded' || finding === undefined || finding.at >= changedAt) return false;
  return !(kind === 'dispatch' ? rulesFor(job).orders.showsShipment(finding) : finding.placeOrderStatus === 'OK');
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
      <span className="trace">{raw}</span>
    </Fact>
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

function FindingWords({ job, finding }: { job: Job; finding: Finding }) {
  const { couriers } = rulesFor(job).shipments;
  const { deliveryCompanyCode: company, trackingNumber: number } = finding;
  return (
    <>
      {company === undefined ? null : (couriers.nameOf(company) ?? company)}{' '}
      {number === undefined ? null : <Digits value={number} />} {stateWords(finding)} ({exactTime(finding.at)})
    </>
  );
}
