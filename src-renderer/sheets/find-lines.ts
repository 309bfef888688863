import { foldText } from '../../src-preload/contract/fold-text';
import type { CheckedLine } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { textOfColumn } from './column-text';

/** The rows of a tab, as far as a search needs them (shown-rows.ts): lines by their row, groups, other heads. */
interface Rows {
  items: readonly (number | { unfolded: boolean; rows?: readonly number[]; place?: { key: string } })[];
  foldedCount: number;
}

/** What is sought in the lines of a tab. */
export interface FindAsked {
  words: string;
  /** Keys of the columns that are looked through, from left to right. */
  columns: readonly string[];
  /** The first place at a row as shown or after it, or the nth place, counted from 1 and around the ends. */
  want: { from: number } | { nth: number };
}

/** A line that holds what is sought. */
export interface FoundLine {
  nth: number;
  /** Where it is among the rows as shown; of a folded group its head. */
  at: number;
  /** The group to unfold before the line is to be seen. */
  folded?: string;
  /** The first of its columns that holds the words. */
  column: string;
}

export interface Found {
  hits: number;
  /** Absent where nothing is found. */
  place?: FoundLine;
}

interface Hit {
  row: number;
  at: number;
  folded?: string;
}

/** Stands between the texts of two columns: no search has it. */
const between = '\n';

/**
 * Finds lines by what their cells show, folded (contract/fold-text.ts) on both sides. The folded text of a line is made
 * once, so that a further letter costs one look at each line.
 */
export class LineFinder {
  #folded = new WeakMap<CheckedLine, { columns: string; text: string }>();
  #last: { words: string; columns: string; shown: Rows; hits: readonly Hit[] } | undefined;

  constructor(
    private readonly line: (row: number) => CheckedLine | undefined,
    private readonly rules: () => MarketRules,
  ) {}

  /** Lines changed: what was found has to be sought again. */
  changed(): void {
    this.#last = undefined;
  }

  find(shown: Rows, { words, columns, want }: FindAsked): Found {
    const wanted = foldText(words);
    if (wanted === '') {
      this.#folded = new WeakMap();
      this.#last = undefined;
      return { hits: 0 };
    }
    const hits = this.#hitsOf(shown, wanted, columns);
    const index = 'nth' in want ? around(want.nth - 1, hits.length) : firstFrom(hits, want.from);
    const hit = hits[index];
    const checked = hit && this.line(hit.row);
    if (!hit || !checked) return { hits: hits.length };
    const column = this.#texts(checked, columns).findIndex((text) => text.includes(wanted));
    return {
      hits: hits.length,
      place: {
        nth: index + 1,
        at: hit.at,
        column: columns[column] ?? '',
        ...(hit.folded === undefined ? {} : { folded: hit.folded }),
      },
    };
  }

  #hitsOf(shown: Rows, words: string, columns: readonly string[]): readonly Hit[] {
    const joined = columns.join(between);
    const last = this.#last;
    if (last?.shown === shown && last.columns === joined && last.words === words) return last.hits;
    // What holds more letters is among what holds fewer of them.
    const isNarrower = last?.shown === shown && last.columns === joined && words.includes(last.words);
    const hits: Hit[] = [];
    for (const hit of isNarrower ? last.hits : linesOf(shown)) {
      const checked = this.line(hit.row);
      if (checked && this.#textOf(checked, columns, joined).includes(words)) hits.push(hit);
    }
    this.#last = { words, columns: joined, shown, hits };
    return hits;
  }

  #textOf(checked: CheckedLine, columns: readonly string[], joined: string): string {
    const known = this.#folded.get(checked);
    if (known?.columns === joined) return known.text;
    const text = this.#texts(checked, columns).join(between);
    this.#folded.set(checked, { columns: joined, text });
    return text;
  }

  #texts(checked: CheckedLine, columns: readonly string[]): string[] {
    const rules = this.rules();
    return columns.map((column) => foldText(textOfColumn(checked, column, rules)));
  }
}

/** All lines in their order, those of folded groups too, which stand where their head is. */
function* linesOf({ items, foldedCount }: Rows): Generator<Hit> {
  const last = items.length - foldedCount;
  for (let at = 0; at < last; at += 1) {
    const item = items[at];
    if (typeof item === 'number') yield { row: item, at };
    else if (item?.place && item.rows && !item.unfolded)
      for (const row of item.rows) yield { row, at, folded: item.place.key };
  }
}

function around(index: number, count: number): number {
  return count === 0 ? -1 : ((index % count) + count) % count;
}

/** The first hit at a row or after it; from the first again after the last. */
function firstFrom(hits: readonly Hit[], from: number): number {
  return Math.max(
    0,
    hits.findIndex(({ at }) => at >= from),
  );
}
