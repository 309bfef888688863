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
import { columnsClass, reviewColumns } from './review-columns';
import { desks } from './review-controller';
import type { ReviewDesk } from './review-controller';
import { SendEmpty } from './send-empty';
import type { ReviewFace } from './reviews-state';
import { SheetError, SheetPassword, SheetReading } from './sheet-states';
import { StockTotals } from './stock-totals';

const words = text.send;
/** px of a row without remarks, as it is measured: one that is as it was guessed moves none of those after it. */
const rowHeight = 45;

/** One file under review, in whichever phase it is. 발송 and 재고 both show it; never at the same time. */
export function ReviewPlace({ face }: { face: ReviewFace }) {
  const desk = desks.get(face.key);
  const { importId, phase, key } = face;
  useEffect(() => {
    if (phase === 'kept' && importId !== undefined) void desks.get(key)?.restore(importId);
  }, [phase, importId, key]);
  switch (phase) {
    case 'kept':
    case 'reading':
      return <SheetReading face={face} />;
    case 'password':
      return <SheetPassword face={face} />;
    case 'failed':
      return <SheetError face={face} />;
    case 'sent':
      return <AllSent face={face} />;
    case 'storing':
    case 'ready':
      return desk ? <Review face={face} desk={desk} /> : null;
  }
}

/** Nothing of the file is left: its review stands empty, with zero counts, above the place for the next file. */
function AllSent({ face }: { face: ReviewFace }) {
  return (
    <section
      className="review"
      data-testid="review"
      data-file={face.fileName}
      data-ready="true"
      aria-label={face.fileName}
    >
      {face.summary ? <LineTabs face={face} summary={face.summary} /> : null}
      <p className="all-sent">
        {face.byFile === true ? text.byFile.allInFile(face.fileName) : words.allSent(face.fileName)}
      </p>
      <SendEmpty />
    </section>
  );
}

/** The handles of a row, and its look when it stays behind. */
function lineAttributes({ checked, history, stays, dealt, waits }: ReviewRow): DataAttributes {
  const differs = isConflicting(checked, history);
  const level = levelToShow(checked, { dealt: dealt === true, waits: waits === true, differs });
  return {
    'data-testid': 'review-row',
    'data-row': checked.line.row,
    'data-level': level,
    'data-waits': waits ? '' : undefined,
    className: stays === undefined || level === 'error' ? '' : 'stays',
  };
}

const isGroup = (item: ReviewItem): item is GroupRow => 'group' in item;
const lineOf = (item: ReviewItem): ReviewRow | undefined => (isGroup(item) ? undefined : item);
const itemKey = (item: ReviewItem): string => (isGroup(item) ? item.group : String(item.checked.line.row));

/** Draws the rows of a review's grid that have no columns. */
function groupHeads(desk: ReviewDesk): (item: ReviewItem) => ReactNode {
  return (item) => (isGroup(item) ? <GroupHead desk={desk} row={item} /> : null);
}

function Review({ face, desk }: { face: ReviewFace; desk: ReviewDesk }) {
  const { summary, operation, reading } = face;
  const dated = (summary?.dated ?? 0) > 0;
  const groupHead = useMemo(() => groupHeads(desk), [desk]);
  const columns = useMemo(() => reviewColumns(desk, operation, reading, dated), [desk, operation, reading, dated]);
  return (
    <section
      className="review"
      data-testid="review"
      data-file={face.fileName}
      data-ready={face.phase === 'ready'}
      aria-label={face.fileName}
    >
      <Choices face={face} />
      {summary && operation === 'stock' ? <StockTotals face={face} summary={summary} /> : null}
      {summary ? <LineTabs face={face} summary={summary} /> : null}
      {summary ? <FileRemarks face={face} summary={summary} /> : null}
      <MixedGrid<ReviewItem, ReviewRow>
        label={face.fileName}
        testId="review-grid"
        className={columnsClass(face)}
        rows={desk.rows}
        columns={columns}
        estimate={rowHeight}
        itemKey={itemKey}
        rowAttributes={lineAttributes}
        rowOf={lineOf}
        wide={groupHead}
        empty={<p>{summary?.tabs.all === 0 ? words.noLinesSeen : words.nothingInTab}</p>}
      />
    </section>
  );
}
