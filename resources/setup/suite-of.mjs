/**
 * Which tests `npm test -- WORD` means: a suite by its name, or the suite of a file or folder, which is then the only thing
 * run in it. Without a word all of them.
 * @param {string | undefined} word
 * @returns {{ suite: 'all' | 'unit' | 'e2e', paths: string[] } | undefined} undefined: it names no tests
 */
export function suiteOf(word) {
  if (word === undefined) return { suite: 'all', paths: [] };
  if (word === 'unit' || word === 'e2e') return { suite: word, paths: [] };
  const path = word.replaceAll('\\', '/').replace(/^\.\//, '');
  if (/(^|\/)test\/e2e(\/|$)|\.spec\.ts$/.test(path)) return { suite: 'e2e', paths: [path] };
  if (/(^|\/)test\/(unit|integration|window)(\/|$)|\.test\.tsx?$/.test(path)) return { suite: 'unit', paths: [path] };
  return undefined;
}
