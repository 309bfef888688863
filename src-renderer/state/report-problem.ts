import { windowProblemLimits as limits } from '../../src-preload/contract/window-problems';
import type { WindowProblemKind } from '../../src-preload/contract/window-problems';
import { call } from './ipc-client';

/** A fault that repeats itself at every frame says nothing new. */
const mostPerMinute = 20;
let since = 0;
let reported = 0;

/** Says in the log file that something failed here. Whoever is at the window is told elsewhere, if there is anything to do. */
export function reportProblem(kind: WindowProblemKind, problem: unknown, componentStack?: string | null): void {
  console.error(kind, problem);
  const now = performance.now();
  if (since === 0 || now - since > 60_000) {
    since = now;
    reported = 0;
  }
  reported += 1;
  if (reported > mostPerMinute) return;
  const isError = problem instanceof Error;
  void call('diagnostics-report', {
    kind,
    name: (isError ? problem.name : typeof problem).slice(0, limits.name),
    message: (isError ? problem.message : String(problem)).slice(0, limits.message),
    stack: (isError ? (problem.stack ?? '') : '').slice(0, limits.stack),
    ...(componentStack ? { componentStack: componentStack.slice(0, limits.stack) } : {}),
  });
}

/** From now on what no one catches is reported. */
export function watchForProblems(): void {
  window.addEventListener('error', ({ error, message }: ErrorEvent) => reportProblem('error', error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => reportProblem('rejection', reason));
}
