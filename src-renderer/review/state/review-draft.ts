import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { ImportId } from '../../../src-preload/contract/ids';
import type { KnownBefore, Line } from '../../../src-preload/contract/line';
import { announce } from '../../state/announcements';
import type { Opened } from '../../sheets/protocol';
import { text } from '../../text';
import { DraftWriter } from './draft-writer';
import { beginImport, finishImport, wholeImport } from './finish-import';
import type { ReviewRows } from './review-rows';
import type { ReviewWorker } from './review-worker';
import type { ReviewState } from './reviews-state';

/** A longer sheet is shown as ready while its draft is still being written; sending waits for it either way. */
const waitedForLines = 5000;

/** The review a draft belongs to. */
interface Review {
  state(): ReviewState | undefined;
  show(change: Partial<ReviewState>): void;
  worker: Pick<ReviewWorker, 'ask' | 'attempt'>;
  rows: ReviewRows;
  /** Everything is read, checked, and in the draft. */
  onWhole(): void;
}

/** The draft of one review, in the main process: all its lines after each reading, and every change of them. */
export class ReviewDraft {
  readonly #writer = new DraftWriter(() => announce(text.send.saveFailed));
  #stored: Promise<void> = Promise.resolve();
  /** The draft holds every line of the present reading. */
  isWhole = false;

  constructor(private readonly review: Review) {}

  /**
   * Writes a reading in place of what the draft held, and makes the draft where there is none. Resolves when the review
   * may be called ready: with its lines on the disk, unless there are very many. Shows the rows, from the first one.
   */
  async keep({ lines, digest, reading }: Pick<Opened, 'lines' | 'digest' | 'reading'>): Promise<void> {
    const { state, worker, show, rows } = this.review;
    this.isWhole = false;
    if (lines) rows.hold();
    rows.showTab();
    if (lines) {
      this.#stored = worker.attempt(() => this.#keepWhole(lines, digest));
      return this.#stored;
    }
    await this.begun();
    const before = state();
    if (!before) return;
    const { importId, seenBefore } = before.importId === undefined ? await beginImport(before, digest) : before;
    if (importId === undefined) return show({ phase: 'failed', failure: { code: 'internal' } });
    this.#begin(importId, seenBefore);
    this.#stored = worker.attempt(() => this.#store(importId));
    if (reading.lineCount > waitedForLines) return show({ phase: 'ready' });
    await this.#stored;
  }

  /** Resolves once there is a draft, where one is on its way. */
  async begun(): Promise<void> {
    if (this.review.state()?.importId === undefined) await this.#stored;
  }

  /** Writes changed lines, behind the reading they belong to. */
  write(lines: readonly Line[], learn: (found: KnownBefore) => Promise<void>): void {
    this.#writer.write(() => this.review.state()?.importId, lines, learn);
  }

  /** Does what belongs behind the lines written so far. */
  follow(work: () => Promise<void>): Promise<void> {
    return this.#writer.follow(work);
  }

  /** Resolves when everything the seller did is in the draft; false if something could not be written. */
  async settled(): Promise<boolean> {
    await this.#stored;
    return this.#writer.settled();
  }

  #begin(importId: ImportId, seenBefore: ReviewState['seenBefore']): void {
    const isNews = seenBefore && this.review.state()?.apart !== true;
    this.review.show({ importId, ...(isNews ? { seenBefore } : {}) });
  }

  /** All lines in one commit; the worker is asked again only where something is known of them from before. */
  async #keepWhole(lines: Line[], digest: string): Promise<void> {
    const { state, worker, show, rows } = this.review;
    const known = await this.#writer.keepWhole(
      () => wholeImport(state(), digest, lines),
      ({ importId, seenBefore }) => this.#begin(importId, seenBefore),
    );
    // The worker answers in order: the rows let go next are asked for when it has learnt this.
    const learning = typeof known === 'object' && isAnythingKnown(known) ? worker.ask('earlierJobs', known) : undefined;
    const isOutdated = rows.letGo() && learning !== undefined;
    if (known === 'overtaken') return;
    if (known === 'failed') {
      if (state()?.importId === undefined) show({ phase: 'failed', failure: { code: 'internal' } });
      return;
    }
    const [summary] = await Promise.all([learning, isOutdated ? rows.gather() : rows.arrived()]);
    show({ ...(summary === undefined ? {} : { summary }), stored: lines.length });
    this.#finish();
  }

  /** The same chunk by chunk, for a sheet of many lines. */
  async #store(importId: ImportId): Promise<void> {
    const { state, worker, show, rows } = this.review;
    const isDone = await this.#writer.replaceAll(importId, {
      next: (from) => worker.ask('lines', { from, limit: linesPerChunk }),
      stored: (stored) => show({ stored }),
      learn: async (known) => {
        if (isAnythingKnown(known)) show({ summary: await worker.ask('earlierJobs', known) });
      },
    });
    if (!isDone) return;
    await finishImport(state());
    this.isWhole = true;
    // Histories take lines out of those that go: the rows show it from now on, where they stand.
    await rows.gather();
    this.#finish();
  }

  #finish(): void {
    this.isWhole = true;
    this.review.show({ phase: 'ready' });
    this.review.onWhole();
  }
}

/** Otherwise the figures of the lines stand as they are. */
function isAnythingKnown({ earlierJobs, earlierUses, bookLines = [] }: KnownBefore): boolean {
  return earlierJobs.length > 0 || earlierUses.length > 0 || bookLines.length > 0;
}
