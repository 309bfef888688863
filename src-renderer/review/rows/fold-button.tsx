import { Icon } from '../../ui/icons';
import { StateShape } from '../../ui/shapes';
import type { GroupRow } from '../../sheets/protocol';
import { text } from '../../text';
import type { ReviewController } from '../state/review-controller';
import { shapeOfGroup } from '../remarks/row-shape';

const words = text.send;

interface Props {
  controller: ReviewController;
  row: GroupRow;
  label: string;
  count: string;
}

/** Folds a group or unfolds it, by pointer or keyboard: its shape, its sentence, how many. */
export function FoldButton({ controller, row, label, count }: Props) {
  const { group, kind, unfolded } = row;
  return (
    <button
      type="button"
      className="fold-button"
      // Groups of remarks have sentences for names; what automation looks for are the others.
      data-testid={kind === 'look' || kind === 'open' ? 'group-look' : `group-${group}`}
      aria-expanded={unfolded}
      onClick={() => void controller.unfold(group, !unfolded)}
    >
      <Icon name={unfolded ? 'unfolded' : 'folded'} />
      <StateShape name={shapeOfGroup(row).shape} />
      <b>{label}</b> <span className="group-count">{count}</span>
      <span className="hidden-words">{unfolded ? words.fold : words.unfold}</span>
    </button>
  );
}
