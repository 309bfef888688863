import { useEffect } from 'react';
import { create } from 'zustand';
import { onePress } from './one-press';

/** What takes the act back whose result is told. */
export interface Undo {
  label: string;
  act(): Promise<void>;
}

interface Said {
  words: string;
  undo?: Undo | undefined;
  /** Grows with every sentence, so that the same one twice is said twice. */
  turn: number;
}

const useAnnouncements = create<{ said: Said }>()(() => ({ said: { words: '', turn: 0 } }));
const shownMs = 7000;
/** As long as a decision can be taken back (contract/acts.ts). */
const undoShownMs = 10_000;

/** Tells the result of an act: seen at the foot of the window, and read out; `undo` puts the way back beside it. */
export function announce(words: string, undo?: Undo): void {
  useAnnouncements.setState(({ said }) => ({ said: { words, undo, turn: said.turn + 1 } }));
}

/** The one place where results of acts appear. */
export function Announcer() {
  const said = useAnnouncements((state) => state.said);
  useEffect(() => {
    if (said.words === '') return;
    const hide = (): void => useAnnouncements.setState({ said: { ...said, words: '', undo: undefined } });
    const timer = setTimeout(hide, said.undo ? undoShownMs : shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  const { undo } = said;
  return (
    <div className="announcer" role="status" aria-live="polite">
      {said.words === '' ? null : (
        <p key={said.turn}>
          {said.words}
          {undo ? (
            <button
              type="button"
              className="button small"
              data-testid="take-back-button"
              onClick={onePress(() => void undo.act())}
            >
              {undo.label}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}
