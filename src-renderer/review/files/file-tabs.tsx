import { useRef, useState } from 'react';
import { afterNextFrame } from '../../ui/after-frame';
import { AskDialog } from '../../ui/ask-dialog';
import { Icon } from '../../ui/icons';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { restOf } from '../../ui/job/job-words';
import { closeFile } from './close-file';
import { openTab, useCurrentReview, useReviewsInStore, useSend } from '../state/reviews-state';
import { pickFiles } from './sheet-input';
import { StateShape } from '../../ui/shapes';
import type { StateName } from '../../ui/shapes';
import type { ReviewState } from '../state/reviews-state';
import { figuresOf } from '../state/run-stage';
import { useRuns } from '../state/runs-state';
import type { Run } from '../state/runs-state';

const words = text.send;

/** Of many tabs the open one is never scrolled out of sight. */
function bringIntoView(tab: HTMLLIElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * A file by its shape: under way, broken, dealt with, to be looked at, or ready to go. `isResting`: its store sends nothing
 * for now.
 */
function shapeOf({ phase, summary }: ReviewState, run: Run | undefined, isResting: boolean): StateName {
  if (run) {
    const { left, held, rejected, done } = figuresOf(run.sums);
    if (left > 0) return isResting || Date.now() < run.dueAt ? 'queue' : 'run';
    if (held + rejected > 0) return held > 0 ? 'held' : 'stop';
    if (phase === 'sent' && done > 0) return 'done';
  }
  if (phase === 'failed') return 'stop';
  if (phase === 'sent') return 'already';
  if (!summary) return 'yet';
  const { tabs } = summary;
  return tabs.look > 0 ? 'look' : tabs.all > 0 && tabs.done === tabs.all ? 'already' : tabs.send > 0 ? 'ready' : 'yet';
}

/** It has no lines, or they are sent; a file that waits for its password, and has no draft, was never open. */
function hasNothingToLose({ phase, importId }: ReviewState): boolean {
  return phase === 'failed' || phase === 'sent' || (phase === 'password' && importId === undefined);
}

/** The strip over everything: a tab for each file, and the way in for one more. Gone where there is no file. */
export function FileStrip() {
  const all = useSend((state) => state.reviews.length);
  const here = useReviewsInStore().length;
  if (all === 0) return null;
  return (
    <div className="file-strip">
      <FileTabs />
      {here > 0 ? (
        <button type="button" className="button small plain" title={words.addFileKeys} onClick={pickFiles}>
          <Icon name="plus" /> {words.addFile}
        </button>
      ) : null}
      {all > here ? <p className="faint grow one-line">{words.otherStoreFiles(all - here)}</p> : null}
    </div>
  );
}

/** What takes the place of a closed file: its neighbour's tab, or the place to drop the next one on. */
function placeOfClosed(): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(
    '[data-testid=file-tab][aria-current=true], [data-testid=start-pick]',
  );
  return [...all].find((each) => each.checkVisibility());
}

function isShown(key: string | undefined): boolean {
  return useSend.getState().reviews.some((review) => review.key === key);
}

/** One tab a file under review; none pushes another away. */
export function FileTabs() {
  const reviews = useReviewsInStore();
  const current = useCurrentReview();
  const runs = useRuns((state) => state.runs);
  const isResting = useAppState((state) => current !== undefined && restOf(state, current.storeId) !== undefined);
  const [asking, setAsking] = useState<ReviewState | undefined>(undefined);
  /** The tab that was asked about last; the dialog closes after the answer. */
  const asked = useRef<string>(undefined);
  if (reviews.length === 0) return null;

  function ask(review: ReviewState): void {
    asked.current = review.key;
    setAsking(review);
  }

  function close(review: ReviewState): void {
    closeFile(review);
    setAsking(undefined);
    afterNextFrame(() => {
      if (document.activeElement === document.body) placeOfClosed()?.focus();
    });
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
              <StateShape name={shapeOf(review, runs[review.key], isResting)} />
              <span className="one-line">{review.fileName}</span>
              {review.key === current?.key || !review.summary?.tabs.all ? null : (
                <span className="tab-lines">{words.groups.lines(review.summary.tabs.all)}</span>
              )}
            </button>
            <button
              type="button"
              className="close-tab"
              aria-label={words.closeTab(review.fileName)}
              onClick={() => (hasNothingToLose(review) ? close(review) : ask(review))}
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
        focusAfter={() => (isShown(asked.current) ? undefined : placeOfClosed())}
        onNo={() => setAsking(undefined)}
        onYes={() => (asking ? close(asking) : undefined)}
      />
    </>
  );
}
