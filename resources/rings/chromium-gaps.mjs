/**
 * The stories that need real Electron, by their names, and why. All others run.
 * @type {readonly { file: string, test: string, why: string }[]}
 */
export const chromiumGaps = [
  {
    file: 'test/e2e/walls.spec.ts',
    test: 'the page in which sheets are read has less still: no bridge, no network, a process and an origin of its own',
    why: 'the origin app://reader, the refusal of new windows and the ids of processes are of Electron',
  },
  {
    file: 'test/e2e/walls.spec.ts',
    test: 'a link or a script cannot lead the window away, nor open another',
    why: 'the guards of navigation are events of Electron',
  },
  {
    file: 'test/e2e/walls.spec.ts',
    test: 'the window runs sandboxed and isolated',
    why: 'the stand-in only notes the preferences of a page',
  },
  {
    file: 'test/e2e/network.spec.ts',
    test: 'nothing but the main process reaches the network, whatever a page tries',
    why: 'it reads the record that Chromium keeps inside Electron',
  },
  {
    file: 'test/e2e/trouble.spec.ts',
    test: 'a second start on the same folder hands its file to the first and leaves',
    why: 'it starts Electron itself, whose lock hands the file over',
  },
  {
    file: 'test/e2e/exhausted.spec.ts',
    test: 'a file whose reader really runs out of memory',
    why: 'how much memory a page takes, and that it ended for want of it, is known from Electron',
  },
  {
    file: 'test/e2e/exhausted.spec.ts',
    test: 'a review whose process dies comes back from its draft with what was edited',
    why: 'it ends a process by the id that Electron gives of a page',
  },
];
