import { text } from '../../text';
import type { RunFigures, RunStage } from '../state/run-stage';

const words = text.send.run.said;
/** Parts of a run that are read out, in hundredths. */
const parts = [25, 50, 75];

/** What has been read out of a run. */
export interface Said {
  words: string;
  stage: RunStage;
  /** The last of the parts that was passed. */
  part: number;
  hasHold: boolean;
}

export const nothingSaid: Said = { words: '', stage: 'undo', part: 0, hasHold: false };

/** What is read out next: the start, three parts of the way, the first hold and the end; else what was said stays. */
export function sayNext(before: Said, stage: RunStage, figures: RunFigures): Said {
  const { all, left, done, held, rejected } = figures;
  const ended = all - left;
  const part = parts.findLast((each) => ended * 100 >= each * all) ?? 0;
  const now = { stage, part: Math.max(part, before.part), hasHold: before.hasHold || held > 0 };
  const say = (said: string): Said => ({ ...now, words: said });
  if (stage === 'undo') return before.stage === 'undo' ? before : { ...nothingSaid };
  if (stage === 'over') return before.stage === 'over' ? before : say(words.end(done, held, rejected));
  if (before.stage !== 'going') return say(words.start(all));
  const hold = held > 0 && !before.hasHold ? words.firstHold(held) : '';
  const way = part > before.part ? words.part(all, ended) : '';
  return hold === '' && way === '' ? before : say([way, hold].filter(Boolean).join(' '));
}
