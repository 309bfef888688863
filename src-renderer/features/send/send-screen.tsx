import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { ColumnsSheet } from '../../review/columns/columns-sheet';
import { FileStrip } from '../../review/files/file-tabs';
import { ReviewPlace } from '../../review/review-place';
import { SendBar } from '../../review/send-bar';
import { SendEmpty } from '../../review/files/send-empty';
import { useCurrentReview } from '../../review/state/reviews-state';

/** 발송: a file in, its lines reviewed, everything that can go out by one button. */
export function SendScreen() {
  const review = useCurrentReview();
  // A stock review stands in one place at a time: while 재고 shows it, nothing of it stays here.
  const elsewhere = useAppState((state) => state.place === 'stock');
  if (elsewhere) return null;
  return (
    <>
      {review?.summary ? null : <h1 className="hidden-words">{text.send.title}</h1>}
      <FileStrip />
      {review ? <ReviewPlace key={review.key} review={review} /> : <SendEmpty />}
      <SendBar review={review} />
      <ColumnsSheet review={review} />
    </>
  );
}
