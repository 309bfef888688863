import { FileOnDisk } from '../state/file-on-disk';

/**
 * What was dropped, in its order. A folder comes as a file that cannot be read; only its entry says what it is, and only
 * while the event is being handled.
 */
export function droppedFiles(transfer: Pick<DataTransfer, 'items' | 'files'>): (File | FileOnDisk)[] {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const given = items.flatMap((item) => {
    const file = item.getAsFile();
    if (file === null) return [];
    return [item.webkitGetAsEntry()?.isDirectory === true ? new FileOnDisk(file, undefined, true) : file];
  });
  return given.length > 0 ? given : [...transfer.files];
}
