import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src-main/database/file/open';
import type { StoreId } from '../../../src-preload/contract/ids';
import { bundledProcess } from '../bundled-process';
import { addStore, dispatchRow, monday, xorPersonal } from '../outbox/test-database';

/** More steps than a restore has: a loop that would not end is a fault of the bench. */
const mostSteps = 40;

/** What a start after a kill found: the targets of the jobs of its one store, and how it ended the restore. */
export interface AfterKill {
  step: number;
  jobs: string[];
  ended: 'finished' | 'undone' | undefined;
}

/** Where the desk of such a restore lies. */
export function restoreRoom(folder: string) {
  return {
    file: join(folder, 'desk.db'),
    backups: join(folder, 'backups'),
    now: () => monday,
    personal: xorPersonal,
  };
}

/**
 * Kills a restore before and after each of its renames, each time on a fresh desk with one order in its backup and one
 * more in its file, and opens the desk as the next start does.
 */
export async function runRestoreKills(): Promise<AfterKill[]> {
  const program = await bundledProcess(join(import.meta.dirname, 'restore-process.ts'));
  const found: AfterKill[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'balsong-restore-'));
    try {
      const { storeId, backup } = await makeDesk(folder);
      if (!(await isKilled(program, [folder, backup, String(step)]))) return found;
      found.push({ step, ...(await startAgain(folder, storeId)) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw new Error(`a restore of more than ${mostSteps} steps`);
}

async function makeDesk(folder: string): Promise<{ storeId: StoreId; backup: string }> {
  const opened = await openDatabase(restoreRoom(folder));
  if (!opened.ok) throw new Error(opened.detail);
  const { database } = opened;
  const storeId = await addStore(database);
  const add = (target: string) =>
    database.transaction(({ jobs, counts }) => {
      jobs.add(dispatchRow(storeId, target));
      counts.recount();
    });
  await add('in the backup');
  const backup = await opened.backUp();
  await add('after it');
  await database.close();
  return { storeId, backup };
}

/** @returns false when the process came to its end */
async function isKilled(program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal]: unknown[] = await once(child, 'exit');
  if (signal === 'SIGKILL') return true;
  if (code !== 0) throw new Error(`the restore ended with ${String(code)}`);
  return false;
}

async function startAgain(folder: string, storeId: StoreId): Promise<Omit<AfterKill, 'step'>> {
  const opened = await openDatabase(restoreRoom(folder));
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  const { jobs } = await opened.database.log.page({ storeId }, 0, 10);
  await opened.database.close();
  return { jobs: jobs.map(({ target }) => target).toSorted(), ended: opened.endedRestore };
}

/** Those after which the desk was neither the one file nor the other. */
export function lostControllers(found: readonly AfterKill[]): AfterKill[] {
  const whole = ['after it,in the backup', 'in the backup'];
  return found.filter(({ jobs }) => !whole.includes(jobs.join()));
}
