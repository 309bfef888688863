import type { LineField } from '../../../src-preload/contract/line-fields';
import { afterNextFrame } from '../../ui/after-frame';
import { showChoices } from '../state/reviews-state';

/** Spreads out the choices of a review and leads to one of them; the list of couriers opens by itself. */
export function openChoices(id: `column-${LineField}` | 'whole-courier' | 'encoding-select'): void {
  showChoices();
  afterNextFrame(() => {
    const choice = document.querySelector<HTMLElement>(`[data-testid=${id}]`);
    choice?.focus();
    if (id === 'whole-courier') choice?.click();
  });
}
