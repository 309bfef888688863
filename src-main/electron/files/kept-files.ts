import { stat } from 'node:fs/promises';
import { basename, extname, isAbsolute } from 'node:path';
import { keptFileIdSchema } from '../../../src-preload/contract/ids';
import type { KeptFileId } from '../../../src-preload/contract/ids';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import { readRegularFile } from '../../files/read-regular-file';
import { largestSheetBytes, sheetEndings } from './handed-in';

/**
 * Files of the seller that may be read again without being picked again.
 *
 * The page names none of them: a path comes from the preload, which takes it off a real File (one that was dropped or
 * picked), and is kept here under an id that cannot be guessed; all the page can ask is that file once more. Were the
 * page's own process taken over, it could send paths by itself: so only files that end as sheets do are kept, only
 * regular ones, none on another machine, and never more bytes than a sheet may have. What was given up: a sheet with an
 * odd ending, or on a server, is picked again by hand when it has changed.
 */
export interface KeptFiles {
  /** Answers the id to ask for it by; undefined where it is none to keep. */
  keep(path: string): Promise<KeptFileId | undefined>;
  /** Whether it was written, or went away, since it was last read. */
  look(id: KeptFileId): Promise<'same' | 'changed' | 'gone'>;
  read(id: KeptFileId): Promise<Result<{ name: string; bytes: Uint8Array }, 'file-gone' | 'file-large'>>;
}

interface Kept {
  path: string;
  /** What tells one writing from the next: the time, and the size where the clock is coarse. */
  stamp: string;
}

/** Files of some weeks; beyond it the oldest are let go. */
const mostKept = 200;

/** Keeps them in memory only: a path is not written down. */
export function createKeptFiles(newId: () => string, report: (problem: unknown) => void): KeptFiles {
  const files = new Map<KeptFileId, Kept>();

  const sizeAndStamp = async (path: string): Promise<{ size: number; stamp: string } | undefined> => {
    try {
      const found = await stat(path);
      return found.isFile() ? { size: found.size, stamp: `${found.mtimeMs} ${found.size}` } : undefined;
    } catch (problem) {
      // Moved, renamed, or on a drive that was taken out.
      report(problem);
      return undefined;
    }
  };

  return {
    async keep(path) {
      if (!mayBeKept(path)) return undefined;
      const found = await sizeAndStamp(path);
      if (!found) return undefined;
      const id = keptFileIdSchema.parse(newId());
      files.set(id, { path, stamp: found.stamp });
      for (const oldest of files.keys()) {
        if (files.size <= mostKept) break;
        files.delete(oldest);
      }
      return id;
    },
    async look(id) {
      const kept = files.get(id);
      const found = kept && (await sizeAndStamp(kept.path));
      if (!found) return 'gone';
      return found.stamp === kept.stamp ? 'same' : 'changed';
    },
    async read(id) {
      const kept = files.get(id);
      const found = kept && (await sizeAndStamp(kept.path));
      if (!found) return failure('file-gone');
      if (found.size > largestSheetBytes) return failure('file-large');
      try {
        const bytes = await readRegularFile(kept.path, largestSheetBytes);
        if (bytes === undefined) return failure('file-gone');
        if (bytes === 'large') return failure('file-large');
        kept.stamp = found.stamp;
        return success({ name: basename(kept.path), bytes });
      } catch (problem) {
        // Another program holds it for itself.
        report(problem);
        return failure('file-gone');
      }
    },
  };
}

/** A sheet by its ending, on this computer: no share (\\server\...), no device (\\.\...). */
function mayBeKept(path: string): boolean {
  return isAbsolute(path) && !/^[/\\]{2}/u.test(path) && sheetEndings.has(extname(path).toLowerCase());
}
