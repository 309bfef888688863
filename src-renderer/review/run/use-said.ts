import { useState } from 'react';
import { nothingSaid, sayNext } from './run-said';
import type { RunFigures, RunStage } from './run-stage';

/** What is read out of a run: at its start, on its way, at the first hold and at its end, and not at each call. */
export function useSaid(stage: RunStage, figures: RunFigures): string {
  const [said, setSaid] = useState(nothingSaid);
  const next = sayNext(said, stage, figures);
  if (next !== said) setSaid(next);
  return next.words;
}
