import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const built = new Map<string, Promise<string>>();

/**
 * Puts a TypeScript program and all it imports of ours into one file, once: compiling it at each start takes longer than
 * most of these programs live. The file lies inside the tree, where packages are found.
 * @param source the program's path
 * @returns the path of a file that plain Node runs
 */
export function bundledProcess(source: string): Promise<string> {
  const bundling = built.get(source) ?? bundle(source);
  built.set(source, bundling);
  return bundling;
}

async function bundle(source: string): Promise<string> {
  const outDir = join(root, 'out/test-processes');
  const name = basename(source, '.ts');
  const written = `${name}-${process.pid}.mjs`;
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: source,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: written, codeSplitting: false } },
    },
  });
  // A bench next to a test may be building the same.
  const program = join(outDir, `${name}.mjs`);
  await rename(join(outDir, written), program);
  return program;
}
