import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startPractice } from '../../../src-main/practice/start-practice';
import type { Practice } from '../../../src-main/practice/start-practice';
import type { Attempt, Job, JobValues } from '../../../src-preload/contract/job';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import type { Secrets } from '../../../src-preload/contract/store';
import { codeWords } from '../../../src-preload/contract/text/codes.ko';
import { holdPort } from '../http/ports';
import type { HeldPort } from '../http/ports';
import { runStore } from './run-core';
import type { RunningCore } from './run-core';

/** Where everything of this file lives; each day has a folder of its own in it. */
let folder: string;
const ends: (() => Promise<void>)[] = [];

/** Called once by a file that opens desks: their folder comes before its tests, and goes with all of them after. */
export function controllersOfFile(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balsong-codes-'));
  });
  afterAll(async () => {
    // Another file of this worker begins with none.
    await Promise.all(ends.splice(0).map((end) => end()));
    await rm(folder, { recursive: true, force: true });
  });
}

export interface CodeRun {
  market: Practice;
  running: Omit<RunningCore, 'send'>;
  send(jobs: readonly { target: string; values: JobValues }[]): Promise<void>;
  attemptsOf(job: Job): Promise<readonly Attempt[]>;
  /** The market's server goes; its ledger and port stay for the next one. */
  marketDown(): Promise<void>;
  marketUp(): Promise<Practice>;
}

let made = 0;

/** A core of its own with a store at a practice market of its own. */
export async function openCodeRun(name: MarketName): Promise<CodeRun> {
  made += 1;
  const place = join(folder, String(made));
  const begin = (port: number): Promise<Practice> =>
    startPractice({ ledgerFile: `${place}.jsonl`, options: { port, seed: 'empty', switches: { rate: 50 } } });
  const market = await begin(0);
  let practice: Practice | undefined = market;
  const secrets: Secrets =
    name === 'naver' ? { market: name, ...market.credentials } : { market: name, ...market.brightmall };
  const environment = name === 'naver' ? { naverUrl: market.url } : { brightmallUrl: market.url };
  const running = await runStore({ dataDir: place, environment, secrets });
  let held: HeldPort | undefined;
  ends.push(async () => {
    await running.stop();
    await practice?.stop();
    await held?.letGo();
  });
  const { handlers } = running.core;
  return {
    market,
    running,
    async send(jobs) {
      const answer = await handlers['outbox-add-targets']({
        storeId: running.storeId,
        jobs: jobs.map((job) => ({ ...job, chosen: true })),
      });
      if (!answer.ok) throw new Error(`nothing was added: ${answer.failure.code}`);
    },
    async marketDown() {
      await practice?.stop();
      practice = undefined;
      held = await holdPort(Number(new URL(market.url).port));
    },
    async marketUp() {
      await held?.letGo();
      held = undefined;
      practice = await begin(Number(new URL(market.url).port));
      return practice;
    },
    async attemptsOf(job) {
      const answer = await handlers['log-job']({ jobId: job.id });
      return answer.ok ? answer.value.attempts : [];
    },
  };
}

/** Every call can be asked about: its number stands with the attempt. */
export function expectNumber(attempts: readonly Attempt[]): void {
  const [first] = attempts.filter(({ purpose }) => purpose === 'send');
  expect(first?.traceId, 'the first call has a number for the support desk').toMatch(/\S/u);
}

/** The advice is there, is the code's own, and names the next step. */
export function expectAdvice(code: string, market: MarketName, says: RegExp): void {
  const { title, advice } = codeWords(code, undefined, market);
  const generic = codeWords('777777', undefined, market);
  expect(`${title} ${advice}`).not.toBe(`${generic.title} ${generic.advice}`);
  expect(`${title} ${advice}`).toMatch(says);
}

/** The value, or a test that says what was missing. */
export const given = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
};
