import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { ImportId } from '../../../src-preload/contract/ids';
import type { KnownBefore, Line } from '../../../src-preload/contract/line';
import { call } from '../../desk';

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
      const known: KnownBefore = { histories: [], earlierUses: [] };
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

  /** Writes changed lines. `learn` is told what is known of them as they are now: another number is another order. */
  write(importId: ImportId, lines: readonly Line[], learn: (found: KnownBefore) => Promise<void>): void {
    if (lines.length === 0) return;
    void this.#inTurn(async () => {
      const known: KnownBefore = { histories: [], earlierUses: [] };
      for (let from = 0; from < lines.length; from += linesPerChunk) {
        const found = await this.#put(importId, lines.slice(from, from + linesPerChunk), false);
        if (!found) return false;
        add(known, found);
      }
      await learn(known);
      return true;
    });
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
    if (answer.ok) return answer.value;
    this.#failed = true;
    this.onFailure();
    return undefined;
  }

  #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function add(known: KnownBefore, { histories, earlierUses }: KnownBefore): void {
  known.histories.push(...histories);
  known.earlierUses.push(...earlierUses);
}
