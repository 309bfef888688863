import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobState } from '../../../src-preload/contract/job-states';
import { call } from '../../desk';
import { canConfirmFirst, isRetryable } from './job-acts';

/** How many jobs a retry can change, and how many wait for 발주 확인. */
export interface Help {
  retry: number;
  confirm: number;
  /** Whether the seller is asked about 발주 확인 in one of these: then the answer is kept. */
  asked: boolean;
}

/** States in which "all at once" can do something. */
const helpedStates: readonly JobState[] = ['rejected', 'held', 'waiting'];
const pageLimit = 200;
/** Beyond this many jobs the exact number is not worth the reading: the button names those found so far. */
const readAtMost = 2000;

/** Reads the jobs of a store that stand still and sorts them by what helps. */
export async function countHelp(storeId: StoreId): Promise<Help> {
  const help: Help = { retry: 0, confirm: 0, asked: false };
  for (let offset = 0, total = 1; offset < Math.min(total, readAtMost); offset += pageLimit) {
    const answer = await call('log-page', { filter: { storeId, states: [...helpedStates] }, offset, limit: pageLimit });
    if (!answer.ok) return help;
    total = answer.value.total;
    for (const job of answer.value.jobs) {
      if (isRetryable(job)) help.retry += 1;
      if (canConfirmFirst(job)) help.confirm += 1;
      if (job.holdReason === 'not-confirmed') help.asked = true;
    }
  }
  return help;
}
