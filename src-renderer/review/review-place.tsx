import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DataAttributes } from '../grid/grid-row';
import { usePagedRows } from '../grid/use-paged-rows';
import { MixedGrid } from '../grid/virtual-grid';
import type { GridHandle } from '../grid/grid-props';
import type { GroupRow, ReviewItem, ReviewRow } from '../sheets/protocol';
import { isConflicting } from '../sheets/already-handled';
import { levelToShow } from '../sheets/level-to-show';
import { text } from '../text';
import { sortBy } from './arrange-lines';
import { FileRemarks } from './file-remarks';
import { FindInSheet } from './find-in-sheet';
import { GroupHead } from './group-head';
import { CourierAsked, Questions } from './questions';
import { rangeActsOf } from './range-acts';
import { columnsClass, reviewColumns } from './review-columns';
import { reviewControllers } from './review-controller';
import type { ReviewController } from './review-controller';
import { ReviewPanel } from './review-panel';
import { ReviewTools } from './review-tools';
import { SendEmpty } from './send-empty';
import { Sentence } from './sentence';
import { showChoices, useSend } from './reviews-state';
import type { ReviewState } from './reviews-state';
import { SheetError, SheetPassword, SheetReading } from './sheet-states';
import { StockTotals } from './stock-totals';
import { understoodWords } from './understood-words';
import { useColumnWidths } from './use-column-widths';
import { useFind } from './use-find';
import { useFirstFocus } from './use-first-focus';
import { useReviewKeys } from './use-review-keys';

const words = text.send;
/** px of a row and of the head of a group; each is one line. */
const rowHeight = 36;
const headHeight = 32;

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
      <div className="say">{review.summary ? <Sentence review={review} summary={review.summary} /> : null}</div>
      <p className="all-sent">
        {review.byFile === true ? text.byFile.allInFile(review.fileName) : words.allSent(review.fileName)}
      </p>
      <SendEmpty />
    </section>
  );
}

/** The handles of a row, and its look when it stays behind. */
function lineAttributes({ checked, earlierJob, staysBecause, handled, waits, box }: ReviewRow): DataAttributes {
  const differs = isConflicting(checked, earlierJob);
  const level = levelToShow(checked, { handled: handled === true, waits: waits === true, differs });
  return {
    'data-testid': 'review-row',
    'data-row': checked.line.row,
    'data-level': level,
    'data-waits': waits ? '' : undefined,
    className: [
      staysBecause === undefined || level === 'error' ? '' : 'stays',
      box && box.at !== 'last' ? 'box-goes-on' : '',
    ].join(' '),
  };
}

const isGroup = (item: ReviewItem): item is GroupRow => 'group' in item;
const lineOf = (item: ReviewItem): ReviewRow | undefined => (isGroup(item) ? undefined : item);
const itemKey = (item: ReviewItem): string => (isGroup(item) ? item.group : String(item.checked.line.row));

/** An unfolded head of other malls' lines has their table in it, and is measured. */
const heightOf = (item: ReviewItem): number => (isGroup(item) ? headHeight : rowHeight);

/** Draws the rows of a review's grid that have no columns. */
function groupHeads(controller: ReviewController): (item: ReviewItem) => ReactNode {
  return (item) => (isGroup(item) ? <GroupHead controller={controller} row={item} /> : null);
}

function Review({ review, controller }: { review: ReviewState; controller: ReviewController }) {
  const { summary, operation, reading } = review;
  const sheetOpen = useSend((state) => state.choicesOf === review.key);
  const dated = (summary?.dated ?? 0) > 0;
  const acts = useMemo(() => rangeActsOf(controller), [controller]);
  const groupHead = useMemo(() => groupHeads(controller), [controller]);
  const columns = useMemo(
    () => reviewColumns(controller, operation, reading, dated),
    [controller, operation, reading, dated],
  );
  const grid = useRef<GridHandle>(null);
  const { rows } = controller;
  usePagedRows(rows);
  const [spot, setSpot] = useState<{ index: number; column: string } | undefined>(undefined);
  const onSpot = useCallback(
    (index: number | undefined, column: string | undefined) =>
      setSpot(index === undefined || column === undefined ? undefined : { index, column }),
    [],
  );
  const at = spot === undefined ? undefined : rows.at(spot.index);
  const active = at && lineOf(at);
  const looks = (summary?.tabs.look ?? 0) + (summary?.tabs.open ?? 0);
  const { widths, onWidth } = useColumnWidths(review);
  const { sort } = review;
  const head = useMemo(
    () => ({ sort, onSort: (column: string) => sortBy(controller, column), onWidth }),
    [sort, controller, onWidth],
  );
  const find = useFind({
    controller,
    columns: useMemo(() => columns.flatMap(({ key, value }) => (value ? [key] : [])), [columns]),
    from: spot?.index,
    goTo: useCallback((index: number, column: string) => grid.current?.goTo(index, column), []),
  });
  const goTo = useCallback((index: number) => grid.current?.goTo(index, columnToGoTo(rows.at(index))), [rows]);
  const seek = useReviewKeys({ controller, active, from: spot?.index, goTo });
  useFirstFocus(review, controller, goTo);
  return (
    <section
      className="review"
      data-testid="review"
      data-file={review.fileName}
      data-ready={review.phase === 'ready'}
      aria-label={review.fileName}
    >
      <div className="say">
        {summary ? <Sentence review={review} summary={summary} /> : null}
        {summary && operation === 'stock' ? <StockTotals review={review} summary={summary} /> : null}
        <span className="grow" />
        <FindInSheet find={find} onLeave={() => grid.current?.focus()} />
        <ReviewTools />
        <span className="understood one-line">{understoodWords(review)}</span>
        <button
          type="button"
          className="button small plain link"
          data-testid="columns-open"
          aria-expanded={sheetOpen}
          onClick={() => showChoices(review.key)}
        >
          {words.understood.change}
        </button>
      </div>
      {review.understood ? (
        <Questions review={review} understood={review.understood} />
      ) : (
        <CourierAsked review={review} />
      )}
      {summary ? <FileRemarks review={review} summary={summary} /> : null}
      <div className={active ? 'review-work' : 'review-work no-row'} data-sheet={sheetOpen ? 'open' : undefined}>
        <MixedGrid<ReviewItem, ReviewRow>
          label={review.fileName}
          testId="review-grid"
          className={columnsClass(review)}
          rows={rows}
          columns={columns}
          estimate={rowHeight}
          acts={acts}
          head={head}
          widths={widths}
          activeTestId="review-active"
          heightOf={heightOf}
          handle={grid}
          onSpot={onSpot}
          itemKey={itemKey}
          rowAttributes={lineAttributes}
          rowOf={lineOf}
          wide={groupHead}
          empty={<p>{summary?.tabs.all === 0 ? words.noLinesSeen : words.nothingInTab}</p>}
        />
        <ReviewPanel controller={controller} row={active} looks={looks} onSeek={seek} />
      </div>
    </section>
  );
}

/** The cell that a line is looked at for; its number where that is not one of a field. */
function columnToGoTo(item: ReviewItem | undefined): string {
  const row = item && lineOf(item);
  const remark = row?.checked.remarks.find(({ code, field }) => code === row.code && field !== undefined);
  return remark?.field ?? (row?.checked.line.cells.itemId === undefined ? 'trackingNumber' : 'available');
}
