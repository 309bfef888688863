import type { UnreadTable } from '../../../src-preload/contract/import';
import { Icon } from '../../ui/icons';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import { addReview, useSend } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';

const words = text.send.unread;
/** More would push the rows out of sight; the others can still be chosen as sheets. */
const shownAtMost = 3;

/** Tables of the file that look like lines and are in no review; those of an earlier draft as they were found then. */
export function useUnread(review: ReviewState): readonly UnreadTable[] {
  const reviews = useSend((state) => state.reviews);
  // A table that was opened next to another says nothing of those: their own reviews are there.
  if (review.apart === true) return [];
  const tables = review.understood?.unread ?? review.reading?.unread ?? [];
  return tables.filter((table) => !reviews.some(({ fileName }) => fileName === nameBeside(review, table)));
}

/** Each table is said calmly, with a click that reads it where the file is at hand. */
export function UnreadTables({ review, tables }: { review: ReviewState; tables: readonly UnreadTable[] }) {
  if (tables.length === 0) return null;
  const rest = tables.slice(shownAtMost);
  const lines = rest.reduce((sum, table) => sum + table.lines, 0);
  const atHand = review.understood !== undefined;
  return (
    <>
      {tables.slice(0, shownAtMost).map((table) => (
        <p key={`${table.sheet} ${table.part?.row} ${table.part?.column}`} className="remark note" data-testid="unread">
          <Icon name="info" />
          <span>
            {whereIsIt(table)} {words.notRead(table.lines)} {atHand ? words.apart : words.dropAgain}{' '}
            {atHand ? (
              <button
                type="button"
                className="button small"
                data-testid="unread-open"
                onClick={() => openBeside(review, table)}
              >
                {words.open}
              </button>
            ) : null}
          </span>
        </p>
      ))}
      {rest.length > 0 ? (
        <p className="remark note" data-testid="unread-more">
          <Icon name="info" />
          <span>{words.more(rest.length, lines, atHand)}</span>
        </p>
      ) : null}
    </>
  );
}

/** What the review of another table of the same file is called. */
function nameBeside({ fileName }: ReviewState, { sheet, part, at }: UnreadTable): string {
  const place = !part || !at ? sheet : part.column > 0 ? words.columnPlace(at.letter) : words.rowPlace(at.row);
  return `${fileName} (${place})`;
}

function whereIsIt({ sheet, hidden, part, at }: UnreadTable): string {
  if (!part || !at) return hidden ? words.hiddenSheet(sheet) : words.sheet(sheet);
  return part.column > 0 ? words.beside(at.letter) : words.below(at.row);
}

/** Opens another table of the same file in a review of its own; this one stays as it is. */
function openBeside(review: ReviewState, table: UnreadTable): void {
  const { sheet, part } = table;
  const key = crypto.randomUUID();
  const controller = reviewControllers.get(review.key)?.beside(key, { sheet, ...(part ? { part } : {}) });
  if (!controller) return;
  const { storeId, market, operation } = review;
  addReview({
    key,
    storeId,
    market,
    fileName: nameBeside(review, table),
    operation,
    phase: 'reading',
    rowsRead: 0,
    stored: 0,
    tab: 'all',
    apart: true,
  });
  reviewControllers.set(key, controller);
  void controller.open();
}
