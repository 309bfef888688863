import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from '../../../../../src-main/electron/window/window-state';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const area = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 600, max: 4000 }),
  height: fc.integer({ min: 400, max: 2200 }),
});

describe('what is kept of the window', () => {
  const kept = {
    bounds: { x: 10, y: 20, width: 1400, height: 900 },
    maximized: false,
    appearance: { theme: 'dark', zoom: 1.15 },
  } as const;

  it('comes back at the next start, for no one else to read', () => {
    const file = join(folder, 'window.json');
    writeWindowState(file, kept);
    expect(readWindowState(file)).toEqual(kept);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '[]', '{"bounds":{"x":1}}', '{"maximized":"yes","appearance":{"theme":"pink","zoom":9}}'])(
    'is the standard where the file holds %j',
    (text) => {
      const file = join(folder, 'window.json');
      writeFileSync(file, text);
      expect(readWindowState(file)).toEqual({ maximized: false, appearance: { theme: 'system', zoom: 1 } });
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('is the standard where there is no file yet', () => {
    expect(readWindowState(join(folder, 'none.json')).appearance).toEqual({ theme: 'system', zoom: 1 });
  });
});

describe('the place of the window', () => {
  it('is 1280 x 800 at first, and the whole of a screen that is smaller', () => {
    expect(placeWindow({ maximized: false }, [screen])).toEqual({
      bounds: { width: 1280, height: 800 },
      maximized: false,
    });
    const small = { x: 0, y: 0, width: 1024, height: 728 };
    expect(placeWindow({ maximized: false }, [small])).toEqual({
      bounds: { width: 1024, height: 728 },
      maximized: true,
    });
  });

  it('is where it was left, also on a second screen, and the first one when that screen is gone', () => {
    const second = { x: 1920, y: 0, width: 1280, height: 984 };
    const bounds = { x: 2000, y: 50, width: 1100, height: 800 };
    expect(placeWindow({ bounds, maximized: false }, [screen, second]).bounds).toEqual(bounds);
    expect(placeWindow({ bounds, maximized: false }, [screen]).bounds).toEqual({ width: 1280, height: 800 });
  });

  it('is never larger than a screen, nor with its title out of reach', () => {
    fc.assert(
      fc.property(
        fc.option(area, { nil: undefined }),
        fc.array(area, { minLength: 1, maxLength: 3 }),
        (bounds, areas) => {
          const placed = placeWindow({ ...(bounds === undefined ? {} : { bounds }), maximized: false }, areas);
          const { width, height, x, y } = placed.bounds;
          // The system puts a window without a place on the main screen. Screens may overlap: one that has it all will do.
          const shown = (x === undefined ? areas.slice(0, 1) : areas).some(
            (each) =>
              width <= each.width &&
              height <= each.height &&
              (x === undefined || (x >= each.x && x + width <= each.x + each.width)) &&
              (y === undefined || (y >= each.y && y + height <= each.y + each.height)),
          );
          expect(shown).toBe(true);
        },
      ),
    );
  });

  it('is within one of two screens that overlap', () => {
    const low = { x: 0, y: 0, width: 600, height: 400 };
    const tall = { ...low, height: 401 };
    const bounds = { x: 0, y: 0, width: 600, height: 401 };
    expect(placeWindow({ bounds, maximized: false }, [low, tall]).bounds).toEqual({ ...bounds, height: 400 });
    expect(placeWindow({ bounds, maximized: false }, [tall, low]).bounds).toEqual(bounds);
  });
});
