import { useEffect } from 'react';
import { create } from 'zustand';

interface Said {
  words: string;
  /** Grows with every sentence, so that the same one twice is said twice. */
  turn: number;
}

const useAnnouncements = create<{ said: Said }>()(() => ({ said: { words: '', turn: 0 } }));
const shownMs = 7000;

/** Tells the result of an act: seen at the foot of the window, and read out. */
export function announce(words: string): void {
  useAnnouncements.setState(({ said }) => ({ said: { words, turn: said.turn + 1 } }));
}

/** The one place where results of acts appear. */
export function Announcer() {
  const said = useAnnouncements((state) => state.said);
  useEffect(() => {
    if (said.words === '') return;
    const timer = setTimeout(() => useAnnouncements.setState({ said: { ...said, words: '' } }), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="announcer" role="status" aria-live="polite">
      {said.words === '' ? null : <p key={said.turn}>{said.words}</p>}
    </div>
  );
}
