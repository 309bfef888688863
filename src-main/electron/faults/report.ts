import { describeProblem } from '../../diagnostics/describe-problem';
import type { Logger } from '../../diagnostics/log-events';
import { redact } from '../../network/redact';

/** Says on the console and in the log what failed and where, without secrets or persons. */
export function createReport(logger: Logger): (place: string, problem: unknown) => void {
  return (place, problem) => {
    printProblem(place, problem);
    logger.log('problem', { place, ...describeProblem(problem) });
  };
}

/** The one way to the console of the main process. */
export function printProblem(place: string, problem: unknown): void {
  const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  console.error(`[${place}] ${redact(text)}`);
}
