import type { ActionOnAll } from '../../../src-preload/contract/actions';
import type { StoreId } from '../../../src-preload/contract/ids';
import { asksConfirmFirst, canChangeByRetry, canGoByFile, isInFile } from '../../../src-preload/contract/job-rules';
import { jobStateGroups } from '../../../src-preload/contract/job-states';
import type { MarketRules } from '../../../src-preload/contract/market-rules';
import type { JobState } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import { confirmThenDispatch, putInFile, retry, takeOutOfFile } from './job-actions';
import type { ActionResult } from './action-result';
import type { JobTransactions, Journal } from '../write/job-transaction';
import type { ActionOutcome } from '../outbox-port';
import { rulesOf } from '../write/rules-of';
import { noteDecided } from './take-back';
import type { Decided } from './take-back';

/** Rows looked at in one transaction. */
const atOnce = 50;

interface OnAll {
  states: readonly JobState[];
  /** `rules`: of the store's market; of a store that was removed there are none. */
  wants(job: JobRow, rules: MarketRules | undefined): boolean;
  change(journal: Journal, job: JobRow): ActionResult;
}

const onAll: Record<ActionOnAll, OnAll> = {
  retry: { states: ['rejected', 'waiting'], wants: canChangeByRetry, change: retry },
  'confirm-then-dispatch': { states: jobStateGroups.tasks, wants: asksConfirmFirst, change: confirmThenDispatch },
  'by-file': {
    states: jobStateGroups.toSend,
    wants: (job, rules) => canGoByFile(job, rules?.bulkFile),
    change: putInFile,
  },
  'here-instead': { states: ['held'], wants: isInFile, change: takeOutOfFile },
};

/**
 * Walks the store's jobs in chunks and does the act to those it can change. `leaveAfterMs`: what it lets go stays in the
 * queue so long, because it can be taken back.
 */
export async function actOnAll(
  transactions: JobTransactions,
  storeId: StoreId,
  action: ActionOnAll,
  given: { yieldToEventLoop: () => Promise<void>; leaveAfterMs?: number },
): Promise<{ outcome: ActionOutcome; decided: Decided }> {
  const outcome: ActionOutcome = { changed: 0, refused: [] };
  const moved: Decided['moved'][number][] = [];
  const added: Decided['added'][number][] = [];
  const { states, wants, change } = onAll[action];
  for (const state of states) {
    let after = 0;
    for (;;) {
      const from = after;
      const seen = await transactions.run((journal) => {
        const rules = rulesOf(journal.tables, storeId);
        const rows = journal.tables.jobs.inState(storeId, state, from, atOnce);
        const { decided } = noteDecided(journal, given.leaveAfterMs ?? 0, (noting) => {
          for (const job of rows) {
            // A later job of the same target has taken its place: trying the older one again would be a step back.
            if (!wants(job, rules) || noting.tables.jobs.hasLater(job)) continue;
            const done = change(noting, job);
            if ('changed' in done) outcome.changed += done.changed.length;
            else outcome.refused.push({ jobId: job.id, why: done.why });
          }
        });
        return { decided, rows: rows.length, last: rows.at(-1)?.seq ?? from };
      });
      moved.push(...seen.decided.moved);
      added.push(...seen.decided.added);
      after = seen.last;
      if (seen.rows < atOnce) break;
      await given.yieldToEventLoop();
    }
  }
  return { outcome, decided: { moved, layouts: [], added } };
}

/** How many jobs `actOnAll` would change: the figure on its button. */
export async function countForAll(
  transactions: JobTransactions,
  storeId: StoreId,
  action: ActionOnAll,
  yieldToEventLoop: () => Promise<void>,
): Promise<number> {
  let count = 0;
  const { states, wants } = onAll[action];
  const there = await transactions.database.counts.of(storeId);
  for (const state of states) {
    if (there[state] === 0) continue;
    let after = 0;
    for (;;) {
      const from = after;
      const seen = await transactions.database.transaction((tables) => {
        const rules = rulesOf(tables, storeId);
        const rows = tables.jobs.inState(storeId, state, from, atOnce);
        const wanted = rows.filter((job) => wants(job, rules) && !tables.jobs.hasLater(job)).length;
        return { wanted, rows: rows.length, last: rows.at(-1)?.seq ?? from };
      });
      count += seen.wanted;
      after = seen.last;
      if (seen.rows < atOnce) break;
      await yieldToEventLoop();
    }
  }
  return count;
}
