import { useEffect } from 'react';
import { create } from 'zustand';

interface Announcements {
  words: string;
  /** Grows with every sentence, so that the same one twice is said twice. */
  turn: number;
}

const useAnnouncements = create<Announcements>()(() => ({ words: '', turn: 0 }));
const shownMs = 7000;

/** Tells the result of an act: seen at the foot of the window, and read out. */
export function announce(words: string): void {
  useAnnouncements.setState((before) => ({ words, turn: before.turn + 1 }));
}

/** The one place where results of acts appear. */
export function Announcer() {
  const { words, turn } = useAnnouncements();
  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => useAnnouncements.setState({ words: '' }), shownMs);
    return () => clearTimeout(timer);
  }, [words, turn]);
  return (
    <div className="announcer" role="status" aria-live="polite">
      {words === '' ? null : <p key={turn}>{words}</p>}
    </div>
  );
}
