import { useEffect, useState } from 'react';
import type { Job } from '../../../src-preload/contract/job';
import type { Store } from '../../../src-preload/contract/store';
import { canAnswerStock } from '../../../src-preload/contract/market-facts';
import { VirtualGrid } from '../../grid/virtual-grid';
import type { DataAttributes } from '../../grid/grid-row';
import { StockCounts } from '../../ui/stock-counts';
import { chooseStore, chosenStore, useAppState } from '../../state/app-state';
import { openLogOn } from '../../state/open-log';
import { text } from '../../text';
import { ColumnsSheet } from '../../review/columns/columns-sheet';
import { FileTabs } from '../../review/files/file-tabs';
import { ReviewPlace } from '../../review/review-place';
import { SendBar } from '../../review/send-bar';
import { SendEmpty } from '../../review/files/send-empty';
import { useCurrentReview, useReviewsInStore } from '../../review/state/reviews-state';
import { pickFiles } from '../../review/files/sheet-input';
import { itemColumns } from './item-columns';
import { followItems, showItems, useItems } from './stock-items';

const words = text.stock;

/** 재고: the items of a file get their answers here, and an earlier answer is changed with one click. */
export function StockScreen() {
  const store = useAppState(chosenStore);
  return (
    <>
      <h1 className="hidden-words">{words.title}</h1>
      {store && canAnswerStock(store) ? <StockReviews key={store.id} store={store} /> : <OtherStore />}
    </>
  );
}

/** The chosen store sells elsewhere: leads to those that have stock to answer for. */
function OtherStore() {
  const stores = useAppState((state) => state.stores);
  return (
    <div className="place">
      <p>{words.otherStore}</p>
      {stores.filter(canAnswerStock).map((store) => (
        <button
          key={store.id}
          type="button"
          className="button primary"
          data-testid="stock-use-store"
          onClick={() => void chooseStore(store.id)}
        >
          {words.switchTo(store.label)}
        </button>
      ))}
    </div>
  );
}

type View = 'check' | 'answered';

function StockReviews({ store }: { store: Store }) {
  const review = useCurrentReview();
  const files = useReviewsInStore().length;
  const tally = useItems((state) => state.tally);
  const items = tally.available + tally.unavailable + tally.open;
  // A choice holds until another file comes: that is what one came for.
  const [chosen, setChosen] = useState<{ view: View; files: number } | undefined>(undefined);
  const byItself = files > 0 || items === 0 ? 'check' : 'answered';
  const view = chosen?.files === files ? chosen.view : byItself;
  useEffect(() => {
    void showItems(store.id);
    return followItems(store.id);
  }, [store.id]);
  const views: [View, string][] = [
    ['check', words.toCheck(files)],
    ['answered', words.answered(items)],
  ];

  return (
    <>
      <div className="file-strip">
        {items === 0 ? null : (
          <div className="views" role="group" aria-label={words.views}>
            {views.map(([each, label]) => (
              <button
                key={each}
                type="button"
                className="line-tab"
                data-testid={`stock-view-${each}`}
                aria-pressed={view === each}
                onClick={() => setChosen({ view: each, files })}
              >
                {label}
              </button>
            ))}
          </div>
        )}
        {view === 'check' ? <FileTabs /> : <span className="grow" />}
        {review || view === 'answered' ? (
          <button type="button" className="button small plain" onClick={pickFiles}>
            {text.send.addFile}
          </button>
        ) : null}
      </div>
      {view === 'answered' ? <Answered /> : review ? <ReviewPlace key={review.key} review={review} /> : <SendEmpty />}
      <SendBar review={view === 'check' ? review : undefined} />
      {view === 'check' ? <ColumnsSheet review={review} /> : null}
    </>
  );
}

function itemAttributes(job: Job): DataAttributes {
  return {
    'data-testid': 'stock-row',
    'data-target': job.target,
    'data-state': job.state,
    'data-code': job.code ?? '',
    'data-available': job.values.kind === 'stock' ? String(job.values.stock.available) : '',
  };
}

/** Every item that was answered, with its newest answer. */
function Answered() {
  const rows = useItems((state) => state.rows);
  const tally = useItems((state) => state.tally);
  const more = useItems((state) => state.more);
  return (
    <section className="review" aria-label={words.answered(rows.total)}>
      <div className="say">
        <StockCounts counts={tally} />
        {more ? <p className="faint">{words.newest(rows.total)}</p> : null}
        <span className="grow" />
        <button type="button" className="button small" onClick={() => openLogOn([])}>
          {words.toLog}
        </button>
      </div>
      <VirtualGrid<Job>
        label={words.title}
        testId="stock-grid"
        className="stock-grid"
        rows={rows}
        columns={itemColumns}
        estimate={36}
        rowKey={(job) => job.target}
        rowAttributes={itemAttributes}
        empty={<p>{words.noneAnswered}</p>}
      />
    </section>
  );
}
