import { createContext, useContext, useEffect, useState } from 'react';

/** Whether the rows of a grid are moving, and what waits until they rest. */
export interface Motion {
  isMoving(): boolean;
  /** Acts once they rest, at once where they do; answers what takes it back. */
  whenRested(act: () => void): () => void;
  /** The rows rest. */
  rest(): void;
}

export function createMotion(isMoving: () => boolean): Motion {
  const waiting = new Set<() => void>();
  return {
    isMoving,
    whenRested(act) {
      if (isMoving()) waiting.add(act);
      else act();
      return () => void waiting.delete(act);
    },
    rest() {
      const acts = [...waiting];
      waiting.clear();
      for (const act of acts) act();
    },
  };
}

export const MotionContext = createContext<Motion>({
  isMoving: () => false,
  whenRested: () => () => undefined,
  rest() {},
});

/**
 * Whether the rows have been at rest since this row was first drawn: what is not seen before the pointer or the keyboard
 * is on a row need not be drawn for rows that fly past.
 */
export function useRested(row: unknown): boolean {
  const motion = useContext(MotionContext);
  const [rested, setRested] = useState<unknown>(() => (motion.isMoving() ? undefined : row));
  const is = rested === row || !motion.isMoving();
  useEffect(() => {
    if (row === undefined || rested === row) return undefined;
    return motion.whenRested(() => setRested(row));
  }, [motion, rested, row]);
  return is;
}
