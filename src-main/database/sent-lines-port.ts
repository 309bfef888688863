import type { ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { LogState } from '../../src-preload/contract/log-groups';

/** The boxes of an import, and how many jobs each courier has. */
interface SentBoxes {
  all: number;
  /** Of these, the ones the market has: some job of it has succeeded. */
  done: number;
  couriers: { code: string; jobs: number }[];
}

/** What became of the lines of an import. */
export interface SentLinesTable {
  /**
   * The jobs its lines became, in order of row, from `offset` on, and how many there are in all. `withoutTasks`: without
   * those that wait for the seller.
   */
  ids(importId: ImportId, withoutTasks: boolean, offset: number, limit: number): { ids: JobId[]; total: number };
  /** Its jobs by kind and state. */
  states(storeId: StoreId, importId: ImportId): { kind: JobKind; state: LogState; n: number }[];
  /** undefined where there are too many lines to count their boxes without being felt. */
  boxes(importId: ImportId): SentBoxes | undefined;
}
