import { actOf } from '../../src-preload/contract/shortcuts';
import type { Act } from '../../src-preload/contract/shortcuts';
import { isMac } from '../ui/act-keys';

/** What lies over the window and has keys of its own. */
const overlays = '[role=dialog], [role=alertdialog], [role=menu]';

/** The act a key asks for, where the key is not another's: of a composition, a dialog, a field that is typed into. */
export function takenAct(event: KeyboardEvent): Act | undefined {
  // 229: the key went to the input method.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return undefined;
  const act = actOf(event, isMac);
  if (act === undefined || isOverlaid()) return undefined;
  const field = event.target instanceof HTMLElement ? event.target.closest('input, textarea, select') : null;
  if (event.key === '?' && field) return undefined;
  // What is being typed into a cell is not part of the file yet.
  if (act === 'primary' && field instanceof HTMLInputElement && field.closest('[role=gridcell]') && field.value !== '')
    return undefined;
  return act;
}

function isOverlaid(): boolean {
  return [...document.querySelectorAll<HTMLElement>(overlays)].some(
    // One that is closing has given its keys back.
    (each) => each.checkVisibility() && !each.matches('[data-closed], [inert], [inert] *'),
  );
}
