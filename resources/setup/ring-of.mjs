/**
 * Which tests `npm test -- WORD` means: a ring by its name, or the ring of a file or folder, which is then the only thing
 * run in it. Without a word all of them.
 * @param {string | undefined} word
 * @returns {{ ring: 'all' | 'unit' | 'e2e', paths: string[] } | undefined} undefined: it names no tests
 */
export function ringOf(word) {
  if (word === undefined) return { ring: 'all', paths: [] };
  if (word === 'unit' || word === 'e2e') return { ring: word, paths: [] };
  const path = word.replaceAll('\\', '/').replace(/^\.\//, '');
  if (/(^|\/)test\/e2e(\/|$)|\.spec\.ts$/.test(path)) return { ring: 'e2e', paths: [path] };
  if (/(^|\/)test\/(unit|integration|window)(\/|$)|\.test\.tsx?$/.test(path)) return { ring: 'unit', paths: [path] };
  return undefined;
}
