import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUpdates } from '../../../../src-main/services/updates';
import type { ExitPlan, UpdatesService } from '../../../../src-main/services/updates';
import { UpdateFailure, reasonOf } from '../../../../src-main/updates/update-failure';
import type { UpdateState } from '../../../../src-preload/contract/updates';
import { monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';
import { createVirtualTime } from '../../../support/outbox/virtual-time';
import { createScriptedFinder } from '../../../support/updates/scripted-finder';
import type { ScriptedFinder } from '../../../support/updates/scripted-finder';
import { withResolvers } from '../../../support/with-resolvers';

const hourMs = 3_600_000;
const busy = { inFlight: 0, unsettled: 0 };

let desk: TestDatabase;
let time: ReturnType<typeof createVirtualTime>;
let script: ScriptedFinder;
let asksBusy: () => Promise<typeof busy>;
let stateNow: () => UpdateState | undefined;
let plans: ExitPlan[];
let left: number;
let problems: unknown[];
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  time = createVirtualTime(monday);
  script = createScriptedFinder();
  asksBusy = () => Promise.resolve(busy);
  stateNow = () => undefined;
  plans = [];
  left = 0;
  problems = [];
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await desk.dispose();
});

function open({ database = desk.database } = {}): UpdatesService {
  return createUpdates({
    openFinder: () => Promise.resolve(script.finder),
    reasonOf,
    isByHand: false,
    lastInstallFailed: false,
    database,
    busy: () => asksBusy(),
    timers: time.timersOf({}),
    now: () => time.now(),
    publish: ({ state }) => (stateNow = () => state),
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
  await time.advance(120_000);
  expect(stateNow()).toMatchObject({ is: 'ready', asks: true });
  plans.length = 0;
  return updates;
}

it('what is taken at the close is not asked about again, neither by the hour nor by the switch', async () => {
  const updates = await openReady();
  await updates.take('on-close', false);
  await time.advance(2 * hourMs);
  expect(stateNow()).toMatchObject({ is: 'ready', asks: false, onClose: true });
  await updates.setAutomatic(true);
  expect(stateNow()).toMatchObject({ is: 'ready', asks: false, onClose: true });
  expect(plans).toEqual(['install']);
});

it.each([
  ['finds something newer', () => Promise.resolve()],
  ['fails', () => Promise.reject(new UpdateFailure('server-gone'))],
])('a search that %s after the seller said now takes nothing back', async (_name, end) => {
  const updates = await openReady();
  script.version = '0.3.0';
  const answered = withResolvers();
  script.looking = () => answered.promise.then(end);
  const search = updates.look();
  expect(await updates.take('now', false)).toEqual({ ok: true, value: {} });
  answered.resolve();
  await search;
  expect(plans).toEqual(['install-and-run']);
  expect(script.asked.filter((what) => what === 'download')).toHaveLength(1);
  expect(stateNow()).toMatchObject({ is: 'ready', version: '0.2.0' });
});

it('a search that finds something newer after the end has begun takes nothing back', async () => {
  const updates = await openReady();
  await updates.take('on-close', false);
  script.version = '0.3.0';
  const answered = withResolvers();
  script.looking = () => answered.promise;
  const search = updates.look();
  const stopped = updates.stop();
  answered.resolve();
  await Promise.all([search, stopped]);
  expect(plans).toEqual(['install']);
  expect(script.asked.filter((what) => what === 'download')).toHaveLength(1);
});

it('refuses where something newer was found while it was asked what is on its way', async () => {
  const updates = await openReady();
  const looked = withResolvers<{ inFlight: number; unsettled: number }>();
  asksBusy = () => looked.promise;
  const taken = updates.take('now', false);
  script.version = '0.3.0';
  script.downloading = () => new Promise(() => undefined);
  void updates.look();
  await time.advance(0);
  expect(stateNow()).toMatchObject({ is: 'downloading', version: '0.3.0' });
  looked.resolve(busy);
  expect(await taken).toMatchObject({ ok: false, failure: { code: 'not-ready' } });
  expect([plans, left]).toEqual([['end'], 0]);
  expect(stateNow()).toMatchObject({ is: 'downloading', version: '0.3.0' });
});

it('a look that fails takes nothing away that the seller put off meanwhile', async () => {
  const updates = await openReady();
  const answered = withResolvers();
  script.looking = () => answered.promise.then(() => Promise.reject(new UpdateFailure('server-gone')));
  const search = updates.look();
  await updates.putOff();
  answered.resolve();
  await search;
  expect(stateNow()).toMatchObject({ is: 'ready', version: '0.2.0', asks: false });
});

it('the switch changes what is there by then, not what was there when it was set', async () => {
  const { settings } = desk.database;
  let get = settings.get;
  const updates = open({ database: { ...desk.database, settings: { ...settings, get: (key) => get(key) } } });
  await updates.look();
  const asked = withResolvers();
  const read = withResolvers();
  let reads = 0;
  get = async (key) => {
    reads += 1;
    // What it keeps was written over the first; it decides by the second.
    if (reads === 2) {
      asked.resolve();
      await read.promise;
    }
    return settings.get(key);
  };
  const switched = updates.setAutomatic(true);
  await asked.promise;
  script.version = '0.3.0';
  script.downloading = () => new Promise(() => undefined);
  void updates.look();
  await time.advance(0);
  read.resolve();
  await switched;
  expect(stateNow()).toMatchObject({ is: 'downloading', version: '0.3.0' });
});
