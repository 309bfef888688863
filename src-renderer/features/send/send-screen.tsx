import { useEffect, useMemo } from 'react';
import { jobKindSchema } from '../../../src-preload/contract/job';
import { marketOperations } from '../../../src-preload/contract/store';
import { VirtualGrid } from '../../grid/virtual-grid';
import type { DataAttributes } from '../../grid/virtual-grid';
import { chosenStore, useDesk } from '../../shell/desk-state';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { Choices } from './choices';
import { FileTabs } from './file-tabs';
import { columnsClass, reviewColumns } from './review-columns';
import { desks } from './review-desk';
import type { ReviewDesk } from './review-desk';
import { FileRemarks, LineTabs } from './review-tools';
import { SendBar } from './send-bar';
import { SendEmpty } from './send-empty';
import { setOperation, useCurrentReview, useOperation, useReviewsInStore, useSend } from './send-state';
import type { ReviewFace } from './send-state';
import { SheetInput, pickFiles } from './sheet-input';
import { SheetError, SheetPassword, SheetReading } from './sheet-states';

const words = text.send;

/** 발송: a file in, its lines reviewed, everything that can go out by one button. */
export function SendScreen() {
  const face = useCurrentReview();
  return (
    <>
      <h1 className="hidden-words">{words.title}</h1>
      <SheetInput />
      <div className="send-top">
        <OperationSelect face={face} />
        <FileTabs />
        {face ? (
          <button type="button" className="button small" onClick={pickFiles}>
            {words.addFile}
          </button>
        ) : null}
        <OtherStores />
      </div>
      {face ? <ReviewPlace key={face.key} face={face} /> : <SendEmpty />}
      <SendBar face={face} />
    </>
  );
}

/** What the file is for: what the chosen store's market can do. */
function OperationSelect({ face }: { face: ReviewFace | undefined }) {
  const store = useDesk(chosenStore);
  const operation = useOperation();
  if (!store) return null;
  return (
    <label>
      <span className="hidden-words">{words.operation}</span>
      <select
        className="select"
        data-testid="operation-select"
        value={face?.operation ?? operation}
        onChange={(event) => {
          const chosen = jobKindSchema.safeParse(event.target.value);
          if (!chosen.success) return;
          setOperation(store.market, chosen.data);
          if (face) void desks.get(face.key)?.recheck(chosen.data);
        }}
      >
        {marketOperations[store.market].map((each) => (
          <option key={each} value={each}>
            {words.operations[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

function OtherStores() {
  const all = useSend((state) => state.reviews.length);
  const here = useReviewsInStore().length;
  return all > here ? <p className="faint grow">{words.otherStoreFiles(all - here)}</p> : null;
}

function ReviewPlace({ face }: { face: ReviewFace }) {
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
      <p className="all-sent">{words.allSent(face.fileName)}</p>
      <SendEmpty />
    </section>
  );
}

/** The handles of a row, and its look when it stays behind. */
function lineAttributes({ checked, stays }: ReviewRow): DataAttributes {
  return {
    'data-testid': 'review-row',
    'data-row': checked.line.row,
    'data-level': checked.level,
    className: stays === undefined || checked.level === 'error' ? '' : 'stays',
  };
}

function Review({ face, desk }: { face: ReviewFace; desk: ReviewDesk }) {
  const { summary, operation, reading } = face;
  const columns = useMemo(() => reviewColumns(desk, operation, reading), [desk, operation, reading]);
  return (
    <section
      className="review"
      data-testid="review"
      data-file={face.fileName}
      data-ready={face.phase === 'ready'}
      aria-label={face.fileName}
    >
      <Choices face={face} />
      {summary ? <LineTabs face={face} summary={summary} /> : null}
      {summary ? <FileRemarks face={face} summary={summary} /> : null}
      <VirtualGrid<ReviewRow>
        label={face.fileName}
        testId="review-grid"
        className={columnsClass(face)}
        rows={desk.rows}
        columns={columns}
        estimate={46}
        rowKey={(row) => String(row.checked.line.row)}
        rowAttributes={lineAttributes}
        empty={<p>{summary?.tabs.all === 0 ? words.noLinesSeen : words.nothingInTab}</p>}
      />
    </section>
  );
}
