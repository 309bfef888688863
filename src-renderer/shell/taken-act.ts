import { actOf } from '../../src-preload/contract/shortcuts';
import type { Act } from '../../src-preload/contract/shortcuts';
import { isMac } from '../ui/act-keys';
import { isOverlaid, textFieldOf } from '../ui/key-owner';

/** The act a key asks for, where the key is not another's: of a composition, a dialog, a field that is typed into. */
export function takenAct(event: KeyboardEvent): Act | undefined {
  // 229: the key went to the input method.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return undefined;
  const act = actOf(event, isMac);
  if (act === undefined || isOverlaid()) return undefined;
  const field = textFieldOf(event.target);
  if (event.key === '?' && (field || event.target instanceof HTMLSelectElement)) return undefined;
  // What is being typed into a cell is not part of the file yet, nor is a value that was emptied there.
  if (act === 'primary' && field?.matches('.cell-input.editing') === true) return undefined;
  // Escape empties the field first.
  if (act === 'undo' && field !== undefined && field.value !== '') return undefined;
  return act;
}
