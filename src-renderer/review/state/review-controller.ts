import type { EditStep } from '../../../src-preload/contract/edit-step';
import type { ImportId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Remark } from '../../../src-preload/contract/line';
import type { LineChange } from '../../../src-preload/contract/check/review';
import type { Fix } from '../../../src-preload/contract/check/fixes';
import type { PagedRows } from '../../grid/paged-rows';
import { announce } from '../../state/announcements';
import { keepReaderReady, type ReaderLoss } from '../../sheets/reader';
import type { LineTab } from '../../sheets/line-place';
import type { Chosen, LinesAction, Opened, ReviewItem, SheetCalls } from '../../sheets/protocol';
import type { EncodingName } from '../../sheets/reading/workbook';
import { text } from '../../text';
import { afterLoss } from './after-loss';
import type { FileOnDisk } from './file-on-disk';
import { loadSteps } from './edit-history';
import { basisOf, checkedWith, finishImport, openInput } from './finish-import';
import { fittingOperation } from './fitting-operation';
import { LineEdits } from './line-edits';
import { LockedFile } from './locked-file';
import { mergeChosen } from './merge-chosen';
import { readDraft } from './read-draft';
import { ReviewDraft } from './review-draft';
import { ReviewRows } from './review-rows';
import { ReviewWorker } from './review-worker';
import { forgetWholeCourier, removeReview, updateReview, useSend, type ReviewState } from './reviews-state';

/** The reader kept ready may have ended along with the one before it; lines that end every reader are given up. */
const mostLostOverDraft = 2;

/**
 * Works on one file under review: its worker, its draft in the main process, its rows in the grid. What the screen shows
 * next to the rows is the face in send-state.
 */
