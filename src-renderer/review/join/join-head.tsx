import { Icon } from '../../ui/icons';
import { StateShape } from '../../ui/shapes';
import { text } from '../../text';
import type { JoinGroup } from './join-groups';

const words = text.join;

/** Rows of one group that are drawn at first, and with each press for more. */
export const drawnAtFirst = 200;

/** What a row of a group shows of its state, until it is decided. */
export const shapes = { asked: 'look', suggested: 'look', alone: 'yet', orders: 'yet', found: 'ready' } as const;

interface HeadProps {
  group: JoinGroup;
  hint: string;
  isOpen: boolean;
  onFold(): void;
}

/** The head of a group, which folds it. */
export function Head({ group, hint, isOpen, onFold }: HeadProps) {
  return (
    <div className="join-group" role="row">
      <div role="gridcell">
        <button type="button" className="fold-button" aria-expanded={isOpen} onClick={onFold}>
          <Icon name={isOpen ? 'unfolded' : 'folded'} />
          <StateShape name={shapes[group]} />
          <b>{words.groups[group]}</b> <span className="group-count">{hint}</span>
        </button>
      </div>
    </div>
  );
}
