import type { KnownBefore, Line } from '../../src-preload/contract/line';
import type { Changed, LinesAction, SheetCalls } from '../sheets/protocol';
import type { ReviewDraft } from './review-draft';
import type { ReviewRows } from './review-rows';
import type { ReviewWorker } from './review-worker';
import type { ReviewState } from './reviews-state';

/** The review whose lines are edited. */
interface Review {
  worker: ReviewWorker;
  draft: ReviewDraft;
  rows: ReviewRows;
  show(change: Partial<ReviewState>): void;
}

type Edit = 'change' | 'fix' | LinesAction;

/** Every change of lines under review: made by the worker, written to the draft, and shown. */
export class LineEdits {
  constructor(private readonly review: Review) {}

  /** One edit, of one line or of many. */
  make<Name extends Edit>(name: Name, input: SheetCalls[Name]['input']): Promise<void> {
    return this.#apply(() => this.review.worker.ask(name, input));
  }

  /** An edit of a range; answers how far it came. */
  async range(act: SheetCalls['range']['input']): Promise<SheetCalls['range']['output'] | undefined> {
    const answers: SheetCalls['range']['output'][] = [];
    await this.#apply(async () => {
      const answer = await this.review.worker.ask('range', act);
      answers.push(answer);
      return answer;
    });
    return answers[0];
  }

  async #apply(ask: () => Promise<Changed>): Promise<void> {
    const { worker, draft, rows, show } = this.review;
    await worker.attempt(async () => {
      const { lines, summary } = await ask();
      // On its way to the disk before the screen says so: a kill right after loses nothing the seller saw accepted.
      draft.write(lines, (found) => this.#learn(lines, found));
      show({ summary });
      await rows.refresh();
    });
  }

  /** What is known of edited lines, as they are now. */
  #learn(lines: readonly Line[], known: KnownBefore): Promise<void> {
    const { worker, rows, show } = this.review;
    const changed = lines.map(({ row }) => row);
    return worker.attempt(async () => {
      show({ summary: await worker.ask('earlierJobs', { ...known, rows: changed }) });
      await rows.refresh();
    });
  }
}
