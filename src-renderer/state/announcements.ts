import { create } from 'zustand';

/** The way back from an action whose result is announced. */
export interface Undo {
  label: string;
  run(): Promise<void>;
}

/** A screen that shows what is announced itself. */
type SeenIn = 'send' | 'stock' | 'log';

interface Announcement {
  words: string;
  undo?: Undo | undefined;
  /** The screens that show the result themselves. */
  seenIn: readonly SeenIn[];
  /** The seller has gone to another screen since; only one with a way back outlives that. */
  isElsewhere: boolean;
  /** Grows with every sentence, so that the same one twice is read out twice. */
  turn: number;
}

/** The sentence at the foot of the window; empty words: none. */
export const useAnnouncements = create<{ current: Announcement; hasFoot: boolean }>()(() => ({
  current: { words: '', seenIn: [], isElsewhere: false, turn: 0 },
  hasFoot: false,
}));

/** The foot of 발송 shows the way back itself, for as long as the answered function is not called. */
export function showUndoInFoot(): () => void {
  useAnnouncements.setState({ hasFoot: true });
  return () => useAnnouncements.setState({ hasFoot: false });
}

/**
 * Announces the result of an action: seen at the foot of the window, and read out; `undo` adds the way back. On the
 * screens `seenIn`, which show the result themselves, it is only read out.
 */
export function announce(words: string, undo?: Undo, seenIn: readonly SeenIn[] = []): void {
  useAnnouncements.setState(({ current }) => ({
    current: { words, undo, seenIn, isElsewhere: false, turn: current.turn + 1 },
  }));
}

/** Takes the sentence away. */
export function hideAnnouncement(): void {
  useAnnouncements.setState(({ current: { turn } }) => ({
    current: { words: '', seenIn: [], isElsewhere: false, turn },
  }));
}

/** The seller left the screen the sentence was raised on: what cannot be taken back goes with it. */
export function leaveAnnouncement(): void {
  const { current } = useAnnouncements.getState();
  if (current.undo === undefined) hideAnnouncement();
  else useAnnouncements.setState({ current: { ...current, isElsewhere: true } });
}
