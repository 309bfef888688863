import { jobKinds } from '../../../src-preload/contract/job-states';
import { oneOf } from '../../../src-preload/contract/one-of';
import { marketOperations } from '../../../src-preload/contract/market-facts';
import { chosenStore, useDesk } from '../../state/app-state';
import { text } from '../../text';
import { FileTabs } from '../../review/file-tabs';
import { desks } from '../../review/review-controller';
import { ReviewPlace } from '../../review/review-place';
import { SendBar } from '../../review/send-bar';
import { SendEmpty } from '../../review/send-empty';
import { setOperation, useCurrentReview, useOperation, useReviewsInStore, useSend } from '../../review/reviews-state';
import type { ReviewFace } from '../../review/reviews-state';
import { SheetInput, pickFiles } from '../../review/sheet-input';

const words = text.send;

/** 발송: a file in, its lines reviewed, everything that can go out by one button. */
export function SendScreen() {
  const face = useCurrentReview();
  // A stock review stands in one place at a time: while 재고 shows it, only the way in for files stays here.
  const elsewhere = useDesk((state) => state.place === 'stock');
  if (elsewhere) return <SheetInput />;
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
          const chosen = oneOf(jobKinds, event.target.value);
          if (!chosen) return;
          setOperation(store.market, chosen);
          if (face) void desks.get(face.key)?.recheck(chosen);
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
