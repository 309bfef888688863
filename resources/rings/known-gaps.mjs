/**
 * A test that cannot pass in a ring: `test` is a part of its full name, or the whole file where it is left out.
 * @typedef {{ readonly file: string, readonly test?: string, readonly why: string }} Gap
 */

/**
 * As vitest writes it.
 * @typedef {{ testResults: readonly { name: string, status: string, message?: string,
 *   assertionResults: readonly { fullName: string, status: string }[] }[] }} VitestReport
 */

/**
 * Counts a report against the gaps of its ring. A gap that has closed is no failure and is said, so that the list stays
 * short.
 * @param {VitestReport} report
 * @param {readonly Gap[]} gaps
 * @param {{ endedWell: boolean, unhandled: readonly string[] }} run whether vitest itself ended well, and what it caught
 *   outside of any test, such as an unhandled rejection: no gap covers that, and its JSON report leaves it out
 *   (report-unhandled.mjs)
 * @returns {{ lines: string[], isGreen: boolean }} what to print, the counts last
 */
export function evaluateReport({ testResults }, gaps, { endedWell, unhandled }) {
  /** @type {Set<Gap>} */
  const met = new Set();
  /** @type {string[]} */
  const failed = unhandled.map((what) => `unhandled: ${what}`);
  let passed = 0;
  let skipped = 0;
  for (const { name, status, message, assertionResults } of testResults) {
    const path = name.replaceAll('\\', '/');
    const gapOf = (/** @type {string | undefined} */ test) =>
      gaps.find((gap) => path.endsWith(gap.file) && (gap.test === undefined || test?.includes(gap.test) === true));
    const note = (/** @type {string} */ what, /** @type {string | undefined} */ test) => {
      const gap = gapOf(test);
      if (gap) met.add(gap);
      else failed.push(what);
    };
    // It did not load, or what runs before or after its tests failed.
    const hasFailure = assertionResults.some((each) => each.status === 'failed');
    if (status === 'failed' && !hasFailure) note(`${path}: ${message ?? 'did not load'}`, undefined);
    for (const { fullName, status: ended } of assertionResults) {
      if (ended === 'passed') passed += 1;
      else if (ended === 'failed') note(`${path}: ${fullName}`, fullName);
      else skipped += 1;
    }
  }
  const closed = gaps.filter((gap) => !met.has(gap));
  return {
    isGreen: passed > 0 && failed.length === 0 && (endedWell || met.size > 0),
    lines: [
      ...failed.map((what) => `failed: ${what}`),
      ...[...met].map((gap) => `known gap: ${gap.file}${gap.test === undefined ? '' : ` (${gap.test})`}: ${gap.why}`),
      ...closed.map((gap) => `not met this time: ${gap.file}${gap.test === undefined ? '' : ` (${gap.test})`}`),
      `${passed} passed, ${failed.length} failed, ${met.size} of ${gaps.length} known gaps met, ${skipped} skipped`,
    ],
  };
}
