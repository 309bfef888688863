import { useEffect, useState } from 'react';
import type { Job } from '../../../src-preload/contract/job';
import { canDo } from '../../../src-preload/contract/job-rules';
import { call } from '../../state/ipc-client';

/** The orders of a box: those with a request, and those that only wait for them. */
export interface Box {
  asked: readonly Job[];
  others: readonly Job[];
}

/** The held orders of a job's box; the job alone until they are read. */
export function useBox(job: Job): Box {
  const [box, setBox] = useState<Box>({ asked: [job], others: [] });
  useEffect(() => {
    let gone = false;
    async function read(): Promise<void> {
      const answer = await call('log-job', { jobId: job.id });
      if (!answer.ok || gone) return;
      const mates = await call('log-jobs', { ids: answer.value.parcel });
      if (!mates.ok || gone) return;
      const held = [answer.value.job, ...mates.value.jobs].filter(
        (each) => each.holdReason === 'cancel-requested' && canDo('approve', each),
      );
      const others = held.filter(({ code }) => code === 'parcel-cancel-requested');
      const asked = held.filter((each) => !others.includes(each));
      setBox(
        asked.length === 0 ? { asked: [job], others: others.filter(({ id }) => id !== job.id) } : { asked, others },
      );
    }
    void read();
    return () => {
      gone = true;
    };
  }, [job]);
  return box;
}

/** What the buyer paid for these orders, won; undefined where one does not say, or is cancelled in part already. */
export function amountOf(jobs: readonly Job[]): number | undefined {
  let sum = 0;
  for (const { finding } of jobs) {
    const { paidAmount, initialQuantity: all, remainQuantity: left } = finding ?? {};
    if (paidAmount === undefined || all !== left) return undefined;
    sum += paidAmount;
  }
  return sum;
}
