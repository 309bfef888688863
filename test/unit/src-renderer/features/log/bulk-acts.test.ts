import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../../src-preload/contract/job';
import { bulkActs } from '../../../../../src-renderer/features/log/bulk-acts';
import { newJobId, newStoreId } from '../../../../support/outbox/test-database';

const storeId = newStoreId();
let seq = 0;

function job(more: Partial<Job>): Job {
  seq += 1;
  return {
    id: newJobId(),
    seq,
    storeId,
    kind: 'dispatch',
    target: `2026${seq}`,
    values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
    state: 'succeeded',
    revision: 0,
    failures: 0,
    attempts: 1,
    createdAt: 0,
    changedAt: 0,
    ...more,
  };
}

const labelsOf = (...jobs: readonly Job[]) => bulkActs(jobs).map(({ label }) => label);
const refused = job({ state: 'rejected', code: '104443' });
const asked = job({ state: 'held', holdReason: 'cancel-requested', code: 'cancel-requested' });

describe('what several rows can do at once', () => {
  it('is what all of them offer, or some, each with its own count; the likeliest last', () => {
    const other = job({ state: 'rejected', code: '9999' });
    expect(labelsOf(refused, other)).toEqual([
      '2건 제외하기',
      '2건 다시 읽기',
      '1건 다시 시도하기',
      '1건 발주 확인하고 발송 처리하기',
    ]);
  });

  it('is never a decision about a cancel request', () => {
    expect(labelsOf(asked)).toEqual([]);
    expect(bulkActs([asked, refused]).flatMap(({ jobs }) => jobs)).not.toContain(asked.id);
  });

  it('is nothing where all is done, and the way back where something was left out', () => {
    expect(labelsOf(job({ state: 'succeeded' }))).toEqual([]);
    expect(labelsOf(job({ state: 'cancelled', code: 'excluded' }))).toEqual(['1건 다시 대기 목록에 넣기']);
  });
});
