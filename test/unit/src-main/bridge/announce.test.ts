import { describe, expect, it } from 'vitest';
import { createAnnouncer } from '../../../../src-main/bridge/announce';
import { storeIdSchema } from '../../../../src-preload/contract/ids';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const nothing = { stores: [], statuses: [] };
const store = {
  id: storeId,
  market: 'naver',
  label: '하늘상점',
  practice: true,
  accountId: 'app-1',
  hasSecrets: true,
  confirmFirst: 'ask',
} as const;

/** An announcer whose timers the test runs, over a database that can be closed. */
function announcerOfTest() {
  const sent: string[] = [];
  const problems: unknown[] = [];
  const timers: (() => void)[] = [];
  const gaps: number[] = [];
  let closed = false;
  const reads: { answer(): void }[] = [];
  const announcer = createAnnouncer({
    send: (name) => void sent.push(name),
    status: () =>
      new Promise((resolve, reject) => {
        reads.push({ answer: () => (closed ? reject(new Error('the database is closed')) : resolve(nothing)) });
      }),
    afterStatus: async () => {
      if (closed) throw new Error('the database is closed');
      sent.push('awake');
    },
    startTimer(run, ms) {
      timers.push(run);
      gaps.push(ms);
    },
    report: (problem) => void problems.push(problem),
  });
  const tick = () => timers.splice(0).forEach((run) => run());
  const answer = () => reads.splice(0).forEach((read) => read.answer());
  return { announcer, sent, problems, tick, answer, close: () => void (closed = true), reads, gaps };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('what is announced', () => {
  it('is one event for a burst, then the status', async () => {
    const { announcer, sent, tick, answer } = announcerOfTest();
    announcer.jobs(storeId, [], true);
    announcer.jobs(storeId, [], false);
    tick();
    answer();
    await turn();
    expect(sent).toEqual(['jobs-changed', 'status-changed', 'awake']);
  });

  it('is told of jobs while a status is still being read', async () => {
    const { announcer, sent, tick } = announcerOfTest();
    announcer.jobs(storeId, [], true);
    tick();
    await turn();
    announcer.jobs(storeId, [], false);
    tick();
    expect(sent).toEqual(['jobs-changed', 'jobs-changed']);
  });

  it('goes out ten times a second at most, however often something changes', () => {
    const { announcer, tick, gaps } = announcerOfTest();
    for (let change = 0; change < 50; change += 1) announcer.jobs(storeId, [], false);
    expect(gaps, 'one timer for all of them').toHaveLength(1);
    tick();
    announcer.status();
    expect(gaps).toHaveLength(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  it('ends with the newest status, though the one before is answered late', async () => {
    const sent: number[] = [];
    const reads: ((value: number) => void)[] = [];
    const timers: (() => void)[] = [];
    const announcer = createAnnouncer({
      send: (name, payload) => {
        if (name === 'status-changed') sent.push(JSON.stringify(payload).length);
      },
      status: () =>
        new Promise((resolve) => {
          // What is told apart here is how many stores there are.
          const stores = (count: number) => ({
            ...nothing,
            statuses: [],
            stores: Array.from({ length: count }, () => store),
          });
          reads.push((count) => resolve(stores(count)));
        }),
      afterStatus: async () => undefined,
      startTimer: (run) => void timers.push(run),
      report: (problem) => expect(problem).toBeUndefined(),
    });
    const tick = () => timers.splice(0).forEach((run) => run());
    announcer.status();
    tick();
    announcer.status();
    tick();
    // The second is read once the first has been sent, whoever is slower.
    reads.at(-1)?.(2);
    await turn();
    reads[0]?.(1);
    await turn();
    reads.at(-1)?.(2);
    await turn();
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.at(-1)).toBe(Math.max(...sent));
    expect(reads).toHaveLength(2);
  });

  it('is nothing after a stop, though a change came just before it', async () => {
    const { announcer, sent, problems, tick, close, reads } = announcerOfTest();
    announcer.jobs(storeId, [], true);
    await announcer.stop();
    close();
    tick();
    announcer.status();
    tick();
    await turn();
    expect(reads).toEqual([]);
    expect(sent).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('is waited for by a stop while its status is being read, and then left out', async () => {
    const { announcer, sent, problems, tick, answer, close } = announcerOfTest();
    announcer.status();
    tick();
    let isStopped = false;
    const stopping = announcer.stop().then(() => void (isStopped = true));
    await turn();
    expect(isStopped).toBe(false);
    close();
    answer();
    await stopping;
    expect(sent).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('is reported where it fails while everything runs', async () => {
    const { announcer, problems, tick, answer, close } = announcerOfTest();
    announcer.status();
    tick();
    close();
    answer();
    await turn();
    expect(problems).toHaveLength(1);
  });
});
