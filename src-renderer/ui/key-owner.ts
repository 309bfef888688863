/** What lies over the window and has keys of its own. */
const overlays = '[role=dialog], [role=alertdialog], [role=menu]';
const textFields = 'input:not([type=checkbox], [type=radio], [type=file]), textarea';

/** Whether a dialog, a list or a menu lies over the window: what is beneath it is not to be worked by keys. */
export function isOverlaid(): boolean {
  return [...document.querySelectorAll<HTMLElement>(overlays)].some(
    // One that is closing has given its keys back.
    (each) => each.checkVisibility() && !each.matches('[data-closed], [inert], [inert] *'),
  );
}

/** The field for text that has the keyboard; undefined for anything else, a box to tick among it. */
export function textFieldOf(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | undefined {
  const field = target instanceof Element ? target.closest(textFields) : null;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined;
}

/** Whether a text is being changed there. The active cell of a table has a field, which stays empty until it is edited. */
export function isTyping(target: EventTarget | null): boolean {
  const field = textFieldOf(target);
  return field !== undefined && !field.matches('.cell-input:not(.editing)');
}
