import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { FindAsked } from '../../sheets/find-lines';
import type { ReviewController } from '../state/review-controller';
import { useInTurn } from './use-in-turn';

interface Options {
  controller: ReviewController;
  /** Keys of the columns that are looked through. */
  columns: readonly string[];
  /** Index of the row with the keyboard. */
  from: number | undefined;
  /** Makes a cell the active one; the keyboard stays in the search. */
  goTo(index: number, column: string): void;
}

/** How far a search has come: `nth` of the lines that were found, counted from 1; undefined before the answer. */
interface Progress {
  /** What was sought. */
  words: string;
  hits: number;
  nth?: number;
}

export interface Find {
  words: string;
  progress: Progress | undefined;
  /** Seeks from the row the keyboard was on when the search began. */
  type(words: string): void;
  /** Goes to the next line, or to the one before; around the ends. */
  step(by: 1 | -1): void;
  /** The keyboard comes to the search. */
  begin(): void;
  end(): void;
}

/** Finds words in the lines of a tab: the worker knows them all, the grid is led to one at a time. */
export function useFind(options: Options): Find {
  const [words, setWords] = useState('');
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const newest = useRef(options);
  useLayoutEffect(() => {
    newest.current = options;
  });
  const origin = useRef(0);
  // The line the last answer led to, counted from 1.
  const reached = useRef(0);
  // Only an answer about the words that stand there counts.
  const sought = useRef('');
  const inTurn = useInTurn();

  const seek = useCallback(async (wanted: string, want: FindAsked['want']): Promise<void> => {
    const { controller, columns } = newest.current;
    const ask = (at: FindAsked['want']) =>
      controller.answerOf((worker) => worker.ask('find', { words: wanted, columns, want: at }));
    const found = await ask(want);
    if (!found || wanted !== sought.current) return;
    let { place } = found;
    if (place?.folded !== undefined) {
      await controller.unfold(place.folded, true);
      place = (await ask({ nth: place.nth }))?.place;
      if (wanted !== sought.current) return;
    }
    reached.current = place?.nth ?? 0;
    // Without words nothing is sought: the search was left.
    if (wanted !== '') setProgress({ words: wanted, hits: found.hits, ...(place ? { nth: place.nth } : {}) });
    if (place) newest.current.goTo(place.at, place.column);
  }, []);

  const type = useCallback(
    (next: string) => {
      setWords(next);
      if (next === '') setProgress(undefined);
      sought.current = next;
      inTurn(() => (sought.current === next ? seek(next, { from: origin.current }) : undefined));
    },
    [seek, inTurn],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const wanted = sought.current;
      if (wanted === '') return;
      inTurn(() => (sought.current === wanted ? seek(wanted, { nth: reached.current + by }) : undefined));
    },
    [seek, inTurn],
  );
  const begin = useCallback(() => {
    origin.current = newest.current.from ?? 0;
  }, []);
  const end = useCallback(() => type(''), [type]);
  return { words, progress, type, step, begin, end };
}
