import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { figuresOf } from '../state/run-stage';
import type { RunStage } from '../state/run-stage';
import type { Run } from '../state/runs-state';

/** px; see run-lists.tsx. */
const rowHeight = 36;
const headHeight = 32;
/** The list moves no oftener than this, ms: what moves with each call cannot be read. */
const restMs = 1000;
/** Where in the view the next row to be sent stands, from its top. */
const partAbove = 0.62;

/**
 * How far to scroll so that the row that is sent next is seen; undefined: stay. `ended`: rows above it. `before`: rows that
 * had ended when it moved last. Where more rows pass between two moves than the view holds nothing could be read: it stays.
 */
export function scrollFor(view: { height: number; top: number }, ended: number, before: number): number | undefined {
  if ((ended - before) * rowHeight > view.height) return undefined;
  const top = Math.max(0, headHeight + ended * rowHeight - view.height * partAbove);
  return top > view.top ? top : undefined;
}

/** Keeps the rows that are being sent in view, until the seller scrolls or works in the list; at the end shows its top. */
export function useFollow(run: Run, stage: RunStage): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const moved = useRef({ at: 0, ended: 0, isOurs: true });
  const { all, left, held, rejected } = figuresOf(run.sums);
  const ended = all - left - held - rejected;
  useEffect(() => {
    const list = place.current;
    if (!list) return undefined;
    const stop = (): void => {
      moved.current.isOurs = false;
    };
    const events = ['wheel', 'pointerdown', 'keydown'] as const;
    for (const event of events) list.addEventListener(event, stop, { passive: true });
    return () => {
      for (const event of events) list.removeEventListener(event, stop);
    };
  }, []);
  useEffect(() => {
    const list = place.current?.querySelector<HTMLElement>('[data-testid=run-order]');
    const { at, ended: before, isOurs } = moved.current;
    if (!list || !isOurs) return;
    if (stage === 'over') return scroll(list, 0);
    if (stage !== 'going' || Date.now() - at < restMs) return;
    moved.current = { at: Date.now(), ended, isOurs };
    const top = scrollFor({ height: list.clientHeight, top: list.scrollTop }, ended, before);
    if (top !== undefined) scroll(list, top);
  }, [stage, ended]);
  return place;
}

function scroll(list: HTMLElement, top: number): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollTo({ top, behavior: isCalm ? 'auto' : 'smooth' });
}
