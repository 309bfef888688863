import { useEffect } from 'react';
import { ColumnsButton } from './columns/columns-button';
import { OrderExportOffer } from './files/order-export-offer';
import { ReviewLines } from './rows/review-lines';
import type { OverLines } from './rows/review-lines';
import { text } from '../text';
import { reviewControllers } from './state/review-controller';
import type { ReviewController } from './state/review-controller';
import { ReviewTools } from './send/review-tools';
import { SendEmpty } from './files/send-empty';
import { Sentence } from './rows/sentence';
import { JoinOpen, useWayToJoin } from './join/join-open';
import { JoinPlace } from './join/join-place';
import { useJoin } from './join/joins-state';
import { RunPlace } from './run/run-place';
import { useRun } from './state/runs-state';
import type { ReviewState } from './state/reviews-state';
import { SheetError, SheetPassword, SheetReading } from './files/sheet-states';
import { understoodWords } from './columns/understood-words';

const words = text.send;

/** One file under review, in whichever phase it is. 발송 and 재고 both show it; never at the same time. */
export function ReviewPlace({ review }: { review: ReviewState }) {
  const controller = reviewControllers.get(review.key);
  const { importId, phase, key } = review;
  const run = useRun(key);
  useEffect(() => {
    if (phase === 'kept' && importId !== undefined) void reviewControllers.get(key)?.restore(importId);
  }, [phase, importId, key]);
  const join = useJoin(key);
  if (join !== undefined && phase === 'ready') return <JoinPlace review={review} join={join} />;
  if (run && controller) return <RunPlace review={review} controller={controller} run={run} />;
  switch (phase) {
    case 'kept':
    case 'reading':
      return <SheetReading review={review} />;
    case 'password':
      return <SheetPassword review={review} />;
    case 'failed':
      return <SheetError review={review} />;
    case 'sent':
      return <AllSent review={review} />;
    case 'storing':
    case 'ready':
      return controller ? <Review review={review} controller={controller} /> : null;
  }
}

/** Nothing of the file is left: its review stands empty, with zero counts, above the place for the next file. */
function AllSent({ review }: { review: ReviewState }) {
  return (
    <section
      className="review"
      data-testid="review"
      data-file={review.fileName}
      data-ready="true"
      aria-label={review.fileName}
    >
      <div className="say">{review.summary ? <Sentence review={review} summary={review.summary} /> : null}</div>
      <p className="all-sent">
        {review.byFile === true ? text.byFile.allInFile(review.fileName) : words.allSent(review.fileName)}
      </p>
      <SendEmpty />
    </section>
  );
}

function Review({ review, controller }: { review: ReviewState; controller: ReviewController }) {
  const join = useWayToJoin(review);
  return (
    <section
      className="review"
      data-testid="review"
      data-file={review.fileName}
      data-ready={review.phase === 'ready'}
      aria-label={review.fileName}
    >
      <OrderExportOffer review={review} controller={controller} />
      <ReviewLines review={review} controller={controller} over={Say} join={join} />
    </section>
  );
}

/** The sentence of a review, and how its file was read. */
function Say({ review, find }: OverLines) {
  const { summary } = review;
  return (
    <div className="say">
      {summary ? <Sentence review={review} summary={summary} /> : null}
      <span className="grow" />
      {find}
      <JoinOpen review={review} />
      <ReviewTools />
      <span className="understood one-line" title={understoodWords(review)}>
        {understoodWords(review)}
      </span>
      <ColumnsButton review={review} />
    </div>
  );
}
