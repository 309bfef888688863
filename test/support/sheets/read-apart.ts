import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bundledProcess } from '../bundled-process';

const outcomeSchema = z.object({
  /** Of the processor: time on the wall would say how busy the machine is, too. */
  ms: z.number(),
  peakMb: z.number(),
  /** The first three rows and columns of the first three sheets. */
  sheets: z.array(z.array(z.array(z.string()))),
  code: z.string().optional(),
});
export type ReadApart = z.infer<typeof outcomeSchema>;

export interface ApartReader {
  /** Reads a file in a process of its own, so that its memory can be measured and its end is not ours. */
  read(name: string, bytes: Uint8Array): Promise<ReadApart>;
  dispose(): Promise<void>;
}

export async function buildApartReader(): Promise<ApartReader> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-apart-'));
  const program = await bundledProcess(join(import.meta.dirname, 'read-file-process.ts'));
  return {
    async read(name, bytes) {
      const file = join(folder, name);
      await writeFile(file, bytes);
      const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=512', program, file]);
      await rm(file);
      return outcomeSchema.parse(JSON.parse(stdout));
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
