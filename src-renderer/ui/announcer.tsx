import { useEffect, useLayoutEffect, useRef } from 'react';
import { hideAnnouncement, leaveAnnouncement, useAnnouncements } from '../state/announcements';
import type { Undo } from '../state/announcements';
import { useAppState } from '../state/app-state';
import { text } from '../text';
import { Icon } from './icons';
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
  const { undo, seenIn, isElsewhere, turn } = current;
  const place = useAppState((state) => state.place);
  // There it covers nothing: it is read out alone.
  const isSeenHere = seenIn.some((each) => each === place);
  const shown = useRef({ place, turn });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { place, turn };
    // What is said while the place changes belongs to the new one.
    if (before.place !== place && before.turn === turn && !isSeenHere) leaveAnnouncement();
  }, [place, turn, isSeenHere]);
  // There the way back stands in the foot, where the press was; here it is read out alone.
  const isInFoot = useUndoInFoot() && undo !== undefined;
  const isInLine = isElsewhere && undo !== undefined;
  return (
    <div className={isInFoot || isInLine || isSeenHere ? 'hidden-words' : 'announcer'} role="status" aria-live="polite">
      {current.words === '' ? null : (
        <p key={turn}>
          {current.words}
          {undo && !isInFoot && !isInLine ? <TakeBack undo={undo} /> : null}
        </p>
      )}
    </div>
  );
}

/**
 * The way back from an act of another screen, in the line above this one: at the foot it would lie over a sentence and
 * buttons that it has nothing to do with.
 */
export function UndoLine() {
  const { words, undo, isElsewhere } = useAnnouncements((state) => state.current);
  const isInFoot = useUndoInFoot();
  if (undo === undefined || !isElsewhere || isInFoot) return null;
  return (
    <section className="notice banner calm" aria-label={text.log.view.canUndo} data-testid="undo-line">
      <Icon name="info" size={18} />
      <p className="grow">{words}</p>
      <TakeBack undo={undo} />
    </section>
  );
}

/** Whether the foot of the screen shows the way back itself. */
function useUndoInFoot(): boolean {
  const place = useAppState((state) => state.place);
  const hasFoot = useAnnouncements((state) => state.hasFoot);
  return place === 'log' || (hasFoot && (place === 'send' || place === 'stock'));
}

function TakeBack({ undo }: { undo: Undo }) {
  return (
    <button
      type="button"
      className="button small"
      data-testid="take-back-button"
      onClick={onePress(() => void undo.run())}
    >
      {undo.label}
    </button>
  );
}
