import { useEffect } from 'react';
import { hideAnnouncement, useAnnouncements } from '../state/announcements';
import { useAppState } from '../state/app-state';
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
  const { undo, seenIn } = current;
  const place = useAppState((state) => state.place);
  // There the way back stands in the foot, where the press was; here it is read out alone.
  const hasFoot = useAnnouncements((state) => state.hasFoot) && (place === 'send' || place === 'stock');
  const isInFoot = (place === 'log' || hasFoot) && undo !== undefined;
  return (
    <div
      className={isInFoot || seenIn.some((each) => each === place) ? 'hidden-words' : 'announcer'}
      role="status"
      aria-live="polite"
    >
      {current.words === '' ? null : (
        <p key={current.turn}>
          {current.words}
          {undo && !isInFoot ? (
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
