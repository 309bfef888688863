/** Marks what leads the active cell while the keyboard stays with it, as a search does. */
export const leadsGrid = { 'data-leads-grid': '' } as const;

/** Whether the keyboard is where the active cell is led from: then that cell must not take it. */
export function isLedFromOutside(): boolean {
  const at = document.activeElement;
  return at !== null && at.closest('[data-leads-grid]') !== null;
}
