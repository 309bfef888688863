import type { KeptFileId } from '../../../src-preload/contract/ids';
import { call } from '../../state/ipc-client';

/**
 * A file the seller handed in, and its way back to the disk. The page has no path: the main process kept the file under
 * an id when it was dropped or picked, and reads only that one again.
 */
export class FileOnDisk {
  readonly #kept: Promise<KeptFileId | undefined>;

  /** `kept`: its id, where the main process handed it in itself. A folder is never read, and not kept. */
  constructor(
    readonly file: File,
    kept?: KeptFileId,
    readonly isFolder = false,
  ) {
    this.#kept = kept === undefined && !isFolder ? keep(file) : Promise.resolve(kept);
  }

  /** Whether it was written again, or is gone, since it was read. What never was on the disk does not change. */
  async hasChanged(): Promise<boolean> {
    const fileId = await this.#kept;
    if (fileId === undefined) return !(await canBeRead(this.file));
    const answer = await call('files-look', { fileId });
    return answer.ok && answer.value.is !== 'same';
  }

  /** The same file as it is now; undefined where it has to be picked by hand. */
  async readAgain(): Promise<FileOnDisk | undefined> {
    const fileId = await this.#kept;
    if (fileId === undefined) return undefined;
    const answer = await call('files-read', { fileId });
    if (!answer.ok) return undefined;
    return new FileOnDisk(new File([Uint8Array.from(answer.value.bytes)], answer.value.name), fileId);
  }
}

/** Without an id the file is picked by hand when it changes. */
async function keep(file: File): Promise<KeptFileId | undefined> {
  const answer = await call('files-keep', file);
  return answer.ok ? answer.value.fileId : undefined;
}

/** A file of the disk that was written again cannot be read through its old handle any more. */
async function canBeRead(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    // Gone or changed: for the seller the review shows what is not there any more.
    return false;
  }
}
