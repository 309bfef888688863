import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMarketProcess } from '../market/market-process';

const built = join(import.meta.dirname, '../../../out/main/practice-process.js');

export const credentials = { clientId: 'e2eClientId0001', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' };

/** The vendor every practice market serves (src-main/practice/start-practice.ts). */
export const vendor = { vendorId: '01PRACTICE0BALSONGDESK0000', apiKey: 'bm_practice_balsong' };

export interface PracticeProcess {
  url: string;
  /** An act of the tester's hand, by its name (practice/control-by-name.ts). */
  act(name: string, given?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** The built practice market as a process of its own, with the credentials above, on a ledger that goes with it. */
export async function startPracticeProcess(args: readonly string[] = []): Promise<PracticeProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-market-'));
  const account = ['--client-id', credentials.clientId, '--client-secret', credentials.clientSecret];
  const market = await startMarketProcess(['--ledger', join(folder, 'ledger.jsonl'), ...account, ...args], built);
  return {
    url: market.url,
    act: market.act,
    async stop() {
      await market.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
