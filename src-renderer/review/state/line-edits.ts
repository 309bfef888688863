import type { EditLabel, EditStep } from '../../../src-preload/contract/edit-step';
import type { LinePatch } from '../../../src-preload/contract/check/line-patch';
import type { KnownBefore, Line } from '../../../src-preload/contract/line';
import { announce } from '../../state/announcements';
import { text } from '../../text';
import type { Changed, Chosen, SheetCalls } from '../../sheets/protocol';
import { clearSteps, keepStep, markStep, patchesOf, walked } from './edit-history';
import type { ReviewDraft } from './review-draft';
import type { ReviewRows } from './review-rows';
import type { ReviewWorker } from './review-worker';
import type { ReviewState } from './reviews-state';
import { labelOf } from './step-label';
import type { AskedEdit, EditName } from './step-label';

/** The review whose lines are edited. */
interface Review {
  state(): ReviewState | undefined;
  worker: ReviewWorker;
  draft: ReviewDraft;
  rows: ReviewRows;
  show(change: Partial<ReviewState>): void;
}

/** Every change of lines under review: made by the worker, written to the draft, kept as a step, and shown. */
export class LineEdits {
  /** The edits the worker has not answered yet: their lines are not on their way to the draft. */
  #unanswered: Promise<unknown> = Promise.resolve();

  constructor(private readonly review: Review) {}

  /** One edit, of one line or of many, or of a range; answers what the worker made of it. */
  async make<Name extends EditName>(
    name: Name,
    input: SheetCalls[Name]['input'],
  ): Promise<SheetCalls[Name]['output'] | undefined> {
    const answers: SheetCalls[Name]['output'][] = [];
    await this.#apply(
      async () => {
        const answer = await this.review.worker.ask(name, input);
        answers.push(answer);
        return answer;
      },
      // The name and its own input, as they came.
      ({ patches }) => this.#keep(labelOf({ name, input } as AskedEdit, patches), patches),
    );
    return answers[0];
  }

  /** One courier for the whole file is a step like any other; whatever else is chosen makes another reading. */
  async choose({ wholeCourier: after, ...others }: Chosen): Promise<void> {
    if (Object.keys(others).length > 0 || after === undefined) return this.forget();
    const before = this.review.state()?.wholeCourier;
    this.#keep({ what: 'whole-courier', lines: 0, after, ...(before === undefined ? {} : { before }) }, []);
  }

  /** Lines of another reading are others: steps of the earlier one would write over what they never saw. */
  async forget(): Promise<void> {
    await this.written();
    const importId = this.review.state()?.importId;
    if (importId !== undefined && (await clearSteps(importId))) announce(text.grid.historyCleared);
  }

  /** Resolves when every edit so far, and every way back, is in the draft; false if something could not be written. */
  async settled(): Promise<boolean> {
    await walked();
    await this.#unanswered;
    return this.review.draft.settled();
  }

  /** Resolves when everything that was to be written so far has been tried. */
  async written(): Promise<void> {
    await this.#unanswered;
    await this.review.draft.follow(async () => undefined);
  }

  /** Takes a step back, or does it again. Answers false where it is gone. */
  async walk(
    step: EditStep,
    direction: 'undo' | 'redo',
    setWholeCourier: (code: string | undefined) => Promise<void>,
  ): Promise<boolean> {
    await this.written();
    const { label } = step;
    if (label.what === 'whole-courier') {
      await setWholeCourier(direction === 'undo' ? label.before : label.after);
      await markStep(step, direction === 'undo');
      return true;
    }
    const patches = await patchesOf(step);
    if (!patches) return false;
    const sides = patches.map(({ row, before, after }) => ({ row, side: direction === 'undo' ? before : after }));
    await this.#apply(
      () => this.review.worker.ask('putBack', { sides }),
      () => void this.review.draft.follow(() => markStep(step, direction === 'undo')),
    );
    await this.written();
    return true;
  }

  #keep(label: EditLabel | undefined, patches: readonly LinePatch[]): void {
    if (label === undefined) return;
    void this.review.draft.follow(async () => {
      const { importId, storeId } = this.review.state() ?? {};
      if (importId !== undefined && storeId !== undefined) await keepStep(importId, storeId, label, patches);
    });
  }

  async #apply(ask: () => Promise<Changed>, then: (changed: Changed) => void): Promise<void> {
    const { worker, draft, rows, show } = this.review;
    await worker.attempt(async () => {
      const answering = ask().then((changed) => {
        const { lines } = changed;
        // On its way to the disk before the screen says so: a kill right after loses nothing the seller saw accepted.
        draft.write(lines, (found) => this.#learn(lines, found));
        then(changed);
        return changed;
      });
      this.#unanswered = Promise.allSettled([this.#unanswered, answering]);
      const { summary } = await answering;
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
