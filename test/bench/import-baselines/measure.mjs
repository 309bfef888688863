import { readFileSync } from 'node:fs';

/**
 * Runs one reader on one file in a process of its own and prints {"ms", "peakMb", "rows"}.
 * The clock runs from the bytes in memory to the reader's own result; memory is what the process grew by at its peak,
 * as it is for the app's window.
 * @param {(bytes: Buffer) => Promise<number> | number} read answers how many rows it saw
 */
export async function measure(read) {
  const before = process.memoryUsage.rss();
  const bytes = readFileSync(process.argv[2] ?? '');
  const begun = performance.now();
  const rows = await read(bytes);
  const ms = Math.round(performance.now() - begun);
  console.log(
    JSON.stringify({ ms, peakMb: Math.round(process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024), rows }),
  );
}
