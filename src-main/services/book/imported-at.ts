import { instantSchema } from '../../../src-preload/contract/ids';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Tables } from '../../database/tables';

/** Where it stands when a store's book was last filled from a file. */
export function importedKey(storeId: StoreId): string {
  return `book-imported ${storeId}`;
}

/** When the book was filled last, by the feed or from a file; ms UTC, undefined: never. */
export function filledAt({ book, settings }: Pick<Tables, 'book' | 'settings'>, storeId: StoreId): number | undefined {
  const times = [book.feed(storeId)?.filledAt, settings.read(importedKey(storeId), instantSchema)];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
