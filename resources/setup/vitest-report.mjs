import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What is read of a report of vitest's JSON reporter (`vitest/node`, JsonTestResults). Counts are missing where the run
 * ended before it could count.
 * @typedef {{ status: string, fullName: string, failureMessages?: readonly string[] | null }} Test
 * @typedef {{ name: string, status: string, message?: string, assertionResults?: readonly Test[] }} TestFile
 * @typedef {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number,
 *   testResults?: readonly TestFile[] }} VitestReport
 */

/** How much of a failure's message the last lines of a run repeat: its sentence, what was compared and where. */
const linesOfReason = 12;

/**
 * What the last lines of a run say of its failed unit and integration tests, whose own report stands far above them:
 * the test and the beginning of its message.
 * @param {VitestReport} report
 * @param {string} root paths are given from here
 * @returns {string[]}
 */
export function failedTestLines(report, root) {
  return (report.testResults ?? []).flatMap(({ name, status, message, assertionResults = [] }) => {
    const file = relative(root, name).replaceAll('\\', '/');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // Such as a file that cannot be loaded, or a hook that failed: no test of it stands for that.
    if (failed.length === 0) return status === 'failed' ? [`failed: ${file}`, ...reasonLines(message)] : [];
    return failed.flatMap(({ fullName, failureMessages }) => [
      `failed: ${file} › ${fullName}`,
      ...reasonLines((failureMessages ?? []).join('\n')),
    ]);
  });
}

/** Indented, without the colours of a terminal. @param {string | undefined} message */
function reasonLines(message) {
  return stripVTControlCharacters(message ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, linesOfReason)
    .map((line) => `  ${line}`);
}
