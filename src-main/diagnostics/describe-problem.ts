import type { LogFields } from './log-events';
import { framesOnly } from './plain-text';

/** Whatever was thrown or rejected with, as the fields of a log event. */
export function describeProblem(problem: unknown): Omit<LogFields<'problem'>, 'place'> {
  if (!(problem instanceof Error)) return { name: typeof problem, message: String(problem), frames: [] };
  const code: unknown = 'code' in problem ? problem.code : undefined;
  return {
    name: problem.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: problem.message,
    frames: framesOnly(problem.stack ?? '', problem.message),
  };
}
