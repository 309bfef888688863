import { useEffect, useState } from 'react';
import { afterNextFrame } from '../ui/after-frame';

/** Rows next to those in view that come with the first drawing, and with each frame after it. */
const firstBeside = 2;
const perFrame = 10;
/** Rows that come with each frame of a list's first drawing. */
const rowsPerFrame = 8;

/**
 * How many rows next to those in view are drawn: few at first, so that a list is there at once, then more with every
 * frame up to `most`, so that no frame is long. Begins again with another list.
 */
export function useStepwise(list: object, most: number): number {
  const [drawn, setDrawn] = useState({ list, beside: firstBeside });
  const beside = drawn.list === list ? Math.min(drawn.beside, most) : firstBeside;
  useEffect(() => {
    if (beside >= most) return undefined;
    return afterNextFrame(() => setDrawn({ list, beside: beside + perFrame }));
  }, [list, beside, most]);
  return beside;
}

/**
 * How many of a list's rows are drawn: `first` with the list itself, then some more with every frame, because a screen
 * of rows at once would be one long frame of drawing and one of layout. All of them once `wanted` are drawn, however many
 * there are later. Begins again with another list.
 */
export function useFirstRows(list: object, first: number, wanted: number): number {
  const [drawn, setDrawn] = useState({ list, rows: first });
  const rows = drawn.list === list ? drawn.rows : first;
  const isWhole = rows === Infinity;
  useEffect(() => {
    // Its rows may still be on their way.
    if (isWhole || wanted === 0) return undefined;
    return afterNextFrame(() =>
      setDrawn({ list, rows: rows + rowsPerFrame >= wanted ? Infinity : rows + rowsPerFrame }),
    );
  }, [list, rows, isWhole, wanted]);
  return rows;
}

/**
 * False while something is drawn for the first time, true from the next frame on: what costs much comes a frame after
 * what stands around it, so that neither frame is long. `what` names it; undefined is nothing to wait for.
 */
export function useFrameAfter(what: object | string | undefined): boolean {
  const [drawn, setDrawn] = useState<object | string | undefined>(undefined);
  const waits = what !== undefined && drawn !== what;
  useEffect(() => {
    if (!waits) return undefined;
    return afterNextFrame(() => setDrawn(what));
  }, [what, waits]);
  return !waits;
}
