import { jobIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Job, JobState } from '../../../src-preload/contract/job';
import type { CheckedLine, Line } from '../../../src-preload/contract/line';
import type { Store } from '../../../src-preload/contract/store';

export const practiceStore: Store = {
  id: storeIdSchema.parse('11111111-1111-4111-8111-111111111111'),
  market: 'naver',
  label: '연습용 스토어',
  practice: true,
  accountId: 'practice',
  hasSecrets: true,
  confirmFirst: 'ask',
};

export const realStore: Store = {
  id: storeIdSchema.parse('22222222-2222-4222-8222-222222222222'),
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'aB3dE5fG7',
  hasSecrets: true,
  secretSavedAt: Date.UTC(2026, 10, 2, 1, 0),
  confirmFirst: 'ask',
};

/** What a job shows in each state, as a market and the outbox would have left it. */
const looks: Partial<Job>[] = [
  { state: 'succeeded' },
  { state: 'succeeded', code: 'already-dispatched' },
  { state: 'held', holdReason: 'cancel-requested', code: 'cancel-requested' },
  { state: 'rejected', code: '104122', message: '유효하지 않은 송장번호입니다.' },
  { state: 'rejected', code: '104443', message: '발주 상태를 확인해 주세요.' },
  { state: 'waiting', code: 'offline' },
  { state: 'unknown', code: 'no-answer' },
  { state: 'queued' },
  { state: 'sending' },
  { state: 'cancelled', code: 'excluded' },
  { state: 'held', holdReason: 'address-changed', code: 'address-changed' },
  {
    state: 'rejected',
    code: 'conflict',
    finding: { at: 0, deliveryCompanyCode: 'HANJIN', trackingNumber: '403020102030' },
  },
  { state: 'unknown', code: 'not-found' },
];

export function settledJob(job: Job, state: JobState): Job {
  const { code: _code, message: _message, holdReason: _hold, ...rest } = job;
  const refused = { code: '104122', message: '유효하지 않은 송장번호입니다.' };
  return {
    ...rest,
    state,
    revision: job.revision + 1,
    changedAt: Date.now(),
    ...(state === 'rejected' ? refused : {}),
  };
}

function jobId(seq: number): Job['id'] {
  return jobIdSchema.parse(`33333333-3333-4333-8333-${String(seq).padStart(12, '0')}`);
}

/** Jobs for a log, newest first, one state after the other. */
export function sampleJobs(count: number, storeId: StoreId): Job[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index): Job => {
    const seq = count - index;
    return {
      id: jobId(seq),
      seq,
      storeId,
      kind: 'dispatch',
      target: `20261121${String(10_000_000 + seq)}`,
      orderId: `20261121${String(50_000_000 + seq)}`,
      values: {
        kind: 'dispatch',
        dispatch: {
          deliveryMethod: 'DELIVERY',
          deliveryCompanyCode: 'CJGLS',
          trackingNumber: String(384_000_000_000 + seq * 7),
        },
      },
      state: 'queued',
      revision: 1,
      failures: 0,
      attempts: 1,
      fileName: 'CJ_결과_1121.xlsx',
      sheetRow: seq + 1,
      recipient: '김○○',
      productName: '머그컵 350ml 화이트',
      createdAt: now - 60_000,
      changedAt: now - 30_000,
      dueAt: now + 40_000,
      ...looks[index % looks.length],
    };
  });
}

/** A queued job of a line that was sent. */
export function sampleJob(seq: number, storeId: StoreId, line: Line, job: NonNullable<CheckedLine['job']>): Job {
  const now = Date.now();
  return {
    id: jobIdSchema.parse(crypto.randomUUID()),
    seq,
    storeId,
    kind: job.kind,
    target: job.target,
    values: job.values,
    state: 'queued',
    revision: 0,
    failures: 0,
    attempts: 0,
    sheetRow: line.row,
    createdAt: now,
    changedAt: now,
    ...(line.cells.recipient === undefined ? {} : { recipient: line.cells.recipient }),
    ...(line.cells.productName === undefined ? {} : { productName: line.cells.productName }),
  };
}
