import { controlsOf } from './grid-cell';

/**
 * Left and Right walk through the buttons of a cell before they leave it, and fold a group or unfold it. A cell that is
 * typed into has its field for that. Answers whether the key was used.
 */
export function walkControls(origin: HTMLElement, key: string): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const cell = origin.closest('[role=gridcell]');
  if (!cell || cell.querySelector('.cell-input')) return false;
  const unfolded = cell.matches('.grid-wide') ? origin.getAttribute('aria-expanded') : null;
  if (unfolded === (key === 'ArrowLeft' ? 'true' : 'false')) {
    origin.click();
    return true;
  }
  const all = controlsOf(cell);
  const next = all[all.indexOf(origin) + (key === 'ArrowRight' ? 1 : -1)];
  if (!all.includes(origin) || !next) return false;
  next.focus();
  return true;
}
