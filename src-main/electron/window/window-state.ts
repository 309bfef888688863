import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { standardAppearance } from '../../../src-preload/contract/appearance';
import { appearanceSchema } from '../../../src-preload/contract/calls/appearance';

/** Pixels of the screen, as Electron counts them. */
const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Bounds = z.infer<typeof boundsSchema>;

const stateSchema = z.strictObject({
  bounds: boundsSchema.optional(),
  maximized: z.boolean().catch(false),
  appearance: appearanceSchema.catch(standardAppearance),
});
export type WindowState = z.infer<typeof stateSchema>;

const standardState: WindowState = { maximized: false, appearance: standardAppearance };

/** The first window, and the smallest one everything can be read in. */
export const firstSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 960, height: 600 } as const;

/** What was kept of the window; a file that is not there or cannot be read means the standard one. */
export function readWindowState(file: string): WindowState {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : standardState;
  } catch {
    // The first start, or a file somebody wrote into: the window opens all the same.
    return standardState;
  }
}

/** Keeps it, in one step: a start that meets half a file would lose the place. */
export function writeWindowState(file: string, state: WindowState): void {
  const next = `${file}.new`;
  writeFileSync(next, JSON.stringify(state), { mode: 0o600 });
  renameSync(next, file);
}

/**
 * Where the window opens: as it was left, but within what is there of screens now and never larger than one.
 * @param workAreas of all screens, without task bars; the first one is the main one
 * @returns `maximized` also where the first size does not fit
 */
export function placeWindow(
  state: Pick<WindowState, 'bounds' | 'maximized'>,
  workAreas: readonly Bounds[],
): { bounds: Partial<Bounds> & { width: number; height: number }; maximized: boolean } {
  const [main] = workAreas;
  if (main === undefined) return { bounds: firstSize, maximized: state.maximized };
  const { bounds } = state;
  const area = bounds === undefined ? undefined : workAreas.find((each) => isTitleWithin(bounds, each));
  if (bounds === undefined || area === undefined) {
    const fits = main.width >= firstSize.width && main.height >= firstSize.height;
    return { bounds: fits ? firstSize : sizeWithin(firstSize, main), maximized: state.maximized || !fits };
  }
  const size = sizeWithin(bounds, area);
  const x = Math.min(Math.max(bounds.x, area.x), area.x + area.width - size.width);
  const y = Math.min(Math.max(bounds.y, area.y), area.y + area.height - size.height);
  return { bounds: { x, y, ...size }, maximized: state.maximized };
}

/** The title bar can be seen and dragged on this screen. */
function isTitleWithin({ x, y, width }: Bounds, area: Bounds): boolean {
  const middle = x + width / 2;
  return middle >= area.x && middle <= area.x + area.width && y >= area.y - 8 && y < area.y + area.height - 32;
}

function sizeWithin(size: { width: number; height: number }, area: Bounds): { width: number; height: number } {
  return { width: Math.min(size.width, area.width), height: Math.min(size.height, area.height) };
}
