/** Of the archive of a package, folders included; 80 today. */
export const mostEntries = 120;
const unwanted = [
  /\.(?:map|ts|tsx|mts|cts|gyp|gypi|c|cc|cpp|h|hpp|test\.js)$/,
  /[\\/](?:src-main|src-preload|src-renderer|test|tests|resources)[\\/]/,
];
const needed = ['package.json', 'main.js', 'preload.cjs', 'index.html', 'notices.js'];

/**
 * What is wrong with the content of an archive: files made for us, too many, or one that is missing.
 * @param names as `listPackage` of @electron/asar answers them
 */
export function findUnwanted(names: readonly string[]): string[] {
  const missing = needed.filter((file) => !names.some((name) => name.split(/[\\/]/).at(-1) === file));
  return [
    ...names.filter((name) => unwanted.some((pattern) => pattern.test(name))),
    ...missing.map((file) => `${file} is missing`),
    ...(names.length > mostEntries ? [`${names.length} entries, more than ${mostEntries}`] : []),
  ];
}
