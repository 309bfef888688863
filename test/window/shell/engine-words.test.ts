import { expect, it } from 'vitest';
import { noCounts } from '../../../src-preload/contract/job-states';
import { engineWords } from '../../../src-renderer/shell/engine-words';
import { batchIdSchema } from '../../../src-preload/contract/ids';

const undo = { batchId: batchIdSchema.parse('00000000-0000-4000-8000-000000000001'), until: 1, count: 69 };

it.each([
  [
    'nothing is under way',
    { counts: { ...noCounts, held: 3 }, progress: { done: 66, total: 69 } },
    '대기 목록이 비어 있어요',
  ],
  [
    'it can still be taken back',
    { counts: { ...noCounts, queued: 69 }, progress: { done: 0, total: 69 }, undo },
    '69건 대기 중',
  ],
  [
    'it goes out',
    { counts: { ...noCounts, queued: 37, sending: 2 }, progress: { done: 30, total: 69 } },
    '69건 중 30건',
  ],
  ['large', { counts: { ...noCounts, queued: 2000 }, progress: { done: 1000, total: 3000 } }, '3,000건 중 1,000건'],
] as const)('says in a short phrase what the outbox does: %s', (_when, status, said) => {
  expect(engineWords({ connection: 'online', ...status })).toBe(said);
});

it.each(['paused', 'offline'] as const)('says what is kept while a store is %s', (connection) => {
  const counts = { ...noCounts, waiting: 20, unknown: 6, succeeded: 43 };
  expect(engineWords({ connection, counts, progress: { done: 43, total: 69 } })).toBe('26건 보관 중');
});
