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

/** The updates of a desk with these jobs in the one store and so many calls in flight, and what comes of them. */
function open({ counts = {}, inFlight = 0, lastInstallFailed = false }: Given) {
  const script = createScriptedFinder();
  const plans: ExitPlan[] = [];
  const logged: string[] = [];
  let left = 0;
  const updates = openAppUpdates(
    {
      updates: {
        openFinder: () => Promise.resolve(script.finder),
        isByHand: false,
        lastInstallFailed,
        planExit: (plan) => void plans.push(plan),
        leave: () => void (left += 1),
        openPage: () => Promise.resolve(),
      },
      send: () => undefined,
      logger: { log: (_name, entry) => void logged.push(JSON.stringify(entry)) },
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
  return { updates, logged, left: () => left, plan: () => plans.at(-1) };
}

interface Given {
  counts?: Partial<Record<JobState, number>>;
  inFlight?: number;
  lastInstallFailed?: boolean;
}

/** What is answered to "now". */
async function answerWith(counts: Given['counts'] = {}, inFlight = 0) {
  const { updates, left, plan } = open({ counts, inFlight });
  await updates.look();
  const answer = await updates.take('now', false);
  await updates.stop();
  return { code: answer.ok ? 'taken' : answer.failure.code, left: left(), plan: plan() };
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

it('begins with what became of the version before: its installer has changed nothing', async () => {
  const { updates, logged } = open({ lastInstallFailed: true });
  expect((await updates.current()).state).toEqual({ is: 'failed', why: 'not-installed' });
  expect(logged).toEqual(['{"state":"failed","why":"not-installed"}']);
  await updates.look();
  expect((await updates.current()).state).toMatchObject({ is: 'ready', asks: true });
});
