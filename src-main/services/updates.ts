import { z } from 'zod';
import type { CallFailure } from '../../src-preload/contract/calls';
import { dayMs, koreanDayIndex, koreanMidnight } from '../../src-preload/contract/korean-time';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { UpdateFailureReason, UpdateNote, UpdateState, Updates } from '../../src-preload/contract/updates';
import { readStored } from '../database/stored-json';
import type { AppDatabase } from '../database/tables';
import type { Timers } from '../outbox/outbox-port';

/** What the service needs of an updater; it rejects with what `reasonOf` knows. */
export interface UpdateFinder {
  look(): Promise<{ version: string; notes: UpdateNote[] } | undefined>;
  download(onPercent: (percent: number) => void): Promise<void>;
  stop(): void;
}

/**
 * How the app ends: with nothing, with the installer, with the installer and the new version after it, or with this
 * version once more, where the seller waits for an app and the installer had to stay away.
 */
export type ExitPlan = 'end' | 'install' | 'install-and-run' | 'run';

interface Options {
  /** undefined: there is no server to ask. */
  openFinder: (() => Promise<UpdateFinder>) | undefined;
  reasonOf(problem: unknown): UpdateFailureReason | undefined;
  /** What is found, this installation cannot take by itself. */
  isByHand: boolean;
  /** The seller agreed to a version in the run before, and its installer has changed nothing. */
  lastInstallFailed: boolean;
  database: AppDatabase;
  /** Calls in flight, and jobs of which it is not known whether they went out. */
  busy(): Promise<{ inFlight: number; unsettled: number }>;
  timers: Timers;
  now(): number;
  publish(updates: Updates): void;
  log(entry: { state: string; version?: string; why?: string }): void;
  planExit(plan: ExitPlan): void;
  /** Ends the app; what is in flight is given its time. */
  leave(): void;
  /** Shows the page with all releases in the browser. */
  openPage(): Promise<void>;
  report(problem: unknown): void;
}

/** The first seconds belong to the window and to what is due. */
const firstAfterMs = 60_000;
/** A computer that slept has its timers late: whether a day is over is asked this often. */
const lookAgainMs = 3_600_000;

const key = 'updates';
const keptSchema = z.strictObject({ isAutomatic: z.boolean(), putOffUntil: z.int() });
const standard: z.infer<typeof keptSchema> = { isAutomatic: true, putOffUntil: 0 };

/**
 * Looks for a newer version and downloads it in the background; takes it only when the seller says so, and never while
 * something is on its way to a market. Failures are quiet: they stand in 설정 > 정보, and the next day tries again.
 */
