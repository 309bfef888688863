import type { KeptFileId, SheetReaderId } from '../../../src-preload/contract/ids';
import { success } from '../../../src-preload/contract/result';
import type { KeptFiles } from './kept-files';
import type { SheetReaders } from './sheet-readers';

/** Answers the calls about files the seller handed in, and their readers. */
export function createFileHandlers(keptFiles: KeptFiles, sheetReaders: SheetReaders) {
  return {
    'files-keep': async ({ path }: { path: string }) => success({ fileId: await keptFiles.keep(path) }),
    'files-look': async ({ fileId }: { fileId: KeptFileId }) => success({ is: await keptFiles.look(fileId) }),
    'files-read': ({ fileId }: { fileId: KeptFileId }) => keptFiles.read(fileId),
    'sheet-reader-start': () => sheetReaders.start(),
    'sheet-reader-at-work': ({ readerId, atWork }: { readerId: SheetReaderId; atWork: boolean }) => {
      sheetReaders.atWork(readerId, atWork);
      return success({});
    },
    'sheet-reader-end': ({ readerId }: { readerId: SheetReaderId }) => {
      sheetReaders.end(readerId);
      return success({});
    },
  };
}
