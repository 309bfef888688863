import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
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

export interface ApartReader {
  /** Reads a file in a process of its own, so that its memory can be measured and its end is not ours. */
  read(name: string, bytes: Uint8Array): Promise<ReadApart>;
  dispose(): Promise<void>;
}

/** Puts the reader and all it imports into one file first: compiling it in each process takes longer than most reading. */
export async function buildApartReader(): Promise<ApartReader> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-apart-'));
  const program = join(folder, 'program');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'read-file-process.ts'),
      outDir: program,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'read-file.mjs' } },
    },
  });
  return {
    async read(name, bytes) {
      const file = join(folder, name);
      await writeFile(file, bytes);
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--max-old-space-size=512',
        join(program, 'read-file.mjs'),
        file,
      ]);
      await rm(file);
      return outcomeSchema.parse(JSON.parse(stdout));
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
