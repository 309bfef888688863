import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUpdates } from '../../../../src-main/services/updates';
import type { ExitPlan, UpdatesService } from '../../../../src-main/services/updates';
import { UpdateFailure, reasonOf } from '../../../../src-main/updates/update-failure';
import type { UpdateState, Updates } from '../../../../src-preload/contract/updates';
import { monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';
import { createVirtualTime } from '../../../support/outbox/virtual-time';
import { createScriptedFinder, scriptedNotes as notes } from '../../../support/updates/scripted-finder';
import type { ScriptedFinder } from '../../../support/updates/scripted-finder';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const pause = 2 * minuteMs;

let desk: TestDatabase;
let time: ReturnType<typeof createVirtualTime>;
let script: ScriptedFinder;
let busy: { inFlight: number; unsettled: number };
let told: Updates[];
let plans: ExitPlan[];
let left: number;
let problems: unknown[];
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  // Monday in Korea, 9:00.
  time = createVirtualTime(monday);
  script = createScriptedFinder();
  busy = { inFlight: 0, unsettled: 0 };
  told = [];
  plans = [];
  left = 0;
  problems = [];
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await desk.dispose();
});

function open({ isByHand = false, hasServer = true } = {}): UpdatesService {
  return createUpdates({
    openFinder: hasServer ? () => Promise.resolve(script.finder) : undefined,
    reasonOf,
    isByHand,
    lastInstallFailed: false,
    database: desk.database,
    busy: () => Promise.resolve(busy),
    timers: time.timersOf({}),
    now: () => time.now(),
    publish: (updates) => void told.push(updates),
    log: () => undefined,
    planExit: (plan) => void plans.push(plan),
    leave: () => void (left += 1),
    openPage: () => Promise.resolve(),
    report: (problem) => void problems.push(problem),
  });
}

async function openReady(): Promise<UpdatesService> {
  const updates = open();
  updates.start();
  await time.advance(pause);
  expect(stateNow()).toMatchObject({ is: 'ready', asks: true });
  plans.length = 0;
  return updates;
}

const stateNow = (): UpdateState | undefined => told.at(-1)?.state;

describe('looking for a newer version', () => {
  it('looks a while after the start, downloads what there is and asks', async () => {
    const updates = open();
    updates.start();
    await time.advance(30_000);
    expect(script.asked).toEqual([]);
    await time.advance(pause);
    expect(script.asked).toEqual(['look', 'download']);
    expect(told.map(({ state }) => state.is)).toEqual(['looking', 'downloading', 'ready']);
    expect(stateNow()).toEqual({ is: 'ready', version: '0.2.0', notes, asks: true, onClose: false });
    expect(left).toBe(0);
  });

  it('looks once a day, and not more often', async () => {
    script.version = undefined;
    open().start();
    await time.advance(pause + 23 * hourMs);
    expect(script.asked).toEqual(['look']);
    await time.advance(2 * hourMs);
    expect(script.asked).toEqual(['look', 'look']);
    expect(stateNow()).toEqual({ is: 'none' });
  });

  it('looks soon after a computer wakes up that slept for days', async () => {
    script.version = undefined;
    open().start();
    await time.advance(pause);
    time.jump(5 * dayMs);
    await time.advance(hourMs);
    expect(script.asked).toEqual(['look', 'look']);
  });

  it('does not look twice at once', async () => {
    const updates = open();
    await Promise.all([updates.look(), updates.look()]);
    expect(script.asked).toEqual(['look', 'download']);
  });

  it('says how far a download is, not more often than once for each percent', async () => {
    script.downloading = async (onPercent) => {
      for (const percent of [0.2, 0.9, 1.1, 1.9, 50, 100]) onPercent(percent);
    };
    await open().look();
    const percents = told.flatMap(({ state }) => (state.is === 'downloading' ? [state.percent] : []));
    expect(percents.at(-1)).toBe(100);
    // 0, 1, 50 and 100 of the six.
    expect(percents).toHaveLength(4);
  });

  it('keeps what is ready while it looks again; what was put off asks about no version before the next day', async () => {
    const updates = await openReady();
    await updates.putOff();
    await updates.look();
    expect(script.asked).toEqual(['look', 'download', 'look']);
    expect(stateNow()).toMatchObject({ is: 'ready', asks: false });
    script.version = '0.3.0';
    await updates.look();
    expect(stateNow()).toMatchObject({ is: 'ready', version: '0.3.0', asks: false });
  });

  it('a look that fails takes nothing away that is ready', async () => {
    const updates = await openReady();
    script.looking = () => Promise.reject(new UpdateFailure('server-gone'));
    await updates.look();
    expect(stateNow()).toMatchObject({ is: 'ready', version: '0.2.0' });
  });

  it('says why nothing was found, and tries again the next day', async () => {
    script.looking = () => Promise.reject(new UpdateFailure('web-page'));
    const updates = open();
    updates.start();
    await time.advance(pause);
    expect(stateNow()).toEqual({ is: 'failed', why: 'web-page' });
    script.looking = undefined;
    script.downloading = () => Promise.reject(new UpdateFailure('wrong-checksum'));
    await time.advance(dayMs + hourMs);
    expect(stateNow()).toEqual({ is: 'failed', why: 'wrong-checksum' });
    expect(await updates.take('now', false)).toMatchObject({ ok: false, failure: { code: 'not-ready' } });
  });

  it('without a server of releases it asks no one', async () => {
    const updates = open({ hasServer: false });
    updates.start();
    await updates.look();
    await time.advance(2 * dayMs);
    expect(script.asked).toEqual([]);
    expect(await updates.current()).toEqual({ state: { is: 'absent' }, isAutomatic: true });
  });

  it('names a version that has to be taken by hand, and downloads nothing of it', async () => {
    const updates = open({ isByHand: true });
    updates.start();
    await time.advance(pause);
    expect(script.asked).toEqual(['look']);
    expect(stateNow()).toEqual({ is: 'by-hand', version: '0.2.0', notes, asks: true });
    expect(await updates.take('now', false)).toMatchObject({ ok: false, failure: { code: 'not-ready' } });
  });
});

