import { actionsOnAll } from '../../../src-preload/contract/actions';
import type { ActionOnAll, LetGo } from '../../../src-preload/contract/actions';
import type { StoreId } from '../../../src-preload/contract/ids';
import { acknowledgeAddress, acknowledgeChanges } from './acknowledge';
import { actOnAll, countForAll } from './bulk-actions';
import { applyAction } from './job-actions';
import type { JobTransactions, Journal } from '../write/job-transaction';
import type { ActionOutcome, Outbox } from '../outbox-port';
import { canBeTakenBack, noteDecided, takeDecisionBack, undoGraceMs } from './take-back';
import type { createDecisions, Decided } from './take-back';

interface Options {
  transactions: JobTransactions;
  /** Those that can still be taken back. */
  decisions: ReturnType<typeof createDecisions>;
  yieldToEventLoop: () => Promise<void>;
  /** The store's engine looks for something to do. */
  pumpAfter: (storeId: StoreId) => void;
  /** Something is in the 일괄발송 file: the market is to be asked for it from time to time. */
  planFiled: () => void;
  /** Everything of the store was tried again. */
  retriedAll: (storeId: StoreId) => Promise<void>;
}

/** What the seller does to jobs, one by one or all of a store, and how a decision is taken back. */
export function createActing(
  options: Options,
): Pick<
  Outbox,
  'act' | 'actAll' | 'takeBack' | 'countAll' | 'countsAll' | 'acknowledgeChanges' | 'acknowledgeAddress'
> {
  const { transactions, yieldToEventLoop, pumpAfter, planFiled } = options;
  const { decisions } = options;

  const withUndo = (outcome: ActionOutcome, decided: Decided, undoMs: number): ActionOutcome => {
    const undo = decisions.keep(decided, undoMs + undoGraceMs);
    return undo === undefined ? outcome : { ...outcome, undo };
  };
  const countAll = (storeId: StoreId, action: ActionOnAll): Promise<number> =>
    countForAll(transactions, storeId, action, yieldToEventLoop);

  /** A look of the seller, and what it lets go. */
  const look = async (storeId: StoreId, undoMs: number, note: (journal: Journal) => void): Promise<LetGo> => {
    const { decided } = await transactions.run((journal) => noteDecided(journal, undoMs, note));
    pumpAfter(storeId);
    const jobs = new Set(decided.moved.map(({ job }) => job.id)).size;
    const undo = undoMs > 0 ? decisions.keep(decided, undoMs + undoGraceMs) : undefined;
    return undo === undefined ? { jobs } : { jobs, undo };
  };

  /** The answer for all of them is the answer of a store that asks: it would ask the same of the next sheet. */
  const answerConfirmFirst = (storeId: StoreId): Promise<boolean> =>
    transactions.run(({ tables: { stores } }) => {
      if (stores.get(storeId)?.confirmFirst !== 'ask') return false;
      stores.setConfirmFirst(storeId, 'always');
      return true;
    });

  return {
    async act(action, undoMs = 0) {
      const undoable = undoMs > 0 && canBeTakenBack(action.action);
      const { outcome, decided, stores } = await transactions.run((journal) => {
        const concerned = new Set(journal.tables.jobs.byIds(action.jobs).map((job) => job.storeId));
        const done = noteDecided(journal, undoable ? undoMs : 0, (noting) => applyAction(noting, action));
        return { outcome: done.value, decided: done.decided, stores: concerned };
      });
      for (const storeId of stores) pumpAfter(storeId);
      if (action.action === 'by-file') planFiled();
      return undoable ? withUndo(outcome, decided, undoMs) : outcome;
    },

    async actAll(storeId, action, undoMs = 0) {
      const answers = action === 'confirm-then-dispatch' && (await answerConfirmFirst(storeId));
      const { outcome, decided } = await actOnAll(transactions, storeId, action, {
        yieldToEventLoop,
        leaveAfterMs: undoMs,
      });
      if (action === 'by-file') planFiled();
      if (action === 'retry') await options.retriedAll(storeId);
      pumpAfter(storeId);
      const whole = answers ? { ...decided, confirmsFirst: storeId } : decided;
      return undoMs > 0 ? withUndo(outcome, whole, undoMs) : outcome;
    },

    async takeBack(undo) {
      const decided = decisions.take(undo);
      if (decided === undefined) return undefined;
      const back = await transactions.run((journal) => takeDecisionBack(journal, decided));
      for (const storeId of new Set(decided.moved.map(({ job }) => job.storeId))) pumpAfter(storeId);
      return back;
    },

    acknowledgeChanges: (storeId, looks, undoMs = 0) =>
      look(storeId, undoMs, (journal) => acknowledgeChanges(journal, storeId, looks)),
    acknowledgeAddress: (storeId, target, flaggedAt, undoMs = 0) =>
      look(storeId, undoMs, (journal) => acknowledgeAddress(journal, storeId, target, flaggedAt)),

    countAll,
    async countsAll(storeId) {
      const counts = { retry: 0, 'confirm-then-dispatch': 0, 'by-file': 0, 'here-instead': 0 };
      for (const action of actionsOnAll) counts[action] = await countAll(storeId, action);
      return counts;
    },
  };
}
