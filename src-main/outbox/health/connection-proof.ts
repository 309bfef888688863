import { z } from 'zod';
import { instantSchema } from '../../../src-preload/contract/ids';
import type { StoreId } from '../../../src-preload/contract/ids';
import { storeTestSchema } from '../../../src-preload/contract/store';
import type { StoreTest, TestReport } from '../../../src-preload/contract/store';
import type { SettingsTable } from '../../database/tables';
import type { StoreFailure } from '../../markets/market';

/** What is known of a store's connection: when the market last answered it as one of its own, and its last test. */
const proofSchema = z.strictObject({ provenAt: instantSchema.optional(), test: storeTestSchema.optional() });
type Proof = z.infer<typeof proofSchema>;

/** The screen shows minutes: proving it more often would only cost writes. */
const proveEveryMs = 60_000;

const keyOf = (storeId: StoreId): string => `connection-proof:${storeId}`;

/** Nothing is proven of a store that was never asked, or whose stored proof cannot be read. */
export function proofOf(settings: SettingsTable, storeId: StoreId): Proof {
  return settings.read(keyOf(storeId), proofSchema) ?? {};
}

const write = (settings: SettingsTable, storeId: StoreId, proof: Proof): void =>
  settings.set(keyOf(storeId), JSON.stringify(proof));

/** Whether an answer of the market at `now` is worth writing down; a clock set back is. */
export function isProofOld(provenAt: number | undefined, now: number): boolean {
  return provenAt === undefined || Math.abs(now - provenAt) >= proveEveryMs;
}

/** The market answered a call of this store. */
export function prove(settings: SettingsTable, storeId: StoreId, at: number): void {
  write(settings, storeId, { ...proofOf(settings, storeId), provenAt: at });
}

/** The market refused the store: what was proven before says nothing any more. Its last test stands, with its time. */
export function disprove(settings: SettingsTable, storeId: StoreId): void {
  const { test } = proofOf(settings, storeId);
  write(settings, storeId, test === undefined ? {} : { test });
}

/** Other secrets, or none: nothing is known. */
export function forgetProof(settings: SettingsTable, storeId: StoreId): void {
  write(settings, storeId, {});
}

/** A test ended; a good one proves the connection, a bad one does not disprove it by itself. */
export function noteTest(settings: SettingsTable, storeId: StoreId, test: StoreTest): void {
  const proven = test.report.code === 'ok' ? { provenAt: test.at } : {};
  write(settings, storeId, { ...proofOf(settings, storeId), ...proven, test });
}

/** What a failed test says about the store; undefined: it did not fail. */
export function troubleOfTest(report: TestReport): StoreFailure | undefined {
  const code = report.marketCode === undefined ? {} : { code: report.marketCode };
  switch (report.code) {
    case 'ok':
      return undefined;
    case 'no-secrets':
    case 'no-test-address':
      return { kind: 'secret', code: report.code };
    case 'bad-secret':
      return { kind: 'secret', ...code };
    case 'ip-not-allowed':
      return { kind: 'ip', ...code, ...(report.address === undefined ? {} : { address: report.address }) };
    case 'permission-missing':
      return { kind: 'permission', ...code };
    case 'quota':
      return { kind: 'quota', ...code };
    case 'no-connection':
      return { kind: 'offline', ...(report.fault === undefined ? {} : { fault: report.fault }) };
    case 'wrong-clock':
      return { kind: 'clock', ...code };
    case 'market-trouble':
      return { kind: 'market', ...code, ...(report.fault === undefined ? {} : { fault: report.fault }) };
  }
}