describe('taking it', () => {
  it('ends the app with the installer when the seller says now', async () => {
    const updates = await openReady();
    expect(await updates.take('now', false)).toEqual({ ok: true, value: {} });
    expect(plans).toEqual(['install-and-run']);
    expect(left).toBe(1);
    await updates.stop();
    expect(plans).toEqual(['install-and-run']);
  });

  it('waits until the app is closed when the seller says so', async () => {
    const updates = await openReady();
    await updates.take('on-close', false);
    expect(stateNow()).toMatchObject({ is: 'ready', onClose: true, asks: false });
    expect(left).toBe(0);
    await updates.stop();
    expect(plans).toEqual(['install']);
  });

  it('never installs at the end of an app whose seller said nothing', async () => {
    const updates = await openReady();
    await updates.stop();
    expect(plans).toEqual([]);
    expect(script.asked.at(-1)).toBe('stop');
  });

  it.each([
    ['in-flight', { inFlight: 1, unsettled: 0 }],
    ['unsettled', { inFlight: 0, unsettled: 1 }],
  ])('refuses while something is on its way: %s', async (code, now) => {
    const updates = await openReady();
    busy = now;
    expect(await updates.take('now', false)).toMatchObject({ ok: false, failure: { code } });
    expect([plans, left]).toEqual([[], 0]);
  });

  it('refuses while a review has unsaved edits', async () => {
    const updates = await openReady();
    expect(await updates.take('now', true)).toMatchObject({ ok: false, failure: { code: 'unsaved-edits' } });
    expect([plans, left]).toEqual([[], 0]);
  });

  it('keeps the installer away from what could not be ended, and opens the app again for who waits for it', async () => {
    const updates = await openReady();
    await updates.take('now', false);
    busy = { inFlight: 0, unsettled: 1 };
    await updates.stop();
    expect(plans).toEqual(['install-and-run', 'run']);
  });

  it('keeps it away at a close, too', async () => {
    const updates = await openReady();
    await updates.take('on-close', false);
    busy = { inFlight: 0, unsettled: 1 };
    await updates.stop();
    expect(plans).toEqual(['install', 'end']);
  });

  it('what was agreed before a restore does not hold after it', async () => {
    const first = await openReady();
    await first.take('on-close', false);
    await first.stop();
    const second = open();
    await second.stop();
    expect(plans).toEqual(['install', 'end']);
  });

  it('does not begin while the system shuts down', async () => {
    const updates = await openReady();
    await updates.take('on-close', false);
    updates.systemEnds();
    await updates.stop();
    expect(plans.at(-1)).toBe('end');
  });
});

describe('not now', () => {
  it('asks again the next day in Korea, not before', async () => {
    const updates = await openReady();
    await updates.putOff();
    expect(stateNow()).toMatchObject({ is: 'ready', asks: false });
    await time.advance(8 * hourMs);
    expect(stateNow()).toMatchObject({ asks: false });
    await time.advance(16 * hourMs);
    expect(stateNow()).toMatchObject({ is: 'ready', asks: true });
  });

  it('what was put off stays so over a restart', async () => {
    const first = await openReady();
    await first.putOff();
    await first.stop();
    open().start();
    await time.advance(pause);
    expect(stateNow()).toMatchObject({ is: 'ready', asks: false });
  });

  it('switched off it neither looks nor asks, over a restart, too', async () => {
    const first = open();
    await first.setAutomatic(false);
    first.start();
    await time.advance(3 * dayMs);
    await first.stop();
    const second = open();
    second.start();
    await time.advance(3 * dayMs);
    expect(script.asked).toEqual([]);
    expect(await second.current()).toMatchObject({ isAutomatic: false, state: { is: 'idle' } });
  });

  it('switched off it takes back what was agreed for the close', async () => {
    const updates = await openReady();
    await updates.take('on-close', false);
    await updates.setAutomatic(false);
    expect(stateNow()).toMatchObject({ is: 'ready', asks: false, onClose: false });
    await updates.stop();
    expect(plans.at(-1)).toBe('end');
  });

  it('switched off the seller may still look himself', async () => {
    const updates = open();
    await updates.setAutomatic(false);
    await updates.look();
    expect(stateNow()).toMatchObject({ is: 'ready', asks: false });
    expect(await updates.take('now', false)).toMatchObject({ ok: true });
  });

  it('a setting that cannot be read is the standard one', async () => {
    await desk.database.settings.set('updates', '{"isAutomatic":"maybe"}');
    expect(await open().current()).toMatchObject({ isAutomatic: true });
  });
});
