import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepPrivate } from '../files/keep-private';

export interface LogFile {
  /** Keeps a line; it is on the disk within a quarter of a second. */
  write(line: string): void;
  /** Writes what is kept, now: before the process ends. */
  flush(): void;
}

interface Options {
  folder: string;
  /** Of all files together. */
  maxBytes?: number;
  /** Calls back after a moment; must not keep the process alive. */
  later?: (work: () => void) => void;
  /** The files could not be written: said on the console, since there is no other place. */
  report: (problem: unknown) => void;
  platform?: NodeJS.Platform;
}

const standardBytes = 10_000_000;
const parts = 5;
const flushAfterMs = 250;
/** Kept while a disk does not take anything. */
const mostKeptBytes = 256 * 1024;

/** The folder of the log below the data folder. */
export function logFolder(dataDir: string): string {
  return join(dataDir, 'logs');
}

/**
 * A log in parts: `app.jsonl`, and the older `app.1.jsonl` to `app.4.jsonl`. Lines are gathered and appended together,
 * synchronously, so that a crash loses a quarter of a second at most. A disk that is full or read-only costs lines and
 * nothing else.
 */
export function openLogFile(options: Options): LogFile {
  const { folder, maxBytes = standardBytes, platform = process.platform, report } = options;
  const later = options.later ?? ((work) => void setTimeout(work, flushAfterMs).unref());
  const partBytes = Math.floor(maxBytes / parts);
  const partName = (age: number): string => join(folder, age === 0 ? 'app.jsonl' : `app.${age}.jsonl`);
  let kept: string[] = [];
  let keptBytes = 0;
  let lost = 0;
  let isPlanned = false;
  let isBroken = false;

  const rotate = (): void => {
    rmSync(partName(parts - 1), { force: true });
    for (let age = parts - 2; age >= 0; age -= 1) {
      if (existsSync(partName(age))) renameSync(partName(age), partName(age + 1));
    }
  };

  const append = (text: string): void => {
    mkdirSync(folder, { recursive: true });
    keepPrivate(folder, 'folder', platform);
    const file = partName(0);
    const bytes = existsSync(file) ? statSync(file).size : 0;
    if (bytes > 0 && bytes + Buffer.byteLength(text) > partBytes) rotate();
    appendFileSync(file, text, { mode: 0o600 });
    keepPrivate(file, 'file', platform);
  };

  const flush = (): void => {
    isPlanned = false;
    if (kept.length === 0) return;
    const lines = kept;
    kept = [];
    keptBytes = 0;
    try {
      const note = lost > 0 ? [JSON.stringify({ event: 'suppressed', what: 'unwritten', lines: lost })] : [];
      append(`${[...lines, ...note].join('\n')}\n`);
      lost = 0;
      isBroken = false;
    } catch (problem) {
      lost += lines.length;
      // Once, or a full disk would fill the console.
      if (!isBroken) report(problem);
      isBroken = true;
    }
  };

  return {
    write(line) {
      const bytes = Buffer.byteLength(line) + 1;
      if (keptBytes + bytes > Math.min(mostKeptBytes, partBytes)) {
        lost += 1;
        return;
      }
      kept.push(line);
      keptBytes += bytes;
      if (isPlanned) return;
      isPlanned = true;
      later(flush);
    },
    flush,
  };
}
