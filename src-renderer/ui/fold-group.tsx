import { useState } from 'react';
import type { ReactNode } from 'react';
import { text } from '../text';
import { Icon } from './icons';
import { MoreRows } from './more-rows';
import { StateShape, type StateName } from './shapes';

interface FoldGroupProps {
  className: string;
  shape: StateName;
  title: string;
  hint: string;
  act?: ReactNode;
  isFolded?: boolean;
  testId?: string;
  children: ReactNode;
}

/** Rows of a table under a head that folds them. */
export function FoldGroup({ className, shape, title, hint, act, isFolded = false, testId, children }: FoldGroupProps) {
  const [isOpen, setOpen] = useState(!isFolded);
  return (
    <>
      <div className={className} role="row">
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

/**
 * Of many items the first, and the row that draws more of them.
 * @param step so many are drawn at first, and with each press for more
 */
export function useDrawn<Item>(items: readonly Item[], step: number): { shown: readonly Item[]; more: ReactNode } {
  const [drawn, setDrawn] = useState(step);
  const left = items.length - drawn;
  const more = left > 0 ? <MoreRows words={text.join.more(left)} onMore={() => setDrawn(drawn + step)} /> : null;
  return { shown: items.slice(0, drawn), more };
}
