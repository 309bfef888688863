import type { AppDatabase } from '../database/tables';
import { createBookSettings } from './book/book-settings';
import type { SettingsService } from './settings';

interface Options {
  database: AppDatabase;
  settings: SettingsService;
  backUp(): Promise<string>;
  now(): number;
  report(problem: unknown): void;
}

const dayMs = 86_400_000;
/** Not at once: the first seconds belong to the window and to what is due. */
const firstAfterMs = 20_000;
const everyMs = 6 * 3_600_000;
/**
 * Calls that decided nothing are of no use to a market's support desk after this long (resources/docs/domain.md,
 * "Data").
 */
const keepCallsMs = 30 * dayMs;

/** As long as the calls that decided nothing: who asks the market about a call does it within days. */
const keepBodiesMs = keepCallsMs;
/** A busy store's month of usual answers (2 KB a call) has room; answers of 64 KB each must not fill the disk sooner. */
const keepBodiesBytes = 50 * 1024 * 1024;
/** A slice of a few ms: what is due goes out between two of them. */
const bodiesPerSlice = 100;
const personsPerSlice = 200;

/** What has to be done now and then and no one waits for: back-ups, and forgetting persons and empty calls. */
export function createUpkeep({ database, settings, backUp, now, report }: Options) {
  const bookSettings = createBookSettings(database);
  let timer: NodeJS.Timeout | undefined;
  const ending = new AbortController();

  const round = async (): Promise<void> => {
    await backUp();
    const { keepPersonalDays } = await settings.get();
    const before = now() - keepPersonalDays * dayMs;
    await database.jobs.forgetPersonal(before);
    await database.drafts.forgetPersonal(before);
    await database.editSteps.forgetPersonal(before);
    await database.productNames.forgetPersonal(before);
    await database.log.forgetNames();
    const bookDays = (await bookSettings.get()).keepPersonalDays;
    const settledBefore = now() - bookDays * dayMs;
    while (
      !ending.signal.aborted &&
      (await database.book.forgetPersonal(settledBefore, personsPerSlice)) === personsPerSlice
    );
    await database.calls.prune(now() - keepCallsMs);
    const bounds = { before: now() - keepBodiesMs, keepBytes: keepBodiesBytes, most: bodiesPerSlice };
    while (!ending.signal.aborted && (await database.calls.pruneBodies(bounds)) === bodiesPerSlice);
  };

  const plan = (ms: number): void => {
    timer = setTimeout(() => {
      void round()
        .catch(report)
        .finally(() => plan(everyMs));
    }, ms);
    timer.unref();
  };

  return {
    start: (): void => plan(firstAfterMs),
    stop(): void {
      ending.abort();
      clearTimeout(timer);
    },
  };
}
