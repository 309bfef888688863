import { useState } from 'react';
import { rowsPerExportChunk } from '../../../src-preload/contract/chunks';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import { announce } from '../../state/announcements';
import { chosenStore, useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { openBookOn } from '../../state/open-book';
import { isExportHeader } from '../../sheets/understanding/order-export';
import { text } from '../../text';
import { onePress } from '../../ui/one-press';
import { Icon } from '../../ui/icons';
import { closeFile } from './close-file';
import type { ReviewController } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';

const words = text.book.fromFile;
/** The market's own order export was opened: it can fill the order book, with or without a connected store. */
export function OrderExportOffer({ review, controller }: { review: ReviewState; controller: ReviewController }) {
  const store = useAppState(chosenStore);
  const [isBusy, setBusy] = useState(false);
  if (
    store === undefined ||
    !hasOrders(store) ||
    !isExportHeader((review.understood?.columns ?? []).map(({ header }) => header))
  )
    return null;
  const take = async (): Promise<void> => {
    const orders = (await controller.answerOf((worker) => worker.ask('orders', {}))) ?? [];
    if (orders.length === 0) return announce(words.none);
    let added = 0;
    for (let from = 0; from < orders.length; from += rowsPerExportChunk) {
      const some = orders.slice(from, from + rowsPerExportChunk);
      const answer = await call('book-import', { storeId: store.id, orders: some });
      if (!answer.ok) return announce(text.shell.callFailed);
      added += answer.value.added;
    }
    announce(words.done(orders.length, added));
    closeFile(review);
    openBookOn({ tab: 'waiting' });
  };
  return (
    <section className="notice banner calm" aria-label={words.title} data-testid="order-export">
      <Icon name="info" size={18} />
      <p className="grow">
        <strong>{words.title}</strong> {words.body}
      </p>
      <button
        type="button"
        className="button lead"
        data-testid="order-export-take"
        disabled={isBusy}
        onClick={onePress(() => {
          setBusy(true);
          void take().finally(() => setBusy(false));
        })}
      >
        {words.take}
      </button>
    </section>
  );
}
