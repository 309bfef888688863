import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { DataAttributes } from '../grid/grid-row';
import { MixedGrid } from '../grid/virtual-grid';
import type { GroupRow, ReviewItem, ReviewRow } from '../sheets/protocol';
import { isConflicting } from '../sheets/already-handled';
import { levelToShow } from '../sheets/level-to-show';
import { text } from '../text';
import { Choices } from './choices';
import { FileRemarks } from './file-remarks';
import { GroupHead } from './group-head';
import { LineTabs } from './line-tabs';
import { rangeActsOf } from './range-acts';
import { columnsClass, reviewColumns } from './review-columns';
import { reviewControllers } from './review-controller';
import type { ReviewController } from './review-controller';
import { ReviewTools } from './review-tools';
import { SendEmpty } from './send-empty';
import type { ReviewState } from './reviews-state';
import { SheetError, SheetPassword, SheetReading } from './sheet-states';
import { StockTotals } from './stock-totals';

const words = text.send;
/** px of a row without remarks, as it is measured: one that is as it was guessed moves none of those after it. */
const rowHeight = 45;

/** One file under review, in whichever phase it is. 발송 and 재고 both show it; never at the same time. */
export function ReviewPlace({ review }: { review: ReviewState }) {
  const controller = reviewControllers.get(review.key);
  const { importId, phase, key } = review;
  useEffect(() => {
    if (phase === 'kept' && importId !== undefined) void reviewControllers.get(key)?.restore(importId);
  }, [phase, importId, key]);
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
      {review.summary ? <LineTabs review={review} summary={review.summary} /> : null}
      <p className="all-sent">
        {review.byFile === true ? text.byFile.allInFile(review.fileName) : words.allSent(review.fileName)}
      </p>
      <SendEmpty />
    </section>
  );
}

/** The handles of a row, and its look when it stays behind. */
function lineAttributes({ checked, earlierJob, staysBecause, handled, waits }: ReviewRow): DataAttributes {
  const differs = isConflicting(checked, earlierJob);
  const level = levelToShow(checked, { handled: handled === true, waits: waits === true, differs });
  return {
    'data-testid': 'review-row',
    'data-row': checked.line.row,
    'data-level': level,
    'data-waits': waits ? '' : undefined,
    className: staysBecause === undefined || level === 'error' ? '' : 'stays',
  };
}

const isGroup = (item: ReviewItem): item is GroupRow => 'group' in item;
const lineOf = (item: ReviewItem): ReviewRow | undefined => (isGroup(item) ? undefined : item);
const itemKey = (item: ReviewItem): string => (isGroup(item) ? item.group : String(item.checked.line.row));

/** Draws the rows of a review's grid that have no columns. */
function groupHeads(controller: ReviewController): (item: ReviewItem) => ReactNode {
  return (item) => (isGroup(item) ? <GroupHead controller={controller} row={item} /> : null);
}

function Review({ review, controller }: { review: ReviewState; controller: ReviewController }) {
  const { summary, operation, reading } = review;
  const dated = (summary?.dated ?? 0) > 0;
  const acts = useMemo(() => rangeActsOf(controller), [controller]);
  const groupHead = useMemo(() => groupHeads(controller), [controller]);
  const columns = useMemo(
    () => reviewColumns(controller, operation, reading, dated),
    [controller, operation, reading, dated],
  );
  return (
    <section
      className="review"
      data-testid="review"
      data-file={review.fileName}
      data-ready={review.phase === 'ready'}
      aria-label={review.fileName}
    >
      <Choices review={review} />
      {summary && operation === 'stock' ? <StockTotals review={review} summary={summary} /> : null}
      {summary ? (
        <LineTabs review={review} summary={summary}>
          <ReviewTools />
        </LineTabs>
      ) : null}
      {summary ? <FileRemarks review={review} summary={summary} /> : null}
      <MixedGrid<ReviewItem, ReviewRow>
        label={review.fileName}
        testId="review-grid"
        className={columnsClass(review)}
        rows={controller.rows}
        columns={columns}
        estimate={rowHeight}
        acts={acts}
        activeTestId="review-active"
        itemKey={itemKey}
        rowAttributes={lineAttributes}
        rowOf={lineOf}
        wide={groupHead}
        empty={<p>{summary?.tabs.all === 0 ? words.noLinesSeen : words.nothingInTab}</p>}
      />
    </section>
  );
}
