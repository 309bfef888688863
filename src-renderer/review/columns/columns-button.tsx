import { text } from '../../text';
import { showChoices, useSend } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';

/** Opens the side sheet with how the file was read. */
export function ColumnsButton({ review: { key } }: { review: ReviewState }) {
  const isOpen = useSend((state) => state.choicesOf === key);
  return (
    <button
      type="button"
      className="button small plain link"
      data-testid="columns-open"
      aria-expanded={isOpen}
      onClick={() => showChoices(key)}
    >
      {text.send.understood.change}
    </button>
  );
}
