import { beforeAll, describe, expect, it, vi } from 'vitest';
import { droppedFiles } from '../../../../../src-renderer/review/files/dropped-files';
import { FileOnDisk } from '../../../../../src-renderer/review/state/file-on-disk';

beforeAll(() => {
  vi.stubGlobal('window', { desk: { call: () => Promise.resolve({ ok: false, failure: { code: 'internal' } }) } });
});

type Transfer = Parameters<typeof droppedFiles>[0];

function transfer(items: { file: File | null; isDirectory?: boolean; kind?: string }[], files: File[] = []): Transfer {
  const list = items.map(({ file, isDirectory, kind = 'file' }) => ({
    kind,
    getAsFile: () => file,
    webkitGetAsEntry: () => (isDirectory === undefined ? null : { isDirectory }),
  }));
  // As much of the browser's lists as is asked for.
  return { items: list, files } as unknown as Transfer;
}

describe('what is dropped', () => {
  it('is told apart into files and folders, in its order', () => {
    const [file, folder, other] = ['a.csv', 'folder', 'b.csv'].map((name) => new File(['x'], name));
    if (!file || !folder || !other) throw new Error('no files');
    const given = droppedFiles(
      transfer([
        { file, isDirectory: false },
        { file: folder, isDirectory: true },
        { file: other },
        { file: null, kind: 'string' },
      ]),
    );
    expect(given.map((each) => (each instanceof FileOnDisk ? [each.file.name, each.isFolder] : each.name))).toEqual([
      'a.csv',
      ['folder', true],
      'b.csv',
    ]);
  });

  it('is taken from the list of files where there are no items', () => {
    const file = new File(['x'], 'a.csv');
    expect(droppedFiles(transfer([], [file]))).toEqual([file]);
  });
});
