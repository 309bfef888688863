import { rename } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** What a virus scanner, a backup or OneDrive that holds a file for a moment makes of its rename on Windows. */
const passingCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** ms between tries: 5.2 s in all, which is longer than a scanner looks at a new file. */
const pausesMs = [20, 50, 100, 200, 400, 800, 1600, 2000] as const;

/** Renames a file; the effects of `moveFile`, which tests replace. */
export interface MoveEffects {
  rename(from: string, to: string): Promise<void>;
  sleep(ms: number): Promise<unknown>;
}

const realEffects: MoveEffects = { rename, sleep: (ms) => setTimeout(ms) };

/**
 * Renames a file, and tries again for about five seconds while another program holds it.
 * @throws the error of the last try; at once for any other than EBUSY, EPERM, EACCES
 */
export async function moveFile(from: string, to: string, effects = realEffects): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      return await effects.rename(from, to);
    } catch (problem) {
      if (!isHeld(problem)) throw problem;
      await effects.sleep(pauseMs);
    }
  }
  await effects.rename(from, to);
}

/** Whether another program holds the file, which passes by itself. */
export function isHeld(problem: unknown): boolean {
  return (
    problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && passingCodes.has(problem.code)
  );
}
