import type { StoreId } from '../../../src-preload/contract/ids';
import { call } from '../../desk';
import { actsFor, isRetryable } from './job-acts';

/** How many refused jobs a retry can change, and how many wait for 발주 확인. */
export interface Help {
  retry: number;
  confirm: number;
}

const pageLimit = 200;
/** Beyond this many refused jobs the number is not worth the reading; all are counted as worth a retry. */
const readAtMost = 2000;

/** Reads the refused jobs of a store and sorts them by what helps. */
export async function countHelp(storeId: StoreId, rejected: number): Promise<Help> {
  const help: Help = { retry: 0, confirm: 0 };
  if (rejected > readAtMost) return { retry: rejected, confirm: 0 };
  for (let offset = 0; offset < rejected; offset += pageLimit) {
    const answer = await call('log-page', {
      filter: { storeId, states: ['rejected'] },
      offset,
      limit: pageLimit,
    });
    if (!answer.ok) return help;
    for (const job of answer.value.jobs) {
      if (isRetryable(job)) help.retry += 1;
      if (actsFor(job).includes('confirm-then-dispatch')) help.confirm += 1;
    }
  }
  return help;
}