export function createUpdates(options: Options) {
  const { database, timers, now } = options;
  let state: UpdateState = { is: options.openFinder === undefined ? 'absent' : 'idle' };
  if (options.lastInstallFailed) {
    state = { is: 'failed', why: 'not-installed' };
    options.log({ state: state.is, why: state.why });
  }
  let lookedAt: number | undefined;
  let agreed: 'now' | 'on-close' | undefined;
  let finder: Promise<UpdateFinder> | undefined;
  let searching: Promise<void> | undefined;
  const openOnce = (open: () => Promise<UpdateFinder>): Promise<UpdateFinder> =>
    (finder ??= open().catch((problem: unknown) => {
      finder = undefined;
      throw problem;
    }));
  let timer: unknown;
  let isStopped = false;

  const kept = async (): Promise<z.infer<typeof keptSchema>> =>
    readStored(keptSchema, await database.settings.get(key)) ?? standard;
  const keep = async (change: Partial<z.infer<typeof keptSchema>>): Promise<void> =>
    database.settings.set(key, JSON.stringify({ ...(await kept()), ...change }));
  const current = async (): Promise<Updates> => {
    const { isAutomatic } = await kept();
    // As it is by now: two of these may overtake each other.
    return { state, isAutomatic, ...(lookedAt === undefined ? {} : { lookedAt }) };
  };
  const become = async (next: UpdateState): Promise<void> => {
    if (next.is !== state.is) {
      const { is, version, why } = { version: undefined, why: undefined, ...next };
      options.log({ state: is, ...(version === undefined ? {} : { version }), ...(why === undefined ? {} : { why }) });
    }
    state = next;
    if (!isStopped) options.publish(await current());
  };
  /** Whether the seller is to be asked now, by these settings: not about what he has agreed to. */
  const asksBy = ({ isAutomatic, putOffUntil }: z.infer<typeof keptSchema>): boolean =>
    agreed === undefined && isAutomatic && now() >= putOffUntil;
  const withdraw = (): void => {
    agreed = undefined;
    options.planExit('end');
  };

  // What an earlier core was told (before a restore) no longer holds: this one does not show it.
  withdraw();

  const search = async (open: () => Promise<UpdateFinder>): Promise<void> => {
    const before = state;
    // What is ready stays so, unless there is something newer.
    const isReady = before.is === 'ready' || before.is === 'by-hand';
    try {
      if (!isReady) await become({ is: 'looking' });
      const using = await openOnce(open);
      const found = await using.look();
      // Agreed or ending meanwhile: whatever was found is left to the next start.
      if (isStopped || agreed === 'now') return;
      lookedAt = now();
      if (found === undefined) return isReady ? undefined : await become({ is: 'none' });
      if (isReady && found.version === before.version) return await become(state);
      if (options.isByHand) {
        const settings = await kept();
        return await become({ is: 'by-hand', ...found, asks: asksBy(settings) });
      }
      withdraw();
      let percent = 0;
      await become({ is: 'downloading', version: found.version, percent });
      await using.download((exactly) => {
        const whole = Math.min(100, Math.max(0, Math.floor(exactly)));
        if (whole === percent) return;
        percent = whole;
        void become({ is: 'downloading', version: found.version, percent }).catch(options.report);
      });
      const settings = await kept();
      await become({ is: 'ready', ...found, asks: asksBy(settings), onClose: false });
    } catch (problem) {
      lookedAt = now();
      // What is ready may have been put off or agreed to meanwhile: it stays so, too.
      if (isReady && state.is === before.is) return;
      await become({ is: 'failed', why: options.reasonOf(problem) ?? 'other' });
      if (options.reasonOf(problem) === undefined) options.report(problem);
    }
  };
  /** One search at a time. */
  const look = (): Promise<void> => {
    if (options.openFinder === undefined || isStopped) return Promise.resolve();
    return (searching ??= search(options.openFinder).finally(() => {
      searching = undefined;
    }));
  };

  const tick = async (): Promise<void> => {
    const settings = await kept();
    if (!settings.isAutomatic) return;
    if (state.is === 'ready' || state.is === 'by-hand') {
      if (!state.asks && asksBy(settings)) await become({ ...state, asks: true });
    }
    if (lookedAt === undefined || now() - lookedAt >= dayMs) await look();
  };
  const plan = (ms: number): void => {
    timer = timers.set(() => {
      void tick()
        .catch(options.report)
        .finally(() => (isStopped ? undefined : plan(lookAgainMs)));
    }, ms);
  };

  const refusal = async (): Promise<'in-flight' | 'unsettled' | undefined> => {
    const { inFlight, unsettled } = await options.busy();
    if (inFlight > 0) return 'in-flight';
    return unsettled > 0 ? 'unsettled' : undefined;
  };

  return {
    current,
    look,
    openPage: options.openPage,
    /** From now on at the start of the app and once a day. */
    start(): void {
      if (options.openFinder !== undefined) plan(firstAfterMs);
    },
    async setAutomatic(isOn: boolean): Promise<void> {
      await keep({ isAutomatic: isOn });
      if (!isOn) withdraw();
      const asks = asksBy(await kept());
      if (state.is === 'ready') await become({ ...state, asks, onClose: agreed === 'on-close' });
      else if (state.is === 'by-hand') await become({ ...state, asks });
      else await become(state);
    },
    /** Not before the next day in Korea. */
    async putOff(): Promise<void> {
      await keep({ putOffUntil: koreanMidnight(koreanDayIndex(now()) + 1) });
      if (state.is === 'ready' || state.is === 'by-hand') await become({ ...state, asks: false });
    },
    async take(
      when: 'now' | 'on-close',
      hasUnsavedEdits: boolean,
    ): Promise<Result<Record<string, never>, CallFailure<'updates-take'>>> {
      // Asked first: what is there may be another version by the time of the answer.
      const refused = when === 'now' ? await refusal() : undefined;
      if (state.is !== 'ready') return failure('not-ready');
      if (when === 'now' && hasUnsavedEdits) return failure('unsaved-edits');
      if (refused !== undefined) return failure(refused);
      agreed = when;
      options.planExit(when === 'now' ? 'install-and-run' : 'install');
      await become({ ...state, asks: false, onClose: when === 'on-close' });
      if (when === 'now') options.leave();
      return success({});
    },
    /** The system ends the app: an installer would be killed in the middle. */
    systemEnds: withdraw,
    /** To be called once the outbox has stopped: what it could not end keeps the installer away. */
    async stop(): Promise<void> {
      isStopped = true;
      timers.clear(timer);
      // A database that cannot say it counts as something under way.
      const mustWait = agreed !== undefined && (await refusal().catch(() => 'unsettled')) !== undefined;
      if (mustWait) options.planExit(agreed === 'now' ? 'run' : 'end');
      void finder?.then((using) => using.stop(), options.report);
      await searching;
    },
  };
}

export type UpdatesService = ReturnType<typeof createUpdates>;
