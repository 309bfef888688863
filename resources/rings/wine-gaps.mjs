/**
 * What cannot be green under Wine 8, and why. Everything else has to be.
 * @type {readonly import('./known-gaps.mjs').Gap[]}
 */
export const wineGaps = [
  {
    file: 'test/unit/src-main/secrets/folder-id.test.ts',
    test: 'goes with a folder that is moved or reached in another way',
    why: 'Wine 8 says that it made a symbolic link, and there is none',
  },
  {
    file: 'test/unit/src-main/secrets/folder-id.test.ts',
    test: 'move over',
    why: 'Wine 8 says that it made a symbolic link, and there is none',
  },
  {
    file: 'test/unit/src-main/secrets/service-name.test.ts',
    test: 'is the same behind a link, with separators at its end, and before the folder is there',
    why: 'Wine 8 says that it made a symbolic link, and there is none',
  },
  {
    file: 'test/unit/src-main/electron/window/locate-file.test.ts',
    test: 'is served by its real place: a link that leads out of the folder is not followed',
    why: 'Wine 8 says that it made a symbolic link, and there is none',
  },
  {
    file: 'test/unit/resources/setup/kept-runtime.test.ts',
    test: 'neither it nor an archive with another hash is ever used: the set-up ends with a sentence',
    why: 'Wine brings no tar; Windows 10 does, and the set-up takes it on Linux only',
  },
  {
    file: 'test/integration/practice/process.test.ts',
    test: 'keeps every dispatch it answered through SIGKILL, and none twice',
    why: 'Windows ends a process without a signal that it could answer: the exit code of a polite end is none',
  },
  {
    file: 'test/unit/resources/setup/alone.test.ts',
    test: 'lets the second wait until the first has ended',
    why: 'pipes by name are not exclusive in Wine',
  },
  {
    file: 'test/unit/resources/setup/alone.test.ts',
    test: 'goes on when the first is killed',
    why: 'pipes by name are not exclusive in Wine',
  },
];
