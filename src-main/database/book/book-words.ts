import type { StoreId } from '../../../src-preload/contract/ids';
import type { Personal } from '../tables';

/** Digests of a word, the one to write first. They belong to a store: that two stores share a buyer is not to be seen. */
export function wordDigests(personal: Personal, storeId: StoreId, word: string): readonly Uint8Array[] {
  return personal.digests(`${storeId} ${word}`);
}
