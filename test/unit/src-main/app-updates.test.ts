import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAppUpdates } from '../../../src-main/app-updates';
import type { ExitPlan } from '../../../src-main/services/updates';
import { jobStates, noCounts } from '../../../src-preload/contract/job-states';
import type { JobState } from '../../../src-preload/contract/job-states';
import { openTestDatabase } from '../../support/outbox/test-database';
import type { TestDatabase } from '../../support/outbox/test-database';
import { createScriptedFinder } from '../../support/updates/scripted-finder';

let desk: TestDatabase;
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
});
afterEach(() => desk.dispose());

/** What is answered to "now", with these jobs in the one store and so many calls in flight. */
async function answerWith(counts: Partial<Record<JobState, number>>, inFlight = 0) {
  const script = createScriptedFinder();
  const plans: ExitPlan[] = [];
  let left = 0;
  const updates = openAppUpdates(
    {
      updates: {
        openFinder: () => Promise.resolve(script.finder),
        isByHand: false,
        planExit: (plan) => void plans.push(plan),
        leave: () => void (left += 1),
        openPage: () => Promise.resolve(),
      },
      send: () => undefined,
      logger: { log: () => undefined },
      report: (_place, problem) => {
        throw problem;
      },
    },
    {
      database: desk.database,
      outbox: {
        busy: () => Promise.resolve({ inFlight, underWay: 0, due: false }),
        statuses: () => Promise.resolve([{ counts: noCounts }, { counts: { ...noCounts, ...counts } }]),
      },
      connect: () => Promise.reject(new Error('not asked')),
      timers: { set: () => undefined, clear: () => undefined },
      now: () => 0,
    },
  );
  await updates.look();
  const answer = await updates.take('now', false);
  await updates.stop();
  return { code: answer.ok ? 'taken' : answer.failure.code, left, plan: plans.at(-1) };
}

it.each(jobStates.map((state) => [state, state === 'sending' || state === 'unknown' ? 'unsettled' : 'taken'] as const))(
  'a job that is %s: %s',
  async (state, code) => {
    expect(await answerWith({ [state]: 1 })).toMatchObject({ code, left: code === 'taken' ? 1 : 0 });
  },
);

it('a call in flight keeps the app, and with it the installer, where it is', async () => {
  expect(await answerWith({}, 1)).toEqual({ code: 'in-flight', left: 0, plan: 'end' });
});

it('with nothing on its way the app ends for the installer', async () => {
  expect(await answerWith({ queued: 3, held: 2 })).toEqual({ code: 'taken', left: 1, plan: 'install-and-run' });
});
