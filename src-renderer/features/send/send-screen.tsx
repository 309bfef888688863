import { jobKinds } from '../../../src-preload/contract/job-states';
import { oneOf } from '../../../src-preload/contract/one-of';
import { marketOperations } from '../../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { FileTabs } from '../../review/file-tabs';
import { reviewControllers } from '../../review/review-controller';
import { ReviewPlace } from '../../review/review-place';
import { SendBar } from '../../review/send-bar';
import { SendEmpty } from '../../review/send-empty';
import { setOperation, useCurrentReview, useOperation, useReviewsInStore, useSend } from '../../review/reviews-state';
import type { ReviewState } from '../../review/reviews-state';
import { SheetInput, pickFiles } from '../../review/sheet-input';

const words = text.send;

/** 발송: a file in, its lines reviewed, everything that can go out by one button. */
export function SendScreen() {
  const review = useCurrentReview();
  // A stock review stands in one place at a time: while 재고 shows it, only the way in for files stays here.
  const elsewhere = useAppState((state) => state.place === 'stock');
  if (elsewhere) return <SheetInput />;
  return (
    <>
      <h1 className="hidden-words">{words.title}</h1>
      <SheetInput />
      <div className="send-top">
        <OperationSelect review={review} />
        <FileTabs />
        {review ? (
          <button type="button" className="button small" onClick={pickFiles}>
            {words.addFile}
          </button>
        ) : null}
        <OtherStores />
      </div>
      {review ? <ReviewPlace key={review.key} review={review} /> : <SendEmpty />}
      <SendBar review={review} />
    </>
  );
}

/** What the file is for: what the chosen store's market can do. */
function OperationSelect({ review }: { review: ReviewState | undefined }) {
  const store = useAppState(chosenStore);
  const operation = useOperation();
  if (!store) return null;
  return (
    <label>
      <span className="hidden-words">{words.operation}</span>
      <select
        className="select"
        data-testid="operation-select"
        value={review?.operation ?? operation}
        onChange={(event) => {
          const chosen = oneOf(jobKinds, event.target.value);
          if (!chosen) return;
          setOperation(store.market, chosen);
          if (review) void reviewControllers.get(review.key)?.recheck(chosen);
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
