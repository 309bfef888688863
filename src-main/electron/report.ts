import { redact } from '../network/redact';

/** The one way to the console of the main process: a problem with its place, without secrets or persons. */
export function report(place: string, problem: unknown): void {
  const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  console.error(`[${place}] ${redact(text)}`);
}
