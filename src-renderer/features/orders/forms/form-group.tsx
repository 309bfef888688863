import { useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../../ui/icons';
import { MoreRows } from '../../../ui/more-rows';
import { StateShape, type StateName } from '../../../ui/shapes';
import { text } from '../../../text';

/** Rows of one group that are drawn at first, and with each press for more; all of them go into the file. */
const drawnAtFirst = 300;

interface GroupProps {
  shape: StateName;
  title: string;
  hint: string;
  act?: ReactNode;
  isFolded?: boolean;
  testId?: string;
  children: ReactNode;
}

/** Rows under a head that folds them. */
export function Group({ shape, title, hint, act, isFolded = false, testId, children }: GroupProps) {
  const [isOpen, setOpen] = useState(!isFolded);
  return (
    <>
      <div className="form-group" role="row">
        <div role="gridcell">
          <button
            type="button"
            className="fold-button"
            data-testid={testId}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'unfolded' : 'folded'} />
            <StateShape name={shape} />
            <b>{title}</b> <span className="group-count">{hint}</span>
          </button>
          {act}
        </div>
      </div>
      {isOpen ? children : null}
    </>
  );
}

/** Of many items the first, and the row that draws more of them. */
export function useDrawn<Item>(items: readonly Item[]): { shown: readonly Item[]; more: ReactNode } {
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const left = items.length - drawn;
  const more =
    left > 0 ? <MoreRows words={text.join.more(left)} onMore={() => setDrawn(drawn + drawnAtFirst)} /> : null;
  return { shown: items.slice(0, drawn), more };
}
