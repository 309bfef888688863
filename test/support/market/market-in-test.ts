import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startPractice } from '../../../src-main/practice/start-practice';
import type { Practice, PracticeOptions } from '../../../src-main/practice/start-practice';

/** A clock a test turns by hand. */
export interface HandClock {
  now: () => number;
  forward(ms: number): void;
}

/** Starts at a fixed afternoon in Korea: 2026-11-21 16:30. */
export function handClock(start: number = Date.parse('2026-11-21T16:30:00+09:00')): HandClock {
  let time = start;
  return {
    now: () => time,
    forward(ms) {
      time += ms;
    },
  };
}

/** A folder that goes when the test ends. */
export async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-market-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A practice market of the test's own, with a quick bucket so that pace is never what a test meets by accident. */
export async function marketOfTest(
  options: PracticeOptions['options'] = {},
  more: Partial<Pick<PracticeOptions, 'ledgerFile' | 'now' | 'random'>> = {},
): Promise<Practice> {
  const ledgerFile = more.ledgerFile ?? join(await folderOfTest(), 'ledger.jsonl');
  const switches = { rate: 1000, ...options.switches };
  const practice = await startPractice({ ...more, ledgerFile, options: { ...options, switches } });
  onTestFinished(() => practice.stop());
  return practice;
}
