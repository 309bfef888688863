import { useEffect } from 'react';
import type { RefObject } from 'react';
import { foldText } from '../../../src-preload/contract/fold-text';

/** The name of the marks in the style sheet. */
const markName = 'find';
/** What is only read out, or lies over a cell while it is edited, is no place to mark. */
const unseen = '.hidden-words, .row-mends, input, svg';

/** Where the words stand in an element as it is seen, each as a range of the page; folded as the search folds them. */
export function rangesOf(cell: Element, words: string): Range[] {
  const wanted = foldText(words);
  if (wanted === '') return [];
  let folded = '';
  /** For each folded letter, the node and the place it came from. */
  const from: { node: Text; at: number }[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(unseen)) continue;
    for (let at = 0; at < node.data.length; at += 1) {
      const letter = foldText(node.data.charAt(at));
      folded += letter;
      for (let each = 0; each < letter.length; each += 1) from.push({ node, at });
    }
  }
  const ranges: Range[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const first = from[at];
    const last = from[at + wanted.length - 1];
    if (!first || !last) break;
    const range = new Range();
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.at + 1);
    ranges.push(range);
  }
  return ranges;
}

/**
 * Marks what is sought in the cells that are drawn, and in those that come into view, without changing them: the browser
 * paints the marks over the text (CSS Custom Highlight). Nothing is watched while nothing is sought.
 */
export function useMarkedHits(place: RefObject<HTMLElement | null>, words: string): void {
  useEffect(() => {
    const grid = place.current;
    if (!grid || foldText(words) === '') return undefined;
    const mark = (): void => {
      const cells = [...grid.querySelectorAll('[role=row] > .grid-cells > [role=gridcell]')];
      CSS.highlights.set(markName, new Highlight(...cells.flatMap((cell) => rangesOf(cell, words))));
    };
    let frame: number | undefined;
    const watcher = new MutationObserver(() => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        mark();
      });
    });
    mark();
    watcher.observe(grid, { childList: true, characterData: true, subtree: true });
    return () => {
      watcher.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
      CSS.highlights.delete(markName);
    };
  }, [place, words]);
}
