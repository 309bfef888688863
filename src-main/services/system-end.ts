import { z } from 'zod';
import { countIn } from '../../src-preload/contract/job-states';
import type { LeftBehind } from '../../src-preload/contract/store';
import type { AppDatabase } from '../database/tables';

/** In the settings: when the system ended the app (ms UTC); null once it was told. */
const endedKey = 'ended-by-system';

/** Notes that the system is ending the app, before what is in flight is ended: a kill in the middle leaves the note. */
export async function noteSystemEnd(database: AppDatabase, at: number): Promise<void> {
  await database.settings.set(endedKey, JSON.stringify(at));
}

/**
 * What an end by the system left, once, at the next start, over all stores. To be asked before the outbox starts, which
 * goes on with it.
 * @returns undefined when the last end was the seller's, or nothing was left
 */
export async function takeLeftBehind(database: AppDatabase): Promise<LeftBehind | undefined> {
  const at = await database.transaction(({ settings }) => settings.read(endedKey, z.int().nullable()));
  if (at === undefined || at === null) return undefined;
  await database.settings.set(endedKey, JSON.stringify(null));
  const left: LeftBehind = { at, underWay: 0, unknown: 0, held: 0 };
  for (const { id } of await database.stores.list()) {
    const counts = await database.counts.of(id);
    // What is still marked as sending was cut off, and becomes unknown at this start.
    left.unknown += countIn('inFlight', counts);
    left.underWay += countIn('underWay', counts);
    left.held += counts.held;
  }
  return left.underWay + left.held > 0 ? left : undefined;
}
