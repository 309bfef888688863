import { useState } from 'react';
import { AskDialog } from '../ui/ask-dialog';
import { Mark } from '../ui/icons';
import { text } from '../text';
import { closeFile } from './close-file';
import { openTab, useCurrentReview, useReviewsInStore } from './reviews-state';
import type { ReviewFace } from './reviews-state';

const words = text.send;

/** Of many tabs the open one is never scrolled out of sight. */
function bringIntoView(tab: HTMLLIElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** One tab a file under review; none pushes another away. */
export function FileTabs() {
  const reviews = useReviewsInStore();
  const current = useCurrentReview();
  const [asking, setAsking] = useState<ReviewFace | undefined>(undefined);
  if (reviews.length === 0) return null;

  function close(face: ReviewFace): void {
    closeFile(face);
    setAsking(undefined);
  }

  return (
    <>
      <ul className="file-tabs" aria-label={words.tabs}>
        {reviews.map((face) => (
          <li
            key={face.key}
            ref={face.key === current?.key ? bringIntoView : undefined}
            className={face.key === current?.key ? 'current' : ''}
          >
            <button
              type="button"
              data-testid="file-tab"
              data-file={face.fileName}
              aria-current={face.key === current?.key}
              title={face.fileName}
              onClick={() => openTab(face.key)}
            >
              <Mark name={face.phase === 'failed' ? 'octagon' : face.phase === 'sent' ? 'check' : 'dot'} size={10} />
              <span className="one-line">{face.fileName}</span>
            </button>
            <button
              type="button"
              className="close-tab"
              aria-label={words.closeTab(face.fileName)}
              onClick={() => (face.phase === 'failed' || face.phase === 'sent' ? close(face) : setAsking(face))}
            >
              <Mark name="cross" size={12} />
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
