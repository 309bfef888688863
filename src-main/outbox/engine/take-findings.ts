import type { StoreId } from '../../../src-preload/contract/ids';
import type { Finding } from '../../../src-preload/contract/job';
import type { JobRow } from '../../database/rows';
import type { Market } from '../../markets/market';
import type { Found } from '../decide/reconcile';
import { callRow } from '../write/apply-answer';
import { applyReading } from '../write/apply-reading';
import type { Journal } from '../write/job-transaction';
import type { ReadCall } from '../outbox-port';
import type { Engine } from './store-engine-state';

/** Findings in one piece of work; most are of orders that have no job. */
const appliedAtOnce = 50;

/**
 * Applies what a reading outside the queue found to the live dispatches it is about. Only to those that have not left: of one
 * in a call, or of unknown outcome, the reading may be older than what that call did. What nothing stands against is read
 * again right before its slot (decisions/0009): thousands of orders of a first fill would otherwise leave on it for 20 s.
 */
export async function takeFindings(
  { transactions, options }: Engine,
  storeId: StoreId,
  findings: ReadonlyMap<string, Finding>,
  call: ReadCall,
): Promise<void> {
  const targets = [...findings.keys()];
  let decided = false;
  for (let from = 0; from < targets.length; from += appliedAtOnce) {
    const some = targets.slice(from, from + appliedAtOnce);
    decided = (await transactions.run((journal) => applySome(journal, some), 'soon')) || decided;
  }
  if (!decided) return;
  const row = callRow(call.id, { storeId }, 'read', call.record, { jobs: 0, decided: true });
  await transactions.database.calls.put(row);

  function applySome(journal: Journal, some: readonly string[]): boolean {
    const store = journal.tables.stores.get(storeId);
    if (store === undefined) return false;
    const jobs = some.flatMap((target) => {
      const job = journal.tables.jobs.live(storeId, 'dispatch', target);
      return job !== undefined && (job.state === 'queued' || job.state === 'held') ? [job] : [];
    });
    if (jobs.length === 0) return false;
    const market = options.market(store.market);
    const isOutsideQueue = true;
    const context = {
      callId: call.id,
      call: call.record,
      market,
      store,
      random: options.random(),
      isOutsideQueue,
    } as const;
    return applyReading(journal, jobs, (job) => foundOf(market, job, findings, journal.at), context).decided;
  }
}

function foundOf(market: Market, job: JobRow, findings: ReadonlyMap<string, Finding>, at: number): Found {
  const finding = findings.get(job.target);
  if (finding === undefined) return { is: 'missing' };
  return {
    is: 'found',
    finding,
    judgement: market.judge(job.values, finding),
    obstacles: market.obstacles?.(job.values, finding, at) ?? [],
  };
}
