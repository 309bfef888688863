import { createCore } from '../../../src-main/core';
import type { CoreOutcome, Core } from '../../../src-main/core';
import type { Surroundings } from '../../../src-main/surroundings';
import { events } from '../../../src-preload/contract/events';
import type { EventPayload } from '../../../src-preload/contract/events';
import type { EventName } from '../../../src-preload/contract/names';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Counts, Job } from '../../../src-preload/contract/job';
import type { Secrets, StoreStatus } from '../../../src-preload/contract/store';
import type { Environment } from '../../../src-main/environment';
import type { SheetOrder } from '../../../src-main/practice/sheet-order';
import { memoryKeychain } from './keychains';

/** A NAVER store's credentials, as the practice market hands them out. */
interface Credentials {
  clientId: string;
  clientSecret: string;
}

export interface RunningCore {
  core: Core;
  storeId: StoreId;
  /** What was reported as a problem: a run without a fault of ours reports nothing. */
  problems: string[];
  /** Dispatches for these orders, as a sheet with their numbers would make them; no undo window. */
  send(orders: readonly SheetOrder[], change?: (order: SheetOrder) => Partial<SheetOrder>): Promise<unknown>;
  /** Resolves with the first status of the store for which this holds, from now on. */
  until(holds: (status: StoreStatus) => boolean): Promise<StoreStatus>;
  /** Nothing is under way any more: done, or waiting for the seller. */
  settled(): Promise<Counts>;
  log(): Promise<Job[]>;
  stop(): Promise<void>;
}

interface Listener {
  /** Hears of each event the window would. */
  onEvent?: (name: EventName, payload: unknown) => void;
}

type Changes = Partial<Surroundings> & Listener & { naverUrl?: string };

/** The whole main process but Electron, on a folder of the test's own. */
export async function assembleInTest(
  dataDir: string,
  more: Changes = {},
): Promise<{ outcome: CoreOutcome; problems: string[]; onStatus: Set<(all: EventPayload<'status-changed'>) => void> }> {
  const { naverUrl, onEvent, ...changes } = more;
  const problems: string[] = [];
  const onStatus = new Set<(all: EventPayload<'status-changed'>) => void>();
  const outcome = await createCore({
    dataDir,
    environment: { ignored: [], ...(naverUrl === undefined ? {} : { naverUrl }) },
    version: '0.0.0',
    platform: 'test',
    isSystemOnline: () => true,
    send(name, payload) {
      onEvent?.(name, payload);
      if (name !== 'status-changed') return;
      const status = events['status-changed'].parse(payload);
      for (const tell of onStatus) tell(status);
    },
    openOutside: async () => undefined,
    notify: () => undefined,
    keepAwake: () => undefined,
    loadKeychain: memoryKeychain(),
    report: (place, problem) =>
      problems.push(`${place}: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`),
    logger: { log: () => undefined },
    // What these tests count is what the outbox asks.
    bookRests: true,
    ...changes,
  });
  return { outcome, problems, onStatus };
}

/** Starts the core, connects one store and lets it send without an undo window. */
export async function runStore(
  given: { dataDir: string; environment: Omit<Environment, 'ignored'>; secrets: Secrets } & Listener &
    Omit<Partial<Surroundings>, 'environment'>,
): Promise<Omit<RunningCore, 'send'>> {
  const { secrets, dataDir, environment, ...more } = given;
  const { outcome, problems, onStatus } = await assembleInTest(dataDir, {
    ...more,
    environment: { ignored: [], ...environment },
  });
  if (!outcome.ok) throw new Error(`the core did not start: ${outcome.code} ${outcome.detail}`);
  const { core } = outcome;
  const { handlers } = core;
  const stores = await handlers['stores-list']({});
  const account = secrets.market === 'naver' ? secrets.clientId : secrets.vendorId;
  const known = stores.ok ? stores.value.find((store) => store.accountId === account) : undefined;
  const saved = await handlers['stores-save']({
    label: '하늘상점',
    secrets,
    ...(known === undefined ? {} : { id: known.id }),
  });
  if (!saved.ok) throw new Error(`the store was not saved: ${saved.failure.code}`);
  const storeId = saved.value.store.id;
  await handlers['settings-set']({ undoSeconds: 0, keepPersonalDays: 90, rememberCouriers: true });

  const until = async (holds: (status: StoreStatus) => boolean): Promise<StoreStatus> =>
    new Promise((resolve, reject) => {
      const look = (statuses: readonly StoreStatus[]): void => {
        const mine = statuses.find((status) => status.storeId === storeId);
        if (mine === undefined || !holds(mine)) return;
        onStatus.delete(listener);
        resolve(mine);
      };
      const listener = ({ statuses }: { statuses: readonly StoreStatus[] }): void => look(statuses);
      onStatus.add(listener);
      core.outbox.statuses().then(look, reject);
    });

  return {
    core,
    storeId,
    problems,
    until,
    async settled() {
      const next = until(({ counts }) => isSettled(counts));
      // It may have ended before anyone listened: then no status follows.
      const { counts } = await core.outbox.status(storeId);
      return isSettled(counts) ? counts : (await next).counts;
    },
    async log() {
      const jobs: Job[] = [];
      for (;;) {
        const page = await handlers['log-page']({ filter: { storeId }, offset: jobs.length, limit: 200 });
        if (!page.ok) throw new Error(page.failure.code);
        jobs.push(...page.value.jobs);
        if (page.value.jobs.length < 200) return jobs;
      }
    },
    stop: () => core.stop(),
  };
}

/** Starts the core and connects one NAVER store to the market at `naverUrl`. */
export async function runCore(
  given: { dataDir: string; naverUrl: string; credentials: Credentials } & Listener &
    Omit<Partial<Surroundings>, 'environment'>,
): Promise<RunningCore> {
  const { credentials, naverUrl, ...more } = given;
  const running = await runStore({
    ...more,
    environment: { naverUrl },
    secrets: { market: 'naver', ...credentials },
  });
  const { core, storeId } = running;
  return {
    ...running,
    async send(orders, change = () => ({})) {
      const jobs = dispatchesOf(orders.map((order) => ({ ...order, ...change(order) })));
      const answer = await core.handlers['outbox-add-targets']({ storeId, jobs });
      if (!answer.ok) throw new Error(`nothing was added: ${answer.failure.code}`);
      return answer.value;
    },
  };
}

/** Something was done or waits for the seller, and nothing is under way. */
export function isSettled(counts: Counts): boolean {
  const { queued, sending, waiting, unknown, succeeded, rejected, held } = counts;
  return queued + sending + waiting + unknown === 0 && succeeded + rejected + held > 0;
}

/** These orders as dispatches with the numbers of their sheet, each looked at: made-up numbers break couriers' rules. */
export function dispatchesOf(orders: readonly SheetOrder[]) {
  return orders.map(({ productOrderId, courier, trackingNumber }) => ({
    target: productOrderId,
    values: {
      kind: 'dispatch' as const,
      dispatch: { deliveryMethod: 'DELIVERY' as const, deliveryCompanyCode: courier, trackingNumber },
    },
    chosen: true,
  }));
}