export class ReviewController {
  readonly #worker = new ReviewWorker(
    (rowsRead) => this.#show({ rowsRead }),
    (why) => void this.#comeBack(why),
  );
  /** The draft that is being taken up, and how many readers were lost over it. */
  #takingUp: { importId: ImportId; lost: number } | undefined;
  /** What to go back to when a chosen encoding makes no table of the file. */
  #readable: { encoding: EncodingName | undefined } | undefined;
  readonly #rows = new ReviewRows({
    ask: (input) => this.#worker.ask('page', input),
    about: () => this.review,
  });

  readonly #draft = new ReviewDraft({
    state: () => this.review,
    show: (change) => this.#show(change),
    worker: this.#worker,
    rows: this.#rows,
    onWhole: keepReaderReady,
  });

  readonly edits = new LineEdits({
    state: () => this.review,
    worker: this.#worker,
    draft: this.#draft,
    rows: this.#rows,
    show: (change) => this.#show(change),
  });

  constructor(
    readonly key: string,
    private readonly source: FileOnDisk | undefined,
    private chosen: Chosen = {},
    private readonly lock = new LockedFile(source?.file.name ?? ''),
    private encoding?: EncodingName | undefined,
  ) {}

  get rows(): PagedRows<ReviewItem> {
    return this.#rows.paged;
  }

  get review(): ReviewState | undefined {
    return useSend.getState().reviews.find((each) => each.key === this.key);
  }

  /** Reads the file, with what was chosen so far. */
  async open(): Promise<void> {
    const { review } = this;
    const file = this.source?.file;
    if (!review || !file) return;
    if (this.source?.isFolder) return this.#show({ phase: 'failed', failure: { code: 'folder' } });
    this.#show({ phase: 'reading', rowsRead: 0 });
    await this.#worker.attempt(async () => {
      const input = openInput(review, file, this.chosen, this.lock.password, this.encoding);
      const answer = await this.#worker.ask('open', input);
      if (answer.ok) {
        this.#readable = { encoding: this.encoding };
        void this.lock.opened();
        const operation = fittingOperation(review, answer.value);
        if (operation === undefined) return this.#understood(answer.value);
        this.#show({ operation });
        return this.#understandAgain({ ...review, operation });
      }
      const { code } = answer.failure;
      if (code === 'password-needed' && (await this.lock.recall())) return this.open();
      if (code === 'password-needed' || code === 'password-wrong') {
        return this.#show({ phase: 'password', wrongPassword: code === 'password-wrong' });
      }
      if (!this.#readable || code === 'file-gone') return this.#show({ phase: 'failed', failure: answer.failure });
      this.encoding = this.#readable.encoding;
      this.#show({ phase: 'ready' });
      announce(text.send.understood.encodingUnfit);
    });
  }

  /** A desk of its own for another table of the same file, which opens with the same password and encoding. */
  beside(key: string, chosen: Chosen): ReviewController {
    return new ReviewController(key, this.source, chosen, this.lock, this.encoding);
  }

  /** A desk for the same file as it is on the disk now; undefined where it has to be picked by hand. */
  async again(key: string): Promise<ReviewController | undefined> {
    const source = await this.source?.readAgain();
    return source && new ReviewController(key, source, this.chosen, this.lock, this.encoding);
  }

  openWith(change: { password?: string; remember?: boolean; encoding?: EncodingName }): void {
    if (change.password !== undefined) this.lock.typed(change.password, change.remember ?? false);
    if (change.encoding !== undefined) this.encoding = change.encoding;
    void this.edits.forget().then(() => this.open());
  }

  /** Asks the worker what changes nothing; undefined when it was ended or broke meanwhile. */
  answerOf<Answer>(ask: (worker: ReviewWorker) => Promise<Answer>): Promise<Answer | undefined> {
    return this.#worker.answerOf(() => ask(this.#worker));
  }

  /** The seller comes back to the window: the file may have been saved again meanwhile. */
  async showFile(): Promise<void> {
    if (!this.source || !this.review?.understood) return;
    if (await this.source.hasChanged()) this.#show({ changedOnDisk: true });
  }

  /** Another sheet, header row, column or courier for the whole file: everything is read from it again. */
  async choose(change: Chosen): Promise<void> {
    const { review } = this;
    if (!review) return;
    await this.edits.choose(change);
    this.chosen = mergeChosen(this.chosen, change);
    if (review.understood) return this.#understandAgain(review);
    if (change.wholeCourier === undefined) return;
    this.#show({ wholeCourier: change.wholeCourier });
    await this.#recheck(review, change.wholeCourier);
  }

  /** Takes a step back, or does it again; false where it is gone. */
  walkStep(step: EditStep, direction: 'undo' | 'redo'): Promise<boolean> {
    return this.edits.walk(step, direction, (code) => this.#setWholeCourier(code));
  }

  async #setWholeCourier(code: string | undefined): Promise<void> {
    const { wholeCourier: _, ...others } = this.chosen;
    this.chosen = code === undefined ? others : { ...others, wholeCourier: code };
    forgetWholeCourier(this.key);
    if (code !== undefined) this.#show({ wholeCourier: code });
    const { review } = this;
    if (review) await (review.understood ? this.#understandAgain(review) : this.#recheck(review, code));
  }

  /** Takes up an earlier draft, from the main process. */
  async restore(importId: ImportId): Promise<void> {
    const { review } = this;
    if (!review) return;
    this.#takingUp ??= { importId, lost: 0 };
    this.#show({ phase: 'reading', rowsRead: 0 });
    void loadSteps([importId]);
    const draft = await readDraft(importId, (rowsRead) => this.#show({ rowsRead }));
    if (!draft) return this.#show({ phase: 'failed', failure: { code: 'internal' } });
    await this.#worker.attempt(async () => {
      await this.#worker.ask('restore', { lines: draft.lines, ...checkedWith(review, review.wholeCourier) });
      const summary = await this.#worker.ask('earlierJobs', draft.known);
      this.#takingUp = undefined;
      this.#draft.isWhole = true;
      this.#rows.begin();
      this.#show({ phase: draft.lines.length === 0 ? 'sent' : 'ready', summary, stored: draft.lines.length });
      keepReaderReady();
    });
  }

  showTab(tab: LineTab): void {
    this.#rows.showTab(tab);
    this.#show({ tab });
  }

  unfold(group: string, unfolded: boolean): Promise<void> {
    return this.#rows.unfold(group, unfolded);
  }

  edit(row: number, field: LineField, value: string): Promise<void> {
    return this.change([{ row, change: { cells: { [field]: value } } }]);
  }

  change(changes: { row: number; change: LineChange }[]): Promise<void> {
    return this.edits.make('change', { changes }).then(() => undefined);
  }

  fix(row: number, remark: Remark, fix: Fix, all: boolean): Promise<void> {
    return this.edits.make('fix', { row, remark, fix, all }).then(() => undefined);
  }

  /** An act on a range of rows as they are shown; answers how far it came, or undefined where the worker was lost. */
  changeRange(act: SheetCalls['range']['input']): Promise<SheetCalls['range']['output'] | undefined> {
    return this.edits.make('range', act);
  }

  /** An act on many lines at once, done by the worker. */
  changeLines<Name extends LinesAction>(name: Name, input: SheetCalls[Name]['input']): Promise<void> {
    return this.edits.make(name, input).then(() => undefined);
  }

  /** For another operation other columns count: a file at hand is understood again, an earlier draft is checked again. */
  async recheck(operation: JobKind): Promise<void> {
    const { review } = this;
    if (!review || review.operation === operation) return;
    await this.edits.forget();
    this.#show({ operation });
    if (review.phase === 'kept' || review.phase === 'failed' || review.phase === 'password') return;
    const next = { ...review, operation };
    await (review.understood ? this.#understandAgain(next) : this.#recheck(next, review.wholeCourier));
  }

  /** Resolves when everything the seller did is in the draft; false if something could not be written. */
  settled(): Promise<boolean> {
    return this.edits.settled();
  }

  /** The seller stops the reading: the worker ends, nothing was changed. */
  stop(): void {
    this.#takingUp = undefined;
    this.#worker.startOver();
    this.#show({ phase: 'failed', failure: { code: 'stopped' } });
  }

  end(): void {
    this.#worker.end();
    removeReview(this.key);
  }

  /** Every row is read and checked: counted at once, and written to the draft, which shows the rows. */
  async #understood(opened: Opened): Promise<void> {
    // The lines are in the worker and the draft; the screen has no use for them.
    const { lines: _, ...understood } = opened;
    const { reading, summary } = understood;
    this.#show({
      phase: 'storing',
      understood,
      opened: this.review?.opened ?? understood,
      reading,
      summary,
      stored: 0,
      ...(reading.wholeCourier === undefined ? {} : { wholeCourier: reading.wholeCourier }),
    });
    // After what is shown: the rows end in a group of other malls' lines, which only the reading counts.
    await this.#draft.keep(opened);
  }

  #understandAgain(review: ReviewState): Promise<void> {
    return this.#worker.attempt(async () => {
      const answer = await this.#worker.ask('choose', { chosen: this.chosen, basis: basisOf(review) });
      if (answer.ok) await this.#understood(answer.value);
      else announce(text.send.refusals[answer.failure.code]);
    });
  }

  #recheck(review: ReviewState, wholeCourier: string | undefined): Promise<void> {
    return this.#worker.attempt(async () => {
      const summary = await this.#worker.ask('recheck', checkedWith(review, wholeCourier));
      this.#rows.showTab();
      this.#show({ summary });
      await this.#draft.begun();
      await finishImport(this.review);
    });
  }

  async #comeBack(why: ReaderLoss): Promise<void> {
    const taking = this.#takingUp;
    if (taking && taking.lost < mostLostOverDraft) {
      taking.lost += 1;
      return this.restore(taking.importId);
    }
    this.#takingUp = undefined;
    const importId = afterLoss(this.review, this.#draft.isWhole, why);
    if (importId === undefined) return;
    await this.#draft.settled();
    await this.restore(importId);
  }

  #show(change: Partial<ReviewState>): void {
    updateReview(this.key, change);
  }
}

/** The controllers of all files under review, by their tab's key. */
export const reviewControllers = new Map<string, ReviewController>();
