import { describe, expect, it } from 'vitest';
import { jobIdSchema, storeIdSchema } from '../../../../src-preload/contract/ids';
import type { Job } from '../../../../src-preload/contract/job';
import type { JobState } from '../../../../src-preload/contract/job-states';
import { newestOfItems } from '../../../../src-main/services/stock-items';

let made = 0;

function answer(target: string, available: boolean, state: JobState): Job {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return {
    id: jobIdSchema.parse(id),
    seq: made,
    storeId: storeIdSchema.parse(id),
    kind: 'stock',
    target,
    values: { kind: 'stock', stock: { available } },
    state,
    revision: 0,
    failures: 0,
    attempts: 1,
    createdAt: made,
    changedAt: made,
  };
}

describe('the items that were answered', () => {
  it('show the newest answer of each; what was taken out says nothing', () => {
    const { items, counts } = newestOfItems([
      answer('[1]', false, 'cancelled'),
      answer('[1]', true, 'succeeded'),
      answer('[2]', false, 'queued'),
      answer('[2]', true, 'succeeded'),
      answer('[3]', false, 'succeeded'),
      answer('[4]', true, 'rejected'),
    ]);
    expect(items.map(({ target, state }) => `${target} ${state}`)).toEqual([
      '[1] succeeded',
      '[2] queued',
      '[3] succeeded',
      '[4] rejected',
    ]);
    expect(counts).toEqual({ available: 1, unavailable: 1, open: 2 });
  });
});
