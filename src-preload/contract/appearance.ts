/** How the window looks: follows the system or not, and how large its text is. Kept next to the database, of this PC only. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** 글자 크기: the zoom factor of the window. */
export const zooms = [1, 1.15, 1.3] as const;
export type Zoom = (typeof zooms)[number];

export interface Appearance {
  theme: Theme;
  zoom: Zoom;
}

export const standardAppearance: Appearance = { theme: 'system', zoom: 1 };

/** The next size up (1) or down (-1); the last one stays. */
export function nextZoom(zoom: Zoom, direction: 1 | -1): Zoom {
  return zooms[zooms.indexOf(zoom) + direction] ?? zoom;
}
