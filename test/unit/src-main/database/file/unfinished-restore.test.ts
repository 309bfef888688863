import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../../src-main/database/file/open';
import { restoreBackup } from '../../../../../src-main/database/file/restore';
import type { moveFile } from '../../../../../src-main/files/move-file';
import type { StoreId } from '../../../../../src-preload/contract/ids';
import { addStore, dispatchRow, monday, xorPersonal } from '../../../../support/outbox/test-database';

let folder: string;
let storeId: StoreId;
let backup: string;
const place = () => ({
  file: join(folder, 'desk.db'),
  backups: join(folder, 'backups'),
  now: () => monday,
  personal: xorPersonal,
});

/** A desk with one order in its backup and two in its file. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const opened = await openDatabase(place());
  if (!opened.ok) throw new Error(opened.detail);
  storeId = await addStore(opened.database);
  const add = (target: string) =>
    opened.database.transaction(({ jobs, counts }) => {
      jobs.add(dispatchRow(storeId, target));
      counts.recount();
    });
  await add('in the backup');
  backup = await opened.backUp();
  await add('after it');
  await opened.database.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a start finds, and whether it ended a restore first. */
async function startAgain(): Promise<{ jobs: string[]; ended: 'finished' | 'undone' | undefined }> {
  const opened = await openDatabase(place());
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  const { jobs } = await opened.database.log.page({ storeId }, 0, 10);
  await opened.database.close();
  expect(readdirSync(folder).filter((name) => name.includes('.incoming'))).toEqual([]);
  return { jobs: jobs.map(({ target, state }) => `${target} ${state}`).toSorted(), ended: opened.endedRestore };
}

const old = ['after it queued', 'in the backup queued'];
const restored = ['in the backup unknown'];

/** Real renames up to the nth; that one, and whatever would come after it, never happens: the process is dead. */
function diesAt(n: number): typeof moveFile {
  let done = 0;
  return async (from, to) => {
    done += 1;
    if (done >= n) return new Promise<never>(() => undefined);
    renameSync(from, to);
  };
}

describe('a restore that a kill cuts off', () => {
  it.each([
    [1, old, undefined],
    [2, old, undefined],
    [3, restored, 'finished'],
    [4, restored, undefined],
  ] as const)(
    'before its rename %i: the next start has the one file or the other, never an empty one',
    async (n, jobs, ended) => {
      const under = restoreBackup({ ...place(), backup, move: diesAt(n) });
      // It never ends where it died; the fourth rename does not exist, so it ends by itself.
      const outcome = await Promise.race([under, untilIdle()]);
      expect(outcome?.ok).toBe(n === 4 ? true : undefined);
      if (outcome !== undefined && outcome.ok) await outcome.database.close();
      expect(await startAgain()).toEqual({ jobs, ended });
    },
  );

  it('takes the log of the old file away with it, also where only the main file had gone', async () => {
    const { file } = place();
    writeFileSync(`${file}-wal`, 'the log of the old file');
    const under = restoreBackup({ ...place(), backup, move: diesAt(3) });
    await Promise.race([under, untilIdle()]);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}-wal`)).toBe(true);
    expect(await startAgain()).toEqual({ jobs: restored, ended: 'finished' });
    const kept = readdirSync(folder).find((name) => /before-restore-[\d-]+-wal$/u.test(name)) ?? '';
    expect(readFileSync(join(folder, kept), 'utf8')).toBe('the log of the old file');
  });

  it('brings the old file back where only that is left', async () => {
    renameSync(place().file, `${place().file}.before-restore-20260302-090000`);
    expect(await startAgain()).toEqual({ jobs: old, ended: 'undone' });
  });

  it('does not bring back an old file after a later one was set aside as broken', async () => {
    renameSync(place().file, `${place().file}.before-restore-20260301-090000`);
    writeFileSync(`${place().file}.corrupt-20260302-080000`, 'broken');
    expect(await startAgain()).toEqual({ jobs: [], ended: undefined });
  });
});

describe('a restore that a step of fails', () => {
  it.each([1, 2, 3])('leaves the file as it was when rename %i is refused', async (n) => {
    let done = 0;
    const outcome = await restoreBackup({
      ...place(),
      backup,
      move: async (from, to) => {
        done += 1;
        if (done === n) throw Object.assign(new Error('held by another program'), { code: 'EBUSY' });
        renameSync(from, to);
      },
    });
    expect(outcome).toMatchObject({ ok: false, detail: 'held by another program' });
    expect(await startAgain()).toEqual({ jobs: old, ended: undefined });
  });

  it('leaves the file as it was when the backup is none', async () => {
    writeFileSync(backup, 'no database at all, but long enough to look like one. '.repeat(100));
    expect(await restoreBackup({ ...place(), backup })).toMatchObject({ ok: false, code: 'corrupt' });
    expect(await startAgain()).toEqual({ jobs: old, ended: undefined });
  });
});

describe('a broken file', () => {
  it.runIf(process.platform === 'linux')('is let go of before it is set aside, as Windows needs it', async () => {
    const { file } = place();
    writeFileSync(file, 'no database at all, but long enough to look like one. '.repeat(100));
    const held: string[] = [];
    const outcome = await openDatabase({
      ...place(),
      move: async (from, to) => {
        held.push(...openFiles().filter((path) => path.startsWith(file)));
        renameSync(from, to);
      },
    });
    expect(outcome).toMatchObject({ ok: false, code: 'corrupt' });
    expect(held).toEqual([]);
  });
});

/** Paths this process has open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch (problem) {
      // The descriptor of the listing itself is gone by now.
      if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
      throw problem;
    }
  });
}

/** Resolves once all that can happen without time passing has happened. */
async function untilIdle(): Promise<undefined> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  return undefined;
}
