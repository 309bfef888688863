import { closeSync, fdatasync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { moveFile } from '../files/move-file';
import { changeSchema, productOrderSchema, stockItemSchema } from './product-order';

const datasync = promisify(fdatasync);

/**
 * One line of the ledger: all that one request (or one act of a test) changed. A line counts as a whole or not at all,
 * which is what makes a call of 30 atomic without a database.
 */
const entrySchema = z.strictObject({
  orders: z.array(productOrderSchema).optional(),
  changes: z.array(changeSchema).optional(),
  items: z.array(stockItemSchema).optional(),
  /** What was sown already; sowing happens once in a ledger's life. */
  sown: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof entrySchema>;

export interface LedgerFile {
  /** In the kernel's hands when it returns: a SIGKILL afterwards loses nothing. */
  append(entry: LedgerEntry): void;
  /** On the disk when it resolves: a power cut afterwards loses nothing. */
  flush(): Promise<void>;
  close(): void;
}

/**
 * The entries of a ledger file, oldest first. A last line without its newline is a write the process died in: it was
 * never answered, so it never happened. Any other line that cannot be read throws
 * BrokenLedger: a ledger must not lose its middle.
 */
export function readLedgerFile(path: string): LedgerEntry[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
    throw problem;
  }
  const lines = text.split('\n');
  lines.pop();
  return lines.map((line, index) => {
    const entry = entrySchema.safeParse(parseLine(line));
    if (!entry.success) throw new BrokenLedger(path, index + 1);
    return entry.data;
  });
}

/** A ledger with a line that cannot be read, and it is not the one its process died in. */
export class BrokenLedger extends Error {
  constructor(path: string, line: number) {
    super(`line ${line} of the practice ledger ${path} cannot be read`);
    this.name = 'BrokenLedger';
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}

/**
 * Replaces the file with `entries` (the compacted past), atomically, and opens it for appending. A program that holds
 * the old file for a moment is waited for; when it does not let go, the old file is as it was and the error is thrown.
 */
export async function openLedgerFile(
  path: string,
  entries: readonly LedgerEntry[],
  move = moveFile,
): Promise<LedgerFile> {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const handle = openSync(fresh, 'w');
  try {
    for (const entry of entries) writeWhole(handle, entry);
    fsyncSync(handle);
    // The same open file goes on under its new name, so nothing can slip between replacing and appending.
    await move(fresh, path);
  } catch (problem) {
    closeSync(handle);
    throw problem;
  }
  let open = true;
  return {
    append: (entry) => writeWhole(handle, entry),
    flush: () => datasync(handle),
    close() {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

function writeWhole(handle: number, entry: LedgerEntry): void {
  const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
}
