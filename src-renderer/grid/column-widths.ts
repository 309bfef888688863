/** px a column can be made narrow or wide to. */
const narrowest = 36;
const widest = 640;

/** Widths of columns in px by their keys, where they are not those of the style sheet. */
export type ColumnWidths = Readonly<Record<string, number>>;

/** The width nearest to this one that a column can have. */
export function limitWidth(px: number): number {
  return Math.round(Math.min(Math.max(px, narrowest), widest));
}

/**
 * Hands widths to the style sheet, whose tracks say `var(--width-<key>, <their own>)`. Set by hand: React has no type for
 * custom properties.
 */
export function setWidths(grid: HTMLElement, widths: ColumnWidths): void {
  const wanted = new Map(Object.entries(widths).map(([key, px]) => [`--width-${key}`, `${px}px`]));
  const set = Array.from({ length: grid.style.length }, (_, at) => grid.style.item(at)).filter((name) =>
    name.startsWith('--width-'),
  );
  for (const name of set) if (!wanted.has(name)) grid.style.removeProperty(name);
  for (const [name, px] of wanted) grid.style.setProperty(name, px);
}
