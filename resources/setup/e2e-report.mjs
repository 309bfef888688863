import { dirname, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What is read of a report of Playwright's JSON reporter (`playwright/types/testReporter`, JSONReport).
 * @typedef {{ path?: string }} Attachment
 * @typedef {{ status?: string, attachments?: readonly Attachment[], errors?: readonly { message?: string }[] }} Result
 * @typedef {{ title: string, tests: readonly { status: string, results: readonly Result[] }[] }} Spec
 * @typedef {{ title: string, file?: string, specs?: readonly Spec[], suites?: readonly Suite[] }} Suite
 * @typedef {{ suites?: readonly Suite[], errors?: readonly { message?: string }[] }} E2eReport
 */

/**
 * One story and its end. `name` is its file and its titles; `status` is Playwright's: expected, unexpected, flaky or
 * skipped; `folders` are those that hold what was kept of its failure.
 * @typedef {{ name: string, status: string, reason: string, folders: string[] }} Story
 */

/**
 * Every story of a report, in its order. One that never ran, as in a mere list, has no result and counts as skipped.
 * @param {E2eReport} report
 * @returns {Story[]}
 */
export function storiesOf(report) {
  return (report.suites ?? []).flatMap((suite) => storiesIn(suite, []));
}

/**
 * Whether a story ran and did not pass.
 * @param {Story} story
 */
export const isFailed = ({ status }) => status === 'unexpected' || status === 'flaky';

/**
 * What the last lines of a run say of its failures: two lines each, the story and where to look.
 * @param {E2eReport} report
 * @param {string} root paths are given from here
 * @returns {string[]}
 */
export function failureLines(report, root) {
  const lines = storiesOf(report)
    .filter(isFailed)
    .flatMap(({ name, folders }) => [
      `failed: ${name}`,
      folders.length === 0
        ? '  nothing was kept: no app of it was running'
        : `  kept in ${folders.map((folder) => relative(root, folder)).join(', ')}`,
    ]);
  // Such as a spec file that cannot be loaded: no story stands for it.
  const outside = (report.errors ?? []).map(({ message }) => `failed outside of a story: ${firstLine(message)}`);
  return [...lines, ...outside];
}

/** @param {Suite} suite @param {readonly string[]} above @returns {Story[]} */
function storiesIn(suite, above) {
  const titles = [...above, suite.title];
  return [
    ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => storyOf([...titles, spec.title], test))),
    ...(suite.suites ?? []).flatMap((inner) => storiesIn(inner, titles)),
  ];
}

/** @param {readonly string[]} titles @param {Spec['tests'][number]} test @returns {Story} */
function storyOf(titles, { status, results }) {
  const paths = results.flatMap(({ attachments }) => attachments ?? []).flatMap(({ path }) => path ?? []);
  const reason = results.flatMap(({ errors }) => errors ?? [])[0]?.message;
  return {
    name: titles.join(' › '),
    status: results.length === 0 ? 'skipped' : status,
    reason: firstLine(reason),
    folders: [...new Set(paths.map((path) => dirname(path)))],
  };
}

/** Without the colours of a terminal. @param {string | undefined} message */
function firstLine(message) {
  return stripVTControlCharacters(message ?? '').split('\n')[0] ?? '';
}
