import type { WindowInput } from '../../../src-preload/contract/bridge';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { ImportId } from '../../../src-preload/contract/ids';
import type { KnownBefore, Line } from '../../../src-preload/contract/line';
import { call } from '../../state/ipc-client';
import { nextTask } from '../../state/next-task';

interface Source {
  next(from: number): Promise<Line[]>;
  stored(lines: number): void;
  learn(found: KnownBefore): Promise<void>;
}

/**
 * Writes a review through to its draft in the main process, in order: an edit never overtakes the import it belongs to,
 * and a newer reading of the file makes an older one stop.
 */
export class DraftWriter {
  #turn: Promise<unknown> = Promise.resolve();
  #generation = 0;
  #failed = false;

  constructor(private readonly onFailure: () => void) {}

  /** Puts all lines of a reading in place of what the draft held. Answers false if a newer reading took over, or it failed. */
  replaceAll(importId: ImportId, source: Source): Promise<boolean> {
    this.#generation += 1;
    const generation = this.#generation;
    return this.#inTurn(async () => {
      const known: KnownBefore = { earlierJobs: [], earlierUses: [] };
      for (let from = 0; ; from += linesPerChunk) {
        if (generation !== this.#generation) return false;
        const lines = await source.next(from);
        const found = await this.#put(importId, lines, from === 0);
        if (!found) return false;
        add(known, found);
        source.stored(from + lines.length);
        if (lines.length < linesPerChunk) break;
      }
      await source.learn(known);
      return generation === this.#generation;
    });
  }

  /**
   * Puts a whole file of few lines into its draft in one commit. `input` is asked for when it is its turn; `begun` gets
   * the draft, which is there from then on. Answers what is known of the lines, unless it failed or a newer reading took
   * over.
   */
  keepWhole(
    input: () => WindowInput<'imports-keep'> | undefined,
    begun: (draft: Pick<CallOutput<'imports-keep'>, 'importId' | 'seenBefore'>) => void,
  ): Promise<KnownBefore | 'failed' | 'overtaken'> {
    this.#generation += 1;
    const generation = this.#generation;
    return this.#inTurn(async () => {
      // Handing a thousand lines over takes as long as drawing the first of them.
      await nextTask();
      const whole = generation === this.#generation ? input() : undefined;
      if (!whole) return 'overtaken';
      const answer = await call('imports-keep', whole);
      if (!answer.ok) {
        this.#fail();
        return 'failed';
      }
      const { earlierJobs, earlierUses, bookLines, ...draft } = answer.value;
      begun(draft);
      return generation === this.#generation ? { earlierJobs, earlierUses, bookLines } : 'overtaken';
    });
  }

  /**
   * Writes changed lines. `draft` names the one they belong to when it is their turn: the file may still be on its way
   * into it. `learn` is told what is known of the lines as they are now: another number is another order.
   */
  write(draft: () => ImportId | undefined, lines: readonly Line[], learn: (found: KnownBefore) => Promise<void>): void {
    if (lines.length === 0) return;
    void this.#inTurn(async () => {
      const importId = draft();
      if (importId === undefined) return false;
      const known: KnownBefore = { earlierJobs: [], earlierUses: [] };
      for (let from = 0; from < lines.length; from += linesPerChunk) {
        const found = await this.#put(importId, lines.slice(from, from + linesPerChunk), false);
        if (!found) return false;
        add(known, found);
      }
      await learn(known);
      return true;
    });
  }

  /** Does what belongs behind everything that was to be written so far. */
  follow(work: () => Promise<void>): Promise<void> {
    return this.#inTurn(work);
  }

  /** Resolves when everything was written; false if something was not. */
  async settled(): Promise<boolean> {
    await this.#turn;
    const fine = !this.#failed;
    this.#failed = false;
    return fine;
  }

  async #put(importId: ImportId, lines: Line[], startOver: boolean): Promise<KnownBefore | undefined> {
    const answer = await call('imports-put-lines', { importId, lines, ...(startOver ? { startOver } : {}) });
    return answer.ok ? answer.value : this.#fail();
  }

  #fail(): undefined {
    this.#failed = true;
    this.onFailure();
    return undefined;
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function add(known: KnownBefore, { earlierJobs, earlierUses, bookLines = [] }: KnownBefore): void {
  known.earlierJobs.push(...earlierJobs);
  known.earlierUses.push(...earlierUses);
  if (bookLines.length > 0) known.bookLines = [...(known.bookLines ?? []), ...bookLines];
}
