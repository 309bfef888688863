import type { Page } from 'playwright';

/** Draws what the window shows now, next to the drawing of that name. */
export type Draw = (page: Page, state: { name: string; drawing?: string }) => Promise<void>;

/** States that one app cannot reach from the practice day, drawn in an app, or at a market, of their own. */
export type Scene = (draw: Draw) => Promise<void>;
