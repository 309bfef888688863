import { expect, it } from 'vitest';
import type { LogGroup } from '../../../../../src-preload/contract/calls/log';
import type { Job } from '../../../../../src-preload/contract/job';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import { shapeOfJobs, titleOfJobs } from '../../../../../src-renderer/review/send/job-group';
import { newJobId, newStoreId } from '../../../../support/outbox/test-database';

const job = (state: JobState): Job => ({
  id: newJobId(),
  seq: 1,
  storeId: newStoreId(),
  kind: 'dispatch',
  target: '2026110700000001',
  values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
  state,
  revision: 0,
  failures: 0,
  attempts: 1,
  createdAt: 0,
  changedAt: 0,
});
const group = (key: string, ...states: JobState[]): LogGroup => ({ key, jobs: states.length, first: states.map(job) });
const saidOf = (of: LogGroup, isResting: boolean) => [titleOfJobs(of, { isResting }), shapeOfJobs(of, { isResting })];

it('says that jobs are sent only where their store sends, or a call of theirs is under way', () => {
  expect(saidOf(group('sending', 'queued', 'queued'), false)).toEqual(['처리하고 있어요', 'run']);
  expect(saidOf(group('sending', 'queued', 'queued'), true)).toEqual(['보관 중이에요', 'queue']);
  expect(saidOf(group('sending', 'queued', 'sending'), true)).toEqual(['처리하고 있어요', 'run']);
});

it('says the same of what has ended, whether its store sends or not', () => {
  const done = group('succeeded', 'succeeded');
  expect(saidOf(done, true)).toEqual(saidOf(done, false));
});
