import { useEffect, useState } from 'react';
import type { PullOutBox } from '../../../../src-preload/contract/book/pull-outs';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { callOrSay } from '../../../state/call-or-say';
import { atMostEvery } from '../../../state/at-most-every';
import { call, listen } from '../../../state/ipc-client';

/** Why a box is to be pulled out, the gravest first. */
export const pullOutSections = ['cancel', 'address', 'other'] as const;
export type PullOutSection = (typeof pullOutSections)[number];

/** The section a box stands in: by the gravest of what changed. */
export function sectionOf({ orders }: PullOutBox): PullOutSection {
  const whats = orders.flatMap(({ changes }) => changes.map(({ what }) => what));
  if (whats.includes('cancel-requested') || whats.includes('cancelled')) return 'cancel';
  return whats.includes('address-changed') ? 'address' : 'other';
}

/** ms. Rest between two readings. */
const restMs = 200;

/** The boxes of a store, read again as the book and the queue change; undefined: not read yet. */
export function usePullOuts(storeId: StoreId | undefined): {
  boxes: readonly PullOutBox[] | undefined;
  setPulled(box: PullOutBox, isPulled: boolean): void;
} {
  const [boxes, setBoxes] = useState<readonly PullOutBox[] | undefined>(undefined);
  useEffect(() => {
    if (storeId === undefined) return undefined;
    const life = { gone: false };
    // One question at a time: an older answer must not come after a newer one.
    const read = atMostEvery(restMs, async () => {
      const answer = await call('book-pull-outs', { storeId });
      if (answer.ok && !life.gone) setBoxes(answer.value.boxes);
      return undefined;
    });
    const ofStore = (change: { storeId: StoreId }): void => {
      if (change.storeId === storeId) read();
    };
    read();
    const stops = [listen('book-changed', ofStore), listen('jobs-changed', ofStore)];
    return () => {
      life.gone = true;
      for (const stop of stops) stop();
    };
  }, [storeId]);
  return {
    boxes,
    /** Ticked at once; the main process tells of it, too. */
    setPulled(box, isPulled) {
      if (storeId === undefined) return;
      setBoxes((shown) => shown?.map((each) => (each.key === box.key ? { ...each, isPulled } : each)));
      const changed = box.orders.filter(({ changes }) => changes.length > 0);
      void callOrSay('book-pulled', {
        storeId,
        productOrderIds: changed.map(({ productOrderId }) => productOrderId),
        isPulled,
      });
    },
  };
}
