import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const outcomeSchema = z.object({
  /** Of the processor: time on the wall would say how busy the machine is, too. */
  ms: z.number(),
  peakMb: z.number(),
  /** The first three rows and columns of the first three sheets. */
  sheets: z.array(z.array(z.array(z.string()))),
  code: z.string().optional(),
});
export type ReadApart = z.infer<typeof outcomeSchema>;

/** Reads a file in a process of its own, so that its memory can be measured and its end is not ours. */
export async function readApart(name: string, bytes: Uint8Array): Promise<ReadApart> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-apart-'));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-old-space-size=512',
      '--import',
      'tsx',
      join(import.meta.dirname, 'read-file-process.ts'),
      file,
    ]);
    return outcomeSchema.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
