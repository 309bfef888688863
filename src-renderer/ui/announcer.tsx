import { useEffect } from 'react';
import { hideAnnouncement, useAnnouncements } from '../state/announcements';
import { onePress } from './one-press';

const visibleMs = 7000;
/** As long as the seller's action can be taken back (contract/actions.ts). */
const undoVisibleMs = 10_000;

/** The one place where results of actions appear. */
export function Announcer() {
  const current = useAnnouncements((state) => state.current);
  useEffect(() => {
    if (current.words === '') return;
    const timer = setTimeout(hideAnnouncement, current.undo ? undoVisibleMs : visibleMs);
    return () => clearTimeout(timer);
  }, [current]);
  const { undo } = current;
  return (
    <div className="announcer" role="status" aria-live="polite">
      {current.words === '' ? null : (
        <p key={current.turn}>
          {current.words}
          {undo ? (
            <button
              type="button"
              className="button small"
              data-testid="take-back-button"
              onClick={onePress(() => void undo.run())}
            >
              {undo.label}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}
