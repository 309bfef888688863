import { useState } from 'react';
import { AskDialog } from '../ui/ask-dialog';
import { Icon } from '../ui/icons';
import { text } from '../text';
import { closeFile } from './close-file';
import { openTab, useCurrentReview, useReviewsInStore } from './reviews-state';
import type { ReviewState } from './reviews-state';

const words = text.send;

/** Of many tabs the open one is never scrolled out of sight. */
function bringIntoView(tab: HTMLLIElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** One tab a file under review; none pushes another away. */
export function FileTabs() {
  const reviews = useReviewsInStore();
  const current = useCurrentReview();
  const [asking, setAsking] = useState<ReviewState | undefined>(undefined);
  if (reviews.length === 0) return null;

  function close(review: ReviewState): void {
    closeFile(review);
    setAsking(undefined);
  }

  return (
    <>
      <ul className="file-tabs" aria-label={words.tabs}>
        {reviews.map((review) => (
          <li
            key={review.key}
            ref={review.key === current?.key ? bringIntoView : undefined}
            className={review.key === current?.key ? 'current' : ''}
          >
            <button
              type="button"
              data-testid="file-tab"
              data-file={review.fileName}
              aria-current={review.key === current?.key}
              title={review.fileName}
              onClick={() => openTab(review.key)}
            >
              <Icon
                name={review.phase === 'failed' ? 'octagon' : review.phase === 'sent' ? 'check' : 'dot'}
                size={10}
              />
              <span className="one-line">{review.fileName}</span>
            </button>
            <button
              type="button"
              className="close-tab"
              aria-label={words.closeTab(review.fileName)}
              onClick={() => (review.phase === 'failed' || review.phase === 'sent' ? close(review) : setAsking(review))}
            >
              <Icon name="cross" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <AskDialog
        open={asking !== undefined}
        danger
        title={words.closeAsk(asking?.fileName ?? '', asking?.summary?.tabs.all ?? 0)}
        body={words.closeAskMore}
        yes={words.closeYes}
        no={words.closeNo}
        onNo={() => setAsking(undefined)}
        onYes={() => (asking ? close(asking) : undefined)}
      />
    </>
  );
}
