import { useState } from 'react';
import { useNow } from '../../ui/clock';
import { figuresOf, stageOf } from '../state/run-stage';
import type { RunFigures, RunStage } from '../state/run-stage';
import type { Run } from '../state/runs-state';

interface CalmRun {
  /** As they stand now: for bars and for what is pressed. */
  figures: RunFigures;
  /** For sentences, which change no oftener than once a second; at once where a stage begins or something is held. */
  said: RunFigures;
  stage: RunStage;
  now: number;
}

/** How far a run is, in figures that can be read while they change. */
export function useCalmRun(run: Run): CalmRun {
  const figures = figuresOf(run.sums);
  const now = useNow(figures.left > 0);
  const stage = stageOf(figures, run.dueAt, now);
  const { held, rejected, all } = figures;
  const turn = [now, stage, held, rejected, all].join(' ');
  const [calm, setCalm] = useState({ turn, figures });
  if (calm.turn !== turn) setCalm({ turn, figures });
  return { figures, said: stage === 'going' && calm.turn === turn ? calm.figures : figures, stage, now };
}
