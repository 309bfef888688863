import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { DataAttributes } from '../../grid/grid-row';
import { usePagedRows } from '../../grid/use-paged-rows';
import { MixedGrid } from '../../grid/virtual-grid';
import type { GridHandle } from '../../grid/grid-props';
import type { GroupRow, ReviewItem, ReviewRow } from '../../sheets/protocol';
import { isConflicting } from '../../sheets/already-handled';
import { levelToShow } from '../../sheets/level-to-show';
import { text } from '../../text';
import { useMedia } from '../../ui/use-media';
import { guideReview } from '../remarks/after-fix';
import { sortBy } from './arrange-lines';
import { FileRemarks } from '../files/file-remarks';
import { FindInSheet } from './find-in-sheet';
import { GroupHead } from './group-head';
import { CourierQuestion, Questions, type WayToJoin } from '../columns/questions';
import { rangeActsOf } from './range-acts';
import { columnsClass, reviewColumns } from './review-columns';
import type { ReviewController } from '../state/review-controller';
import { ReviewPanel } from '../remarks/review-panel';
import { useSend } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';
import { useColumnWidths } from './use-column-widths';
import { useMarkedHits } from './mark-hits';
import { useFind } from './use-find';
import { useFirstFocus } from './use-first-focus';
import { useReviewKeys } from './use-review-keys';

const words = text.send;
/** px of a row and of the head of a group; each is one line. */
const rowHeight = 36;
const headHeight = 32;
/** A window in which the panel of a stock file leaves its rows little room (stock.css). */
const besidePanel = '(max-width: 1099px)';

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

const heightOf = (item: ReviewItem): number => (isGroup(item) ? headHeight : rowHeight);
/** An unfolded head of other malls' lines has their table in it. */
const isMeasured = (item: ReviewItem): boolean => isGroup(item) && item.kind === 'others';

/** Draws the rows of a review's grid that have no columns. */
function groupHeads(controller: ReviewController): (item: ReviewItem) => ReactNode {
  return (item) => (isGroup(item) ? <GroupHead controller={controller} row={item} /> : null);
}

/** What stands over the lines of a review is given where they are found in. */
export interface OverLines {
  review: ReviewState;
  find: ReactNode;
}

interface Props {
  review: ReviewState;
  controller: ReviewController;
  /** What stands over the lines. */
  over: ComponentType<OverLines>;
  /** Offered before a line was sent. */
  join?: WayToJoin;
}

/** The lines of a file that are under review, with what is asked and to be known of it. */
export function ReviewLines({ review, controller, over: Over, join }: Props) {
  const { summary, operation, reading } = review;
  const sheetOpen = useSend((state) => state.choicesOf === review.key);
  const dated = (summary?.dated ?? 0) > 0;
  const isNarrow = useMedia(besidePanel) && operation === 'stock';
  const acts = useMemo(() => rangeActsOf(controller), [controller]);
  const groupHead = useMemo(() => groupHeads(controller), [controller]);
  const columns = useMemo(
    () => reviewColumns(controller, operation, reading, dated, isNarrow),
    [controller, operation, reading, dated, isNarrow],
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
  const goTo = useCallback((index: number) => grid.current?.goTo(index, columnToGoTo(rows.at(index))), [rows]);
  const seek = useReviewKeys({ controller, active, from: spot?.index, goTo });
  useFirstFocus(review, controller, goTo);
  const spotIndex = spot?.index;
  useLayoutEffect(() => guideReview(controller, { from: () => spotIndex, goTo }), [controller, spotIndex, goTo]);
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
  const work = useRef<HTMLDivElement>(null);
  useMarkedHits(work, find.words);
  return (
    <>
      <Over review={review} find={<FindInSheet find={find} onLeave={() => grid.current?.focus()} />} />
      {review.understood ? (
        <Questions review={review} understood={review.understood} join={join} />
      ) : (
        <CourierQuestion review={review} />
      )}
      {summary ? <FileRemarks review={review} summary={summary} /> : null}
      <div
        ref={work}
        className={active ? 'review-work' : 'review-work no-row'}
        data-operation={operation}
        data-sheet={sheetOpen ? 'open' : undefined}
      >
        <MixedGrid<ReviewItem, ReviewRow>
          label={review.fileName}
          testId="review-grid"
          className={isNarrow ? `${columnsClass(review)} narrow` : columnsClass(review)}
          head={head}
          widths={widths}
          rows={rows}
          columns={columns}
          estimate={rowHeight}
          acts={acts}
          activeTestId="review-active"
          heightOf={heightOf}
          isMeasured={isMeasured}
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
    </>
  );
}

/** The cell that a line is looked at for; its number where that is not one of a field. */
function columnToGoTo(item: ReviewItem | undefined): string {
  const row = item && lineOf(item);
  const remark = row?.checked.remarks.find(({ code, field }) => code === row.code && field !== undefined);
  return remark?.field ?? (row?.checked.line.cells.itemId === undefined ? 'trackingNumber' : 'available');
}
