import { useCallback, useRef } from 'react';
import { reportProblem } from '../../state/report-problem';

/** Runs steps one after the other: a press while the one before it is still being answered is not lost. */
export function useInTurn(): (step: () => Promise<void> | undefined) => void {
  const last = useRef<Promise<void>>(Promise.resolve());
  return useCallback((step) => {
    last.current = last.current.then(step).catch((problem: unknown) => reportProblem('caught', problem));
  }, []);
}
