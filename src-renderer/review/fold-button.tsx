import { Icon } from '../ui/icons';
import type { GroupRow } from '../sheets/protocol';
import { text } from '../text';
import type { ReviewController } from './review-controller';

const words = text.send;

/** Folds a group or unfolds it, by pointer or keyboard. */
export function FoldButton({ controller, row, label }: { controller: ReviewController; row: GroupRow; label: string }) {
  const { group, unfolded } = row;
  return (
    <button
      type="button"
      className="fold-button"
      data-testid={`group-${group}`}
      aria-expanded={unfolded}
      onClick={() => void controller.unfold(group, !unfolded)}
    >
      <Icon name={unfolded ? 'unfolded' : 'folded'} />
      <span>{label}</span>
      <span className="fold-word">{unfolded ? words.fold : words.unfold}</span>
    </button>
  );
}
