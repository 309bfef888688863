import { expect, it } from 'vitest';
import { jobSchema } from '../../../../../src-preload/contract/job';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import { groupNow } from '../../../../../src-renderer/features/log/group-now';
import { monday, newJobId } from '../../../../support/outbox/test-database';

const job = (state: JobState, more: object = {}) =>
  jobSchema.parse({
    id: newJobId(),
    storeId: '018f0000-0000-7000-8000-000000000001',
    kind: 'dispatch',
    target: '2026112100000011',
    values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
    state,
    revision: 1,
    seq: 1,
    attempts: 0,
    failures: 0,
    createdAt: monday,
    changedAt: monday,
    ...more,
  });
const filed = () => job('held', { holdReason: 'by-file' });
const group = { key: 'by-file', jobs: 3, first: [] };

it('says what it said while all of its rows belong to it', () => {
  expect(groupNow(group, 3, [filed(), filed(), filed()])).toBeUndefined();
});

it('offers its act to what is left of it', () => {
  const left = filed();
  const now = groupNow(group, 1, [job('succeeded'), left, job('cancelled')]);
  expect(now).toEqual({ group: { key: 'by-file', jobs: 1, first: [left] }, isOver: false, isMixed: false });
});

it('becomes the head of what all of its rows are now, without an act', () => {
  const rows = [job('succeeded'), job('succeeded'), job('succeeded')];
  expect(groupNow(group, 0, rows)).toMatchObject({
    group: { key: 'succeeded', jobs: 3 },
    isOver: true,
    isMixed: false,
  });
});

it('keeps its name and offers nothing where its rows went to different groups, or none of them is seen', () => {
  expect(groupNow(group, 0, [job('succeeded'), job('queued')])).toEqual({ group, isOver: true, isMixed: true });
  expect(groupNow(group, 0, [])).toEqual({ group, isOver: true, isMixed: true });
});

it('takes a box with a cancel request for one, whichever box it is', () => {
  const asked = job('held', { holdReason: 'cancel-requested' });
  const box = { key: 'held:cancel-requested:CJGLS:681213008630', jobs: 1, first: [asked] };
  expect(groupNow(box, 1, [asked])).toBeUndefined();
  expect(groupNow(box, 0, [job('queued')])).toMatchObject({ group: { key: 'sending' }, isOver: true });
});
