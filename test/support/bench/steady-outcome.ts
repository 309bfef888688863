import { z } from 'zod';
import { isFailed, storiesOf } from '../../../resources/setup/e2e-report.mjs';
import type { E2eReport } from '../../../resources/setup/e2e-report.mjs';

/** What one run of a suite came to. */
export interface RunOutcome {
  /** How many tests passed or failed; those skipped did not run. */
  executed: number;
  /** The failed tests, and under a name of its own whatever else was wrong with the run. */
  failures: { name: string; reason: string; folders: string[] }[];
}

/**
 * The outcome of a run of the end-to-end suite. Fewer stories executed than the suite has is a failure, and so is a run
 * that ends badly without naming one.
 */
export function e2eOutcome(report: E2eReport | undefined, code: number, suite: number): RunOutcome {
  if (report === undefined) return withoutReport(code);
  const stories = storiesOf(report);
  const executed = stories.filter(({ status }) => status !== 'skipped').length;
  const failures = stories.filter(isFailed).map(({ name, reason, folders }) => ({ name, reason, folders }));
  return complete({ executed, failures }, code, suite);
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** The same of a run of the unit and integration tests, of which `files` must all be in the report. */
export function vitestOutcome(report: unknown, code: number, files: number): RunOutcome {
  if (report === undefined) return withoutReport(code);
  const { testResults } = vitestReport.parse(report);
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, name })),
  );
  const failures = [
    ...tests
      .filter(({ status }) => status === 'failed')
      .map(({ name, fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages?.[0])),
    // A file that cannot be loaded has no tests.
    ...testResults
      .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .map(({ name, message }) => failure(name, message)),
  ];
  const executed = tests.filter(({ status }) => status === 'passed' || status === 'failed').length;
  if (testResults.length < files) failures.push(failure('files', `${testResults.length} of ${files} files ran`));
  return complete({ executed, failures }, code, tests.length);
}

/** How often each failure came, by its name, over several runs. */
export function countFailures(outcomes: readonly RunOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of outcomes.flatMap(({ failures }) => failures)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function withoutReport(code: number): RunOutcome {
  return { executed: 0, failures: [failure('the run', `it left no report and ended with ${code}`)] };
}

function complete({ executed, failures }: RunOutcome, code: number, suite: number): RunOutcome {
  if (executed < suite || suite === 0)
    return { executed, failures: [...failures, failure('the run', `${executed} of ${suite} tests were executed`)] };
  if (code !== 0 && failures.length === 0) return { executed, failures: [failure('the run', `it ended with ${code}`)] };
  return { executed, failures };
}

function failure(name: string, reason = ''): RunOutcome['failures'][number] {
  return { name, reason: reason.split('\n')[0] ?? '', folders: [] };
}
